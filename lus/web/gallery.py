"""The gallery: every component in every state, to look at and to test. Open to all in practice mode."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from lus.web import gallery_case, gallery_examples, gallery_messages
from lus.web.hinted_label import HintedLabel


class ExampleForm(forms.Form):
    """One field of each kind."""

    physician = forms.ChoiceField(
        label="Behandlande läkare", choices=[("", "Välj"), ("je", "Jonas Ek, överläkare")], required=True
    )
    assessed_at = forms.CharField(label="Bedömd kl.", help_text="Till exempel 2026-11-23 07.55")
    message = forms.CharField(
        label="Meddelande till enheterna", required=False, widget=forms.Textarea({"rows": 2})
    )
    ground = forms.ChoiceField(
        label="Rättsligt stöd",
        widget=forms.RadioSelect,
        choices=[
            ("consent", HintedLabel("Samtycke", "lämnat 17/11")),
            ("harm_test", "Menprövning"),
            ("other", "Annat"),
        ],
    )
    needs = forms.MultipleChoiceField(
        label="Kan behöva",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("municipal", "Kommunal hälso- och sjukvård"), ("social", "Socialtjänst")],
        help_text="Kommunal hälso- och sjukvård kräver att öppenvården är med (LUS 2:1).",
    )
    sure = forms.BooleanField(label="Gäller även jourtid", required=False)


@never_cache
def gallery(request: HttpRequest) -> HttpResponse:
    """Show all components. In production only for those who have signed in."""
    if not (settings.DEMO or settings.TESTING or request.user.is_authenticated):
        return redirect_to_login(request.get_full_path())
    return render(request, "web/gallery.html", examples())


def examples() -> dict[str, Any]:
    """The context of the page: the examples, an untouched form and one with faults."""
    sound = ExampleForm(
        initial={"assessed_at": "2026-11-23 07.55", "ground": "consent", "needs": ["municipal"]}
    )
    faulty = ExampleForm(
        data={"physician": "", "assessed_at": "", "message": "Hjälpmedel på plats."}, prefix="fel"
    )
    return {
        "x": vars(gallery_examples) | vars(gallery_case) | vars(gallery_messages),
        "form": sound,
        "faulty": faulty,
    }
