"""Bodies of the register under /api/v1."""

from typing import Any

from rest_framework import serializers

from deviations.models import Deviation
from deviations.rules import choices
from deviations.rules.finding import KINDS
from deviations.rules.report import LONGEST, LONGEST_EXTRA, LONGEST_REFERENCE, LONGEST_WORDS, Report
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

# Named in the contract (ENUM_NAME_OVERRIDES).
CONSENTS = list(choices.CONSENTS.items())
OTHER_DUTIES = list(choices.OTHER_DUTIES.items())
CARE_FORMS = list(choices.CARE_FORMS.items())
STEPS = list(choices.STEPS.items())
ROUTINES = [(key, word) for key, word in choices.ROUTINES.items() if key]
SEXES = list(choices.SEXES.items())
FLAGS = list(choices.FLAGS.items())
ASKED = [(kind, words) for kind, (verdict, words) in KINDS.items() if verdict == "warn"]


class ReportBody(ClosedBody):
    """``case_id``: the case that it is about, if any. ``not_personal``: kinds that the reporter has answered for.

    ``candidate_id``: the offer that is taken up, if any.
    """

    addressed_unit_id = serializers.UUIDField()
    case_id = serializers.UUIDField(required=False)
    candidate_id = serializers.UUIDField(required=False)
    event_date = DayField()
    reporter_role = serializers.ChoiceField(list(choices.REPORTER_ROLES.items()))
    care_form = serializers.ChoiceField(CARE_FORMS)
    process_step = serializers.ChoiceField(STEPS)
    code = TextField(max_length=6)
    code_words = TextField(required=False, allow_blank=True, max_length=LONGEST_WORDS)
    description = TextField(max_length=LONGEST)
    consequence = serializers.ChoiceField(list(choices.CONSEQUENCES.items()))
    delay_days = serializers.IntegerField(required=False)
    patient_consent = serializers.ChoiceField(CONSENTS)
    other_duty = serializers.ChoiceField(OTHER_DUTIES, required=False)
    immediate_action = TextField(required=False, allow_blank=True, max_length=LONGEST_EXTRA)
    suggestion = TextField(required=False, allow_blank=True, max_length=LONGEST_EXTRA)
    own_ref = TextField(required=False, allow_blank=True, max_length=LONGEST_REFERENCE)
    not_personal = serializers.ListField(child=serializers.ChoiceField(ASKED), required=False)
    kind = serializers.ChoiceField(list(choices.KINDS_OF_REPORT.items()), required=False)
    routine = serializers.ChoiceField(ROUTINES, required=False)
    routine_words = TextField(required=False, allow_blank=True, max_length=LONGEST_WORDS)
    severity = serializers.IntegerField(required=False, min_value=1, max_value=4)
    likelihood = serializers.IntegerField(required=False, min_value=1, max_value=4)
    age_band = serializers.ChoiceField(list(choices.AGE_BANDS.items()), required=False)
    sex = serializers.ChoiceField(SEXES, required=False)
    flags = serializers.ListField(child=serializers.ChoiceField(FLAGS), required=False)
    copies = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=5)

    def arguments(self) -> dict[str, Any]:
        """Return the act's own arguments. Called only when the body is valid."""
        told = dict(self.validated_data)
        act = {
            name: told.pop(name)
            for name in ("addressed_unit_id", "case_id", "candidate_id", "not_personal", "copies")
            if name in told
        }
        if "flags" in told:
            told["flags"] = tuple(told["flags"])
        return act | {"report": Report(**told)}


class DeviationBody(serializers.Serializer[Any]):
    """One deviation without its texts."""

    number = serializers.CharField()
    state = serializers.CharField()
    registered_at = InstantField()
    event_date = serializers.DateField()
    reporting_unit_id = serializers.UUIDField()
    addressed_unit_id = serializers.UUIDField()
    direction = serializers.CharField()
    process_step = serializers.IntegerField()
    code = serializers.CharField()
    consequence = serializers.CharField()


class DeviationsBody(serializers.Serializer[object]):
    results = DeviationBody(many=True)
    next = serializers.URLField(allow_null=True)


def deviation_body(row: Deviation) -> dict[str, Any]:
    """Return ``row`` as ``DeviationBody`` reads it."""
    names = ("number", "state", "registered_at", "event_date", "reporting_unit_id", "addressed_unit_id")
    more = ("direction", "process_step", "consequence")
    return {name: getattr(row, name) for name in (*names, *more)} | {"code": row.code_reported}
