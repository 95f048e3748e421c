"""Bodies of the acts on a deviation, and of one deviation as the client's unit may read it."""

from typing import Any

from rest_framework import serializers

from deviations.queries.deviation_page import DeviationPage
from deviations.rules.choices import ENTRY_KINDS, MASK_REASONS, OWNER_ROLES, SEVERITIES, SIDES
from deviations.rules.owed import deviation_duties
from deviations.rules.report import LONGEST
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

from .bodies import ASKED, DeviationBody, deviation_body


class DeviationNothingBody(ClosedBody):
    """An act that needs to be told nothing."""


class DeviationTextBody(ClosedBody):
    """``not_personal``: kinds of the guard that the author has answered for."""

    text = TextField(max_length=LONGEST)
    not_personal = serializers.ListField(child=serializers.ChoiceField(ASKED), required=False)


class DeviationNoteBody(DeviationTextBody):
    text = TextField(max_length=LONGEST, required=False, allow_blank=True)


class DeviationAssessBody(DeviationNoteBody):
    severity = serializers.ChoiceField(list(SEVERITIES.items()))


class DeviationActionBody(DeviationTextBody):
    owner_role = serializers.ChoiceField(list(OWNER_ROLES.items()))
    due = DayField()


class DeviationRerouteBody(DeviationTextBody):
    to_unit_id = serializers.UUIDField()


class DeviationLiftBody(DeviationTextBody):
    """``group_id``: a unit of kind ``cooperation``."""

    group_id = serializers.UUIDField()


class DeviationRecodeBody(DeviationTextBody):
    code = TextField(max_length=6)


class MaskRangeBody(ClosedBody):
    """Places from 0; ``end`` is the first one that is left."""

    start = serializers.IntegerField(min_value=0)
    end = serializers.IntegerField(min_value=1)


class DeviationRedactBody(ClosedBody):
    """``where``: a field of the report (``description``), or the id of an entry."""

    where = TextField(max_length=40)
    ranges = MaskRangeBody(many=True)
    reason = serializers.ChoiceField(list(MASK_REASONS.items()))

    def arguments(self) -> dict[str, Any]:
        """Return the act's own arguments. Called only when the body is valid."""
        told = dict(self.validated_data)
        return told | {"ranges": [(one["start"], one["end"]) for one in told["ranges"]]}


class DeviationEntryBody(serializers.Serializer[object]):
    """What was said with one event: by which side, role and unit; never by whom."""

    id = serializers.UUIDField()
    event_id = serializers.UUIDField()
    kind = serializers.ChoiceField(list(ENTRY_KINDS.items()))
    side = serializers.ChoiceField(list(SIDES.items()), source="author_side")
    unit_id = serializers.UUIDField(source="author_unit_id", allow_null=True)
    at = InstantField()
    text = serializers.CharField()


class DeviationEventBody(serializers.Serializer[object]):
    event_id = serializers.UUIDField()
    name = serializers.CharField()
    at = InstantField()
    unit_id = serializers.UUIDField(allow_null=True)


class DeviationMeasureBody(serializers.Serializer[object]):
    event_id = serializers.UUIDField()
    owner_unit = serializers.UUIDField()
    owner_role = serializers.ChoiceField(list(OWNER_ROLES.items()))
    due = serializers.DateField()
    done_at = InstantField(allow_null=True)


class DeviationDutyBody(serializers.Serializer[object]):
    """``reference``: how binding the limit is; ``due_at`` null: no limit is laid down."""

    code = serializers.CharField()
    unit_id = serializers.UUIDField()
    due_at = InstantField(allow_null=True)
    reference = serializers.CharField()


class OneDeviationBody(DeviationBody):
    """``acts``: what the client's unit can do now, by name. Texts are empty for who may not read them."""

    version = serializers.IntegerField()
    case_id = serializers.UUIDField(allow_null=True)
    code_analysed = serializers.CharField(allow_blank=True)
    description = serializers.CharField(allow_blank=True)
    immediate_action = serializers.CharField(allow_blank=True)
    suggestion = serializers.CharField(allow_blank=True)
    events = DeviationEventBody(many=True)
    entries = DeviationEntryBody(many=True)
    measures = DeviationMeasureBody(many=True)
    duties = DeviationDutyBody(many=True)
    acts = serializers.ListField(child=serializers.CharField())


class DeviationDone(serializers.Serializer[object]):
    """What an act answers: where the deviation stands; the texts are read from the deviation."""

    number = serializers.CharField()
    version = serializers.IntegerField()
    state = serializers.CharField()


def one_deviation(page: DeviationPage) -> dict[str, Any]:
    """Return the values that ``OneDeviationBody`` writes."""
    row, facts = page.row, page.facts
    texts = ("description", "immediate_action", "suggestion")
    hidden = set() if page.sight.internal else {"deviation_noted_internally"}
    return deviation_body(row) | {
        "version": facts.version,
        "case_id": page.case_id,
        "code_analysed": row.code_analysed,
        **{name: getattr(row, name) if page.sight.text else "" for name in texts},
        "events": [
            {"event_id": one.event_id, "name": one.name, "at": one.happened_at, "unit_id": one.unit_id}
            for one in facts.events
            if one.name not in hidden
        ],
        "entries": page.entries,
        "measures": facts.measures if page.sight.answer else [],
        "duties": [one for one in deviation_duties(facts) if one.unit_id and one.met_at is None],
        "acts": [act.replace("_", "-") for act in page.acts],
    }
