"""Bodies of the acts of a joint plan."""

from typing import Any

from rest_framework import serializers

from discharge.rules import sip_choices as choices
from discharge.rules.facts_of_sip import PRINCIPALS
from lus.api.fields import ClosedBody, DayField, TextField

from .actions import answer_sip_summons as summons_answer
from .actions.plan_parts import GOALS_LIMIT
from .rules.document import choices as goal_choices
from .rules.leader_tells import LeaderTells

# Named in the contract (ENUM_NAME_OVERRIDES).
OFFERED_HOW = list(choices.OFFERED_HOW.items())
GIVEN_BY = list(choices.GIVEN_BY.items())
UNIT_HOW = list(choices.UNIT_HOW.items())
ANSWERS = list(choices.ANSWERS.items())
RESULTS = list(choices.RESULTS.items())
OUTCOMES = list(choices.OUTCOMES.items())
GOAL_RESULTS = list(goal_choices.GOAL_RESULTS.items())
CLOSE_REASONS = list(choices.CLOSE_REASONS.items())
HELPED = list(choices.HELPED.items())
PRESENT = list(choices.PRESENT.items())
TARGET_GROUPS = list(choices.TARGET_GROUPS.items())
OBSTACLES = list(choices.OBSTACLES.items())
REQUESTED_BY = list(choices.REQUESTED_BY.items())


class NeedBody(ClosedBody):
    """``requested_by``: who asked for a plan, on ``requested_on`` (today when not told), if somebody did."""

    needed = serializers.BooleanField()
    reason = TextField(required=False, allow_blank=True, max_length=300)
    requested_by = serializers.ChoiceField(REQUESTED_BY, required=False)
    requested_on = DayField(required=False)


class OfferBody(ClosedBody):
    how = serializers.ChoiceField(OFFERED_HOW)
    interpreter = serializers.BooleanField(required=False)


class AnswerBody(ClosedBody):
    accepted = serializers.BooleanField()
    how = serializers.ChoiceField(OFFERED_HOW)
    given_by = serializers.ChoiceField(GIVEN_BY, required=False)
    reason = TextField(required=False, allow_blank=True, max_length=300)
    consents_to_summons = serializers.BooleanField(required=False)


class CancelBody(ClosedBody):
    reason = TextField(max_length=300)


class SummonsAnswerBody(ClosedBody):
    """``text``: why not, or who comes instead; ``substitute_unit_id``: from which other unit."""

    answer = serializers.ChoiceField(ANSWERS)
    text = TextField(required=False, allow_blank=True, max_length=summons_answer.LIMIT)
    substitute_unit_id = serializers.UUIDField(required=False)


class CameBody(ClosedBody):
    unit_id = serializers.UUIDField()
    how = serializers.ChoiceField(UNIT_HOW)


class PersonCameBody(ClosedBody):
    participant_id = serializers.UUIDField()
    how = serializers.ChoiceField(UNIT_HOW)


class LeaderTellsBody(ClosedBody):
    """What nobody has to tell. ``none`` in a list says that nothing of it was so."""

    premeeting = serializers.BooleanField(required=False)
    present = serializers.ListField(child=serializers.ChoiceField(PRESENT), required=False)
    target_group = serializers.ChoiceField(TARGET_GROUPS, required=False)
    obstacles = serializers.ListField(child=serializers.ChoiceField(OBSTACLES), required=False)


class MeetingBody(ClosedBody):
    """``people``: each without an account who was invited beside the person; ``told``: more about the meeting."""

    attendance = CameBody(many=True)
    people = PersonCameBody(many=True, required=False)
    person = serializers.ChoiceField(list(choices.PERSON_HOW.items()))
    note = TextField(required=False, allow_blank=True, max_length=300)
    told = LeaderTellsBody(required=False)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the attendance by unit and by participant, and what else was told."""
        units = {str(one["unit_id"]): one["how"] for one in values["attendance"]}
        people = {str(one["participant_id"]): one["how"] for one in values.get("people", ())}
        said: dict[str, Any] = dict(values.get("told", {}))
        said |= {name: tuple(said[name]) for name in ("present", "obstacles") if name in said}
        told = LeaderTells(**said)
        return {**values, "attendance": units, "people": people, "told": told}


class PlanBody(ClosedBody):
    goals = TextField(max_length=GOALS_LIMIT)
    responsible = serializers.ChoiceField(list(PRINCIPALS.items()))
    follow_up_on = DayField(required=False)
    consented = serializers.BooleanField()


class LinkBody(PlanBody):
    made_on = DayField()


class GoalResultBody(ClosedBody):
    goal_id = serializers.UUIDField()
    result = serializers.ChoiceField(GOAL_RESULTS)
    person_words = TextField(required=False, allow_blank=True, max_length=300)
    unit_words = TextField(required=False, allow_blank=True, max_length=300)


class FollowUpBody(ClosedBody):
    """``results``: one for each goal, when the plan in force was written here."""

    result = serializers.ChoiceField(RESULTS)
    outcome = serializers.ChoiceField(OUTCOMES, required=False)
    results = GoalResultBody(many=True, required=False)
    text = TextField(required=False, allow_blank=True, max_length=300)
    next_on = DayField(required=False)


class HandedBody(ClosedBody):
    """``unit_id``: who goes on with the measure."""

    row_id = serializers.UUIDField()
    unit_id = serializers.UUIDField()


class CloseBody(ClosedBody):
    """``handed``: each measure of the plan in force that is not over. *deceased* takes the reason alone.

    ``survey_offered``: asked for when there has been a meeting or a plan.
    """

    reason = serializers.ChoiceField(CLOSE_REASONS)
    text = TextField(required=False, allow_blank=True, max_length=300)
    handed = HandedBody(many=True, required=False)
    helped_person = serializers.ChoiceField(HELPED, required=False)
    helped_units = serializers.ChoiceField(HELPED, required=False)
    survey_offered = serializers.BooleanField(required=False)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the units by measure."""
        handed = {str(one["row_id"]): one["unit_id"] for one in values.get("handed", ())}
        return {**values, "handed": handed}
