"""Information till patienten: what the ward writes in plain words, and how it was given."""

from typing import Any

from django import forms

from discharge.actions.write_patient_summary import FIELDS, TEXT_LIMIT
from discharge.rules.patient_summary import FORMS, LANGUAGES, RECEIVERS, is_child
from lus.swedish_time import local_date

from .act_form import ActContext, ActForm
from .late_registration import LateForm


def _text(name: str, hint: str, *, required: bool = True) -> forms.CharField:
    area = forms.Textarea({"rows": 4})
    return forms.CharField(
        label=FIELDS[name], required=required, max_length=TEXT_LIMIT, widget=area, help_text=hint
    )


class WriteSummaryForm(ActForm):
    """Skriv till patienten: short sentences, no abbreviations; a new version starts from the last one."""

    done = _text("done", "Skriv till patienten. Till exempel: Du hade lunginflammation och fick antibiotika.")
    medicines = _text("medicines", "Vad som är nytt, ändrat och slutat, och varför.")
    watch_for = _text("watch_for", "När patienten ska söka vård, och vad som är väntat.")
    guardians = _text("guardians", "Vad vårdnadshavaren behöver veta och göra.", required=False)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        page = context.page
        if not is_child(page.case.person.birth_date, local_date(context.at)):
            del self.fields["guardians"]
        written = page.facts.leaving.summaries
        for name in FIELDS.keys() & self.fields.keys() if written else ():
            self.fields[name].initial = getattr(written[-1], name)


class GiveSummaryForm(LateForm):
    """Lämna till patienten: form, language, to whom and by whom."""

    # Not "form": an input of that name hides the property by which htmx finds the form of an element.
    how = forms.ChoiceField(label="Hur", choices=list(FORMS.items()), widget=forms.RadioSelect)
    language = forms.ChoiceField(label="Språk", choices=list(LANGUAGES.items()), initial="sv")
    to = forms.ChoiceField(
        label="Till vem", choices=list(RECEIVERS.items()), widget=forms.RadioSelect, initial="patient"
    )
    given_by = forms.CharField(label="Vem lämnade den", max_length=120)
    refusal_fields = {"form": "how"}
    field_order = ["how", "language", "to", "given_by"]

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        self.fields["given_by"].initial = context.actor.name

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        return {"form": given.pop("how"), **given}
