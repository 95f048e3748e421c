"""What regional outpatient care states: the care contact, and whether its own services are in place."""

from typing import Any

from django import forms

from .act_form import ActForm
from .late_registration import LateForm
from .prefilled import earlier_contact

READY = (("yes", "Ja, insatserna är klara"), ("no", "Nej, de är inte klara"))


class CareContactForm(ActForm):
    """Utse fast vårdkontakt: a name, a role and a telephone function."""

    name = forms.CharField(label="Namn", max_length=120)
    title = forms.CharField(label="Roll", max_length=80, help_text="Till exempel distriktssköterska.")
    phone = forms.CharField(
        label="Telefon", required=False, max_length=30, widget=forms.TextInput({"inputmode": "tel"})
    )
    phone_function = forms.CharField(
        label="Telefonfunktion", required=False, max_length=80, help_text="Till exempel rådgivningen, 10–11."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contact = self.context.page.facts.care_contact
        if contact:
            for name in ("name", "title", "phone", "phone_function"):
                self.fields[name].initial = getattr(contact, name)
        else:
            self.initial.update(earlier_contact(self.context.page, str(self.context.actor.unit_id)))


class OutpatientReadinessForm(LateForm):
    """Öppenvårdens insatser klara: yes or no, and since when."""

    ready = forms.ChoiceField(
        label="Är öppenvårdens insatser klara?", choices=READY, widget=forms.RadioSelect
    )
    field_order = ["ready"]

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned(), "ready": self.cleaned_data["ready"] == "yes"}
