"""Vidaresänd: which unit of the own organisation takes over, and what it should know."""

from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse

from discharge.queries.forward_proposals import forward_proposals
from discharge.rules.routing import SERVICE_WORDS
from lus.swedish_time import local_date
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm
from .offered import offer

SERVICES = [("", "Vet inte"), *((key, word[:1].upper() + word[1:]) for key, word in SERVICE_WORDS.items())]
UNITS = "#id_unit_id"


class ForwardForm(ActForm):
    """The open units of the own organisation that are not in the case already, the rules' own answer ticked."""

    service = forms.ChoiceField(
        label="Har redan hos er",
        required=False,
        choices=SERVICES,
        widget=forms.RadioSelect,
        help_text="Styr bara förslaget. Sparas inte.",
    )
    unit_id = forms.ChoiceField(label="Till enhet", widget=forms.RadioSelect)
    note = forms.CharField(
        label="Till enheten",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Ses av er enhet och den som får ärendet, inte av andra.",
    )
    from_address = ("service",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page, actor = self.context.page, self.context.actor
        service = self.data.get("service") or self.initial.get("service") or ""
        found = forward_proposals(page, actor, service, on=local_date(self.context.at))
        offer(
            self,
            "unit_id",
            [
                (
                    str(item.unit.pk),
                    HintedLabel(item.unit.name, _hint(item.why, item.unit.get_kind_display())),
                )
                for item in found
            ],
        )
        self.fields["unit_id"].initial = next((str(item.unit.pk) for item in found if item.is_first), None)
        self.fields["service"].initial = ""
        address = reverse("forward_case", args=[page.case.pk])
        asks = {"hx-get": address, "hx-trigger": "change", "hx-target": UNITS, "hx-select": UNITS}
        self.fields["service"].widget.attrs = {**asks, "hx-swap": "outerHTML"}

    def arguments(self) -> dict[str, Any]:
        return {"unit_id": UUID(self.cleaned_data["unit_id"]), "note": self.cleaned_data["note"]}


def _hint(why: str, kind: str) -> str:
    return why[:1].upper() + why[1:] if why else kind
