"""Återkallelser: taking back what was sent or said."""

from typing import Any

from django import forms

from discharge.actions.record_information_consent import FORMS, GIVEN_BY
from discharge.rules.given_consents import CONSENT_KINDS, given_consents
from lus.persons.flag_protection import LEVELS
from lus.swedish_time import local_date

from .act_form import ActForm, ReasonForm
from .expected_date import TypedDateField
from .offered import offer

PROTECTIONS = [(one.value, one.label) for one in LEVELS[1:]]


class WithdrawNoticeForm(ReasonForm):
    """Återkalla inskrivningsmeddelande: a reason and a second confirmation."""

    confirmed = forms.BooleanField(label="Inskrivningsmeddelandet ska inte gälla")

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class WithdrawConsentForm(ActForm):
    """Samtycke återtaget: which yes is taken back, by whom, and how."""

    kind = forms.ChoiceField(label="Vad gäller det?", choices=(), widget=forms.RadioSelect)
    given_by = forms.ChoiceField(
        label="Återtaget av", choices=list(GIVEN_BY.items()), widget=forms.RadioSelect, initial="self"
    )
    # Not "form": see GiveSummaryForm.
    how = forms.ChoiceField(
        label="Hur", choices=list(FORMS.items()), widget=forms.RadioSelect, initial="oral"
    )
    refusal_fields = {"form": "how"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = given_consents(self.context.page.facts)
        offer(self, "kind", [(kind, CONSENT_KINDS[kind]) for kind in given])

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        return {"form": given.pop("how"), **given}


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
