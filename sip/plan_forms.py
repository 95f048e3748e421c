"""Forms about the plan itself: the offer and the answer, the plan, its follow-up and its end."""

from typing import Any

from django import forms

from discharge.forms.act_form import ActForm
from discharge.forms.error_words import say_what_to_do
from discharge.forms.expected_date import TypedDateField
from discharge.queries.shown_person import is_child
from discharge.rules.consent_refusals import asks_consent
from discharge.rules.facts_of_sip import PRINCIPALS
from discharge.rules.sip_choices import GIVEN_BY, OFFERED_HOW, OUTCOMES, RESULTS
from lus.swedish_time import local_date
from sip.actions.plan_parts import GOALS_LIMIT
from sip.follow_up_field import offer_follow_up
from sip.queries.earlier_plan import earlier_plan
from sip.queries.goals_in_force import goals_in_force
from sip.row_form import goal_words
from sip.rules.document.choices import GOAL_RESULTS
from sip.rules.document.established import plan_in_short
from sip.rules.document.row import Row

YES_NO = (("yes", "Ja"), ("no", "Nej"))


class SipOfferForm(ActForm):
    """Erbjud SIP: how, and whether there was an interpreter."""

    how = forms.ChoiceField(label="Hur?", choices=list(OFFERED_HOW.items()), widget=forms.RadioSelect)
    interpreter = forms.BooleanField(label="Med tolk", required=False)


class SipAnswerForm(ActForm):
    """Personens svar: yes or no, who answered and how; a no may have a reason in the person's words."""

    accepted = forms.ChoiceField(label="Vill personen ha en SIP?", choices=YES_NO, widget=forms.RadioSelect)
    given_by = forms.ChoiceField(
        label="Svarade", choices=list(GIVEN_BY.items()), widget=forms.RadioSelect, initial="self"
    )
    how = forms.ChoiceField(
        label="Hur?", choices=list(OFFERED_HOW.items()), widget=forms.RadioSelect, initial="oral"
    )
    consents_to_summons = forms.BooleanField(
        label="Samtycker också till kallelse",
        required=False,
        help_text="Enheterna får då kallas till mötet (LUS 4:2).",
    )
    reason = forms.CharField(
        label="Personens ord",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Om personen säger varför vid nej. Alla i ärendet läser det.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        if is_child(page.case.person.birth_date, local_date(self.at)):
            self.fields["given_by"].initial = "guardian"

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return {**typed, "accepted": typed["accepted"] == "yes"}


class SipPlanForm(ActForm):
    """Upprätta SIP: the goals, who answers for the whole, the follow-up, and the person's consent."""

    goals = forms.CharField(
        label="Mål",
        max_length=GOALS_LIMIT,
        widget=forms.Textarea({"rows": 4}),
        help_text="Kort, med personens ord. Alla i ärendet läser det.",
    )
    responsible = forms.ChoiceField(
        label="Övergripande ansvar", choices=list(PRINCIPALS.items()), widget=forms.RadioSelect
    )
    follow_up_on = TypedDateField(label="Uppföljning", required=False)
    consented = forms.BooleanField(label="Personen samtycker till planen", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_consent(self.context.page.facts, self.at):
            del self.fields["consented"]  # it is given, and holds


class SipLinkForm(SipPlanForm):
    """SIP finns sedan tidigare: when it was made, and what it says."""

    made_on = TypedDateField(label="Gjord")
    field_order = ["made_on", "goals", "responsible", "follow_up_on", "consented"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self._known()
        for name, value in known.items():
            self.fields[name].initial = value

    def _known(self) -> dict[str, Any]:
        """What a plan that is written in LUS says already; a day that has passed is asked anew."""
        case = self.context.page.case
        earlier = earlier_plan(self.context.actor, case.person_id, beside=case.pk, at=self.at)
        if earlier is None or earlier.plan.closed_at is not None:
            return {}
        says = plan_in_short(earlier.version)
        ahead = says["follow_up_on"] > local_date(self.at).isoformat()
        return {
            "made_on": earlier.made_on,
            "goals": says["goals"],
            "responsible": says["responsible"],
            "follow_up_on": says["follow_up_on"] if ahead else None,
        }


class SipFollowUpForm(ActForm):
    """Följ upp SIP: how the goals went, what happens now, and when they are looked at next."""

    result = forms.ChoiceField(
        label="Hur gick det med målen?", choices=list(RESULTS.items()), widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="Kommentar", required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )
    outcome = forms.ChoiceField(
        label="Vad händer nu?", choices=list(OUTCOMES.items()), widget=forms.RadioSelect, initial="continue"
    )
    next_on = TypedDateField(label="Nästa uppföljning", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_follow_up(self.fields["next_on"], self.context.page.facts, local_date(self.at))
        self.goals = goals_in_force(self.context.page.case.pk)
        for number, goal in enumerate(self.goals, start=1):
            choices = list(GOAL_RESULTS.items())
            self.fields[f"goal_{number}"] = forms.ChoiceField(
                label=goal_words(number, goal), choices=choices, widget=forms.RadioSelect
            )
            self.fields[f"said_{number}"] = forms.CharField(
                label=f"Personens ord om mål {number}", required=False, max_length=300
            )
        self.order_fields(["result", *(name for name in self.fields if name[:5] in ("goal_", "said_"))])
        say_what_to_do(self)

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        kept = {name: typed[name] for name in ("result", "outcome", "text", "next_on")}
        if typed["outcome"] == "close":
            kept["next_on"] = None  # what was proposed is not answered
        if not self.goals:
            return kept
        return {
            **kept,
            "results": [self._result(number, goal) for number, goal in enumerate(self.goals, start=1)],
        }

    def _result(self, number: int, goal: Row) -> dict[str, str]:
        typed = self.cleaned_data
        return {
            "goal_id": goal.id,
            "result": typed[f"goal_{number}"],
            "person_words": typed[f"said_{number}"],
        }
