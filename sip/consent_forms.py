"""Forms about consent: asked for, taken back, and judged by a physician when the person cannot say."""

from typing import Any

from django import forms

from discharge.actions.consent_answer import Validity, policy_of, usual_validity
from discharge.actions.record_harm_test import OUTCOMES
from discharge.forms.act_form import ActContext, ActForm
from discharge.forms.expected_date import TypedDateField
from discharge.forms.offered import offer
from discharge.queries.shown_person import is_child
from discharge.rules.facts_of_consents import (
    CONSENT_FORMS,
    CONSENT_GIVEN_BY,
    CONSENT_KINDS,
    GUARDIANS,
    HARM_TEST_SCOPES,
    SIP_KINDS,
)
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.given_consents import given_consents
from lus.swedish_time import local_date
from sip.actions.record_sip_consent import STATES
from sip.actions.record_sip_harm_test import LIMIT, proposed_review


class _SaidForm(ActForm):
    """Who said it, and how."""

    refusal_fields = {"form": "how"}

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        child = is_child(context.page.case.person.birth_date, local_date(self.at))
        voices = [(key, word) for key, word in CONSENT_GIVEN_BY.items() if _may_say(key, child)]
        offer(self, "given_by", voices)
        self.fields["given_by"].initial = voices[0][0]

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return {"form": typed.pop("how"), **typed}


class SipConsentForm(_SaidForm):
    """Samtycke: all four kinds at once, by word of mouth and for as long as usual, is one press."""

    kinds = forms.MultipleChoiceField(
        label="Vad gäller det?", choices=list(CONSENT_KINDS.items()), widget=forms.CheckboxSelectMultiple
    )
    state = forms.ChoiceField(
        label="Samtycker personen?",
        choices=list(STATES.items()),
        widget=forms.RadioSelect,
        initial="given",
    )
    given_by = forms.ChoiceField(label="Svarade", widget=forms.RadioSelect)
    # Not "form": see GiveSummaryForm.
    how = forms.ChoiceField(
        label="Hur?", choices=list(CONSENT_FORMS.items()), widget=forms.RadioSelect, initial="oral"
    )
    valid_until = TypedDateField(label="Gäller till och med")
    valid_from = TypedDateField(label="Gäller från", required=False)
    late_fields = ("valid_from",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        facts = context.page.facts
        is_compulsory = facts.legal_status in CARE_PLAN_STATUSES
        kinds = [
            (key, word) for key, word in CONSENT_KINDS.items() if not (is_compulsory and key in SIP_KINDS)
        ]
        offer(self, "kinds", kinds)
        self.fields["kinds"].initial = [key for key, _ in kinds]
        policy = policy_of(facts, self.at)
        days = self.fields["valid_until"]
        days.initial = usual_validity(policy, self.at).valid_until
        days.help_text = f"Förslag {policy.months} månader (intern rutin). Gäller vid ja."
        days.error_messages["required"] = f"Ange till och med-datum inom {policy.longest_months} månader."

    def arguments(self) -> dict[str, Any]:
        typed = super().arguments()
        days = {name: typed.pop(name) for name in ("valid_from", "valid_until")}
        return {**typed, "validity": Validity(**days)}


class WithdrawConsentForm(_SaidForm):
    """Samtycke återtaget: which, by whom, and how."""

    kinds = forms.MultipleChoiceField(label="Vad gäller det?", widget=forms.CheckboxSelectMultiple)
    given_by = forms.ChoiceField(label="Återtaget av", widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label="Hur?", choices=list(CONSENT_FORMS.items()), widget=forms.RadioSelect, initial="oral"
    )
    from_address = ("kinds",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        offer(self, "kinds", [(kind, CONSENT_KINDS[kind]) for kind in given_consents(context.page.facts)])


class StartHarmTestForm(ActForm):
    """Påbörja menprövning: why the person cannot say."""

    reason = forms.CharField(
        label="Varför kan personen inte ta ställning?",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
    )


class SipHarmTestForm(ActForm):
    """Menprövning om möte: what was judged, by whom, how far it goes and until when."""

    outcome = forms.ChoiceField(label="Resultat", choices=list(OUTCOMES.items()), widget=forms.RadioSelect)
    physician = forms.CharField(label="Läkare som har prövat", max_length=120)
    reasons = forms.CharField(label="Skäl", max_length=LIMIT, widget=forms.Textarea({"rows": 3}))
    views = forms.CharField(
        label="Närståendes eller företrädares uppfattning",
        required=False,
        max_length=LIMIT,
        widget=forms.Textarea({"rows": 2}),
    )
    scope = forms.ChoiceField(
        label="Omfattar", choices=list(HARM_TEST_SCOPES.items()), widget=forms.RadioSelect, initial="meeting"
    )
    review_on = TypedDateField(label="Prövas på nytt senast")
    provision = forms.CharField(
        label="Bestämmelse", required=False, max_length=120, help_text="Vid stöd i lag: lag och paragraf."
    )

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        self.fields["review_on"].initial = proposed_review(context.page.facts, self.at)


def _may_say(key: str, child: bool) -> bool:
    """A child's guardians speak for it; a grown person has none."""
    return key != "self" if child else key not in GUARDIANS
