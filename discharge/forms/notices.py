"""Återkallelser: taking back what was sent or said."""

from typing import Any

from django import forms

from lus.persons.flag_protection import LEVELS
from lus.swedish_time import local_date

from .act_form import ActForm, ReasonForm
from .expected_date import TypedDateField

PROTECTIONS = [(one.value, one.label) for one in LEVELS[1:]]


class WithdrawNoticeForm(ReasonForm):
    """Återkalla inskrivningsmeddelande: a reason and a second confirmation."""

    confirmed = forms.BooleanField(label="Inskrivningsmeddelandet ska inte gälla")

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class FixedCareWorkerForm(ActForm):
    """Utse fast omsorgskontakt: a name, a telephone function, and from when."""

    name = forms.CharField(label="Namn", max_length=120)
    phone = forms.CharField(
        label="Telefon", required=False, max_length=30, widget=forms.TextInput({"inputmode": "tel"})
    )
    phone_function = forms.CharField(
        label="Telefonfunktion", required=False, max_length=80, help_text="Till exempel hemtjänstens jour."
    )
    from_day = TypedDateField(label="Från och med", help_text="ÅÅÅÅ-MM-DD")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_day"].initial = local_date(self.at)


class ProtectedIdentityForm(ActForm):
    """Skyddade personuppgifter: which kind, and a second confirmation."""

    level = forms.ChoiceField(label="Slag av skydd", choices=PROTECTIONS, widget=forms.RadioSelect)
    confirmed = forms.BooleanField(label="Jag vet att personens uppgifter är skyddade")

    def arguments(self) -> dict[str, Any]:
        return {"level": self.cleaned_data["level"]}
