"""Forms for the acts of a joint plan: need and consent."""

from typing import Any

from django import forms

from discharge.forms.act_form import ActForm
from discharge.queries.shown_person import is_child
from discharge.rules.sip_choices import GIVEN_BY
from lus.swedish_time import local_date
from sip.actions.record_sip_consent import STATES


class SipNeedForm(ActForm):
    """Bedöm behov av SIP; "behövs inte" takes a reason."""

    needed = forms.ChoiceField(
        label="Behövs en SIP?",
        choices=(("yes", "Ja, behövs"), ("no", "Nej, behövs inte")),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Orsak",
        required=False,
        max_length=300,
        help_text="Behövs när SIP inte behövs.",
        widget=forms.Textarea({"rows": 2}),
    )

    def arguments(self) -> dict[str, Any]:
        return {"needed": self.cleaned_data["needed"] == "yes", "reason": self.cleaned_data["reason"]}


class SipConsentForm(ActForm):
    """Samtycke till kallelse: yes or no, and who answered."""

    state = forms.ChoiceField(
        label="Samtycker personen?", choices=list(STATES.items()), widget=forms.RadioSelect
    )
    given_by = forms.ChoiceField(
        label="Svarade", choices=list(GIVEN_BY.items()), widget=forms.RadioSelect, initial="self"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_child(self.context.page.case.person.birth_date, local_date(self.at)):
            self.fields["given_by"].initial = "guardian"
