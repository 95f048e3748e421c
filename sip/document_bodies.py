"""Bodies about a plan's document: its rows, and what an act on it takes."""

from typing import Any

from rest_framework import serializers

from lus.api.fields import ClosedBody, DayField, InstantField, TextField
from sip.queries.document_page import DocumentPage
from sip.queries.older_goals import OlderGoals
from sip.rules.document.choices import COPY_WAYS, STATUSES
from sip.rules.document.confirm import REASON_LIMIT, left_to_confirm
from sip.rules.document.field import SENTENCES
from sip.rules.document.quality_hints import quality_hints
from sip.rules.document.sections import SECTIONS
from sip.rules.document.when import open_document_acts

COPY_CHOICES = list(COPY_WAYS.items())
STATUS_CHOICES = list(STATUSES.items())
SECTION_CHOICES = [(key, section.label) for key, section in SECTIONS.items()]


class SaveRowBody(ClosedBody):
    """``values``: text by field, a date as ``YYYY-MM-DD``, a unit or goal by id. ``row_version``: what one saw."""

    section = serializers.ChoiceField(SECTION_CHOICES)
    values = serializers.DictField(child=TextField(allow_blank=True, max_length=SENTENCES))
    row_id = serializers.UUIDField(required=False)
    row_version = serializers.IntegerField(required=False, min_value=0)


class RemoveRowBody(ClosedBody):
    row_id = serializers.UUIDField()
    row_version = serializers.IntegerField(min_value=0)


class ReuseGoalsBody(ClosedBody):
    """``goals``: ids out of the document's ``older_goals``."""

    goals = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=100)


class LockBody(ClosedBody):
    """``consented``: the person agrees to the plan, when no consent to it holds yet.

    ``short``: *Kort SIP*, with what the law asks for.
    """

    consented = serializers.BooleanField(required=False)
    short = serializers.BooleanField(required=False)


class ConfirmBody(ClosedBody):
    """``content_hash``: of the version that the unit has read."""

    content_hash = TextField(max_length=64)
    note = TextField(required=False, allow_blank=True, max_length=REASON_LIMIT)


class ObjectBody(ClosedBody):
    content_hash = TextField(max_length=64)
    note = TextField(max_length=REASON_LIMIT)


class GapsBody(ClosedBody):
    reason = TextField(max_length=REASON_LIMIT)


class ShareBody(ClosedBody):
    way = serializers.ChoiceField(COPY_CHOICES)
    given_on = DayField(required=False)


class InterventionBody(ClosedBody):
    row_id = serializers.UUIDField()
    status = serializers.ChoiceField(STATUS_CHOICES)


class PlanRowOut(serializers.Serializer[object]):
    id = serializers.UUIDField()
    section = serializers.CharField()
    values = serializers.DictField(child=serializers.CharField())
    row_version = serializers.IntegerField()
    saved_at = InstantField()
    saved_by_unit = serializers.CharField()


class PlanHintOut(serializers.Serializer[object]):
    row_id = serializers.CharField()
    field = serializers.CharField()
    text = serializers.CharField()


class PlanVersionOut(serializers.Serializer[object]):
    no = serializers.IntegerField()
    content_hash = serializers.CharField()
    locked_at = InstantField()
    locked_by = serializers.CharField()
    rows = PlanRowOut(many=True)


class OldGoalOut(serializers.Serializer[object]):
    """A goal of the person's earlier plan, as it would stand in this one. ``id``: what ``reuse-goals`` takes."""

    id = serializers.UUIDField()
    values = serializers.DictField(child=serializers.CharField())


class UnitAnswerOut(serializers.Serializer[object]):
    unit_id = serializers.CharField()
    no = serializers.IntegerField()
    kind = serializers.CharField()
    note = serializers.CharField()
    at = InstantField()


class DocumentBody(serializers.Serializer[object]):
    """``version``: of the plan's own stream. ``established_no``: of the version in force, 0 for none.

    ``older_goals``: of the person's earlier plan, not in this one. ``acts``: what the viewer's unit can do now.
    """

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    status = serializers.CharField()
    rows = PlanRowOut(many=True)
    hints = PlanHintOut(many=True)
    versions = PlanVersionOut(many=True)
    answers = UnitAnswerOut(many=True)
    established_no = serializers.IntegerField()
    left_to_confirm = serializers.ListField(child=serializers.CharField())
    older_goals = OldGoalOut(many=True)
    acts = serializers.ListField(child=serializers.CharField())


def document_out(page: DocumentPage, older: OlderGoals | None = None) -> dict[str, Any]:
    """Return the values that ``DocumentBody`` writes."""
    document = page.document
    acts = open_document_acts(page.process, document, page.writer, page.at)
    return {
        "id": page.plan.pk,
        "version": page.facts.version,
        "status": document.status,
        "rows": document.rows,
        "hints": quality_hints(document.rows),
        "versions": document.versions,
        "answers": document.answers,
        "established_no": document.established_no,
        "left_to_confirm": left_to_confirm(document),
        "older_goals": older.goals if older else (),
        "acts": [act.replace("_", "-") for act in acts],
    }
