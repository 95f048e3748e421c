"""Bodies about a meeting: what a summons says, what a change of it says, and what is told of it."""

from typing import Any

from rest_framework import serializers

from discharge.rules.facts_of_meeting import PERSON_CHOICES, PLACE_KINDS
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

from .actions.called_parts import NAME, PREPARE, SHORT
from .rules.link_guard import LIMIT
from .rules.participants import ChangedUnit, ParticipantChanges
from .rules.summons import PURPOSE_LIMIT, CalledUnit, Invited, MeetingPlace, Summons
from .rules.summons_complete import INVITED_KINDS, LONGEST, PLACE_LIMIT, SHORTEST

# Named in the contract (ENUM_NAME_OVERRIDES).
PLACES = list(PLACE_KINDS.items())
INVITED = list(INVITED_KINDS.items())


def _text(limit: int) -> TextField:
    return TextField(required=False, allow_blank=True, max_length=limit)


class MeetingPlaceBody(ClosedBody):
    """How the meeting is held. Digital: a link of any provider, and a telephone or why there is none.

    ``host_confirmed``: asked for when the link's host is not on the principal's list.
    """

    kind = serializers.ChoiceField(PLACES, required=False)
    video_url = _text(LIMIT)
    provider = _text(SHORT)
    phone = _text(SHORT)
    phone_pin = _text(SHORT)
    no_phone_reason = _text(300)
    host_confirmed = serializers.BooleanField(required=False)


class CalledUnitBody(ClosedBody):
    """``must_come``: the meeting is not held without it; ``function``: who should come from it."""

    unit_id = serializers.UUIDField()
    must_come = serializers.BooleanField(required=False, source="required")
    function = _text(SHORT)
    prepare = _text(PREPARE)


class InvitedBody(ClosedBody):
    """Somebody without an account, such as a relative. ``reach``: telephone or address."""

    kind = serializers.ChoiceField(INVITED)
    name = TextField(max_length=NAME)
    reach = _text(NAME)
    must_come = serializers.BooleanField(required=False, source="required")


class SummonsDetailsBody(ClosedBody):
    """What is left out is as usual: every other unit is called, for 45 minutes, to answer in three weekdays."""

    purpose = _text(PURPOSE_LIMIT)
    duration_min = serializers.IntegerField(required=False, min_value=SHORTEST, max_value=LONGEST)
    at_place = MeetingPlaceBody(required=False)
    units = CalledUnitBody(many=True, required=False)
    invited = InvitedBody(many=True, required=False)
    reply_by = DayField(required=False)
    interpreter = _text(SHORT)
    adaptations = _text(300)
    person_choice = serializers.ChoiceField(list(PERSON_CHOICES.items()), required=False)
    person_wish = _text(300)
    short = serializers.BooleanField(required=False)


class SummonsBody(ClosedBody):
    meeting_at = InstantField()
    place = TextField(max_length=PLACE_LIMIT, allow_blank=True)
    summons = SummonsDetailsBody(required=False)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the summons as one value."""
        said = dict(values.get("summons", {}))
        if "units" in said:
            units = [{**one, "unit_id": str(one["unit_id"])} for one in said["units"]]
            said["units"] = tuple(CalledUnit(**one) for one in units)
        said["invited"] = tuple(Invited(**one) for one in said.get("invited", ()))
        said["at_place"] = MeetingPlace(**said.get("at_place", {}))
        return {**values, "summons": Summons(**said)}


class TimeBody(ClosedBody):
    meeting_at = InstantField()
    place = TextField(max_length=PLACE_LIMIT, allow_blank=True)
    reason = TextField(max_length=300)
    duration_min = serializers.IntegerField(required=False, min_value=SHORTEST, max_value=LONGEST)
    at_place = MeetingPlaceBody(required=False)
    reply_by = DayField(required=False)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the place as one value."""
        if "at_place" in values:
            values = {**values, "at_place": MeetingPlace(**values["at_place"])}
        return values


class ChangedUnitBody(ClosedBody):
    """A called unit that is asked for something else; what is left out becomes as usual."""

    participant_id = serializers.UUIDField()
    must_come = serializers.BooleanField(required=False, source="required")
    function = _text(SHORT)
    prepare = _text(PREPARE)


class ParticipantChangesBody(ClosedBody):
    """``remove``: participant ids. Whoever is not named stays called, and their answer stands."""

    add = CalledUnitBody(many=True, required=False)
    invite = InvitedBody(many=True, required=False)
    remove = serializers.ListField(child=serializers.UUIDField(), required=False)
    change = ChangedUnitBody(many=True, required=False)


class ParticipantsBody(ClosedBody):
    changes = ParticipantChangesBody()
    reason = _text(300)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the changes as one value."""
        said = values["changes"]
        add = [{**one, "unit_id": str(one["unit_id"])} for one in said.get("add", ())]
        changed = [{**one, "participant_id": str(one["participant_id"])} for one in said.get("change", ())]
        changes = ParticipantChanges(
            add=tuple(CalledUnit(**one) for one in add),
            invite=tuple(Invited(**one) for one in said.get("invite", ())),
            remove=tuple(map(str, said.get("remove", ()))),
            change=tuple(ChangedUnit(**one) for one in changed),
        )
        return {**values, "changes": changes}


class SubstituteAnswerBody(ClosedBody):
    """``reason``: required with a no."""

    participant_id = serializers.UUIDField()
    approved = serializers.BooleanField()
    reason = _text(300)
