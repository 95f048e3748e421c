"""Planeringen i ett svar: track, planning basis, ADL and aids, as the case page's section shows them."""

from typing import Any

from rest_framework import serializers

from discharge.queries.case_page import CasePage
from discharge.queries.reads_planning import reads_field
from discharge.rules.adl import needs_two, personal_sum
from discharge.rules.facts_of_planning import AdlAssessment
from discharge.rules.planning_basis import AskedField, asked_fields, settled_of
from discharge.rules.track import Track
from discharge.rules.track_suggestion import suggested_track
from discharge.rules.tracks import track_by_key
from lus.api.fields import InstantField
from lus.organisations.actor import Actor
from lus.swedish_time import local_date


class TrackOut(serializers.Serializer[object]):
    key = serializers.CharField()
    letter = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    colour = serializers.CharField()
    sip_expected = serializers.CharField()
    trust = serializers.CharField()
    reasons = serializers.ListField(child=serializers.CharField())


class FieldOut(serializers.Serializer[object]):
    """``value`` null: blank, or answered and not for this reader (``is_hidden``). ``version``: of its latest answer."""

    key = serializers.CharField()
    area = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    owner_unit_id = serializers.UUIDField()
    state = serializers.CharField()
    value = serializers.CharField(allow_null=True)
    is_hidden = serializers.BooleanField()
    answered_at = InstantField(allow_null=True)
    answered_by = serializers.CharField()
    chase_at = InstantField(allow_null=True)
    version = serializers.IntegerField()


class BasisOut(serializers.Serializer[object]):
    answered = serializers.IntegerField()
    asked = serializers.IntegerField()
    fields_asked = FieldOut(many=True)


class AdlItemOut(serializers.Serializer[object]):
    key = serializers.CharField()
    before = serializers.IntegerField()
    now = serializers.IntegerField()
    carers = serializers.IntegerField()
    aid = serializers.CharField()


class AdlOut(serializers.Serializer[object]):
    assessed_at = InstantField()
    assessed_by_role = serializers.CharField()
    unit_id = serializers.UUIDField()
    items = AdlItemOut(many=True)
    comment = serializers.CharField()
    personal_sum = serializers.IntegerField(allow_null=True)
    needs_two = serializers.BooleanField()
    assessments = serializers.IntegerField()


class AidOut(serializers.Serializer[object]):
    what = serializers.CharField()
    where = serializers.CharField()
    by_day = serializers.DateField(allow_null=True)
    owner_unit_id = serializers.UUIDField()
    in_place = serializers.BooleanField()


class PlanningOut(serializers.Serializer[object]):
    track = TrackOut(allow_null=True)
    suggested_track = TrackOut(allow_null=True)
    basis = BasisOut()
    adl = AdlOut(allow_null=True)
    aids = AidOut(many=True)


def planning_body(page: CasePage, viewer: Actor) -> dict[str, Any]:
    """Return the planning as ``PlanningOut`` writes it for ``viewer``."""
    facts = page.facts
    confirmed = facts.planning.track
    day = local_date(facts.last_event_at) if facts.last_event_at else None
    suggestion = suggested_track(facts, day) if day else None
    answered, asked = settled_of(facts)
    return {
        "track": _track(track_by_key(confirmed.key), confirmed.reasons) if confirmed else None,
        "suggested_track": _track(suggestion.track, suggestion.reasons) if suggestion else None,
        "basis": {
            "answered": answered,
            "asked": asked,
            "fields_asked": [_field(one, page, viewer) for one in asked_fields(facts)],
        },
        "adl": _adl(facts.planning.adl, len(facts.planning.assessments)),
        "aids": [vars(aid) for aid in facts.planning.aids.values()],
    }


def _track(track: Track | None, reasons: tuple[str, ...]) -> dict[str, Any] | None:
    if track is None:
        return None
    names = ("key", "letter", "label", "colour", "sip_expected", "trust")
    return {name: getattr(track, name) for name in names} | {"reasons": reasons}


def _field(one: AskedField, page: CasePage, viewer: Actor) -> dict[str, Any]:
    answer = one.answer
    hidden = answer is not None and not reads_field(viewer, page.facts, one.field.key)
    return {
        "key": one.field.key,
        "area": one.field.area,
        "label": one.field.label,
        "owner_unit_id": one.unit_id,
        "state": answer.state if answer else "blank",
        "value": answer.value if answer and answer.state == "answered" and not hidden else None,
        "is_hidden": hidden,
        "answered_at": answer.at if answer else None,
        "answered_by": answer.unit_name if answer else "",
        "chase_at": answer.chase_at if answer else None,
        "version": answer.seq if answer else 0,
    }


def _adl(latest: AdlAssessment | None, number: int) -> dict[str, Any] | None:
    if latest is None:
        return None
    derived = {"personal_sum": personal_sum(latest), "needs_two": needs_two(latest), "assessments": number}
    return vars(latest) | derived
