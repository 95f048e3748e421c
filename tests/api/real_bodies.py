"""What the sweep posts: bodies that a client or a form would really send, for each address."""

import json
from typing import Any
from urllib.parse import urlencode

from rest_framework import serializers

from discharge.api.act_route import ACTS
from discharge.models import Case
from sip.document_api import DOCUMENT_ACTS

from .acts import READY
from .routes import Route

ON_DOCUMENT = {act.name: act for act in DOCUMENT_ACTS}
# By the field's name, the same for pages and API; whatever has choices gets the first one.
VALUES: dict[str, Any] = {
    **READY,
    "reason": "Fel uppgift",
    "reasons": "Kan inte ta ställning",
    "participant_id": "0" * 32,
    "review_on": "2026-06-03",
    "text": "Förklaring",
    "point": "CL-K1",
    "new_date": "2026-03-09",
    "expected_discharge": "2026-03-09",
    "left_at": "2026-03-03T10:00:00+01:00",
    "died_at": "2026-03-03T10:00:00+01:00",
    "meeting_at": "2026-03-06T10:00:00+01:00",
    "confirmed": True,
    "ready": True,
    "needed": True,
    "note": "Ringer hemtjänsten",
    "done": "Du fick vård.",
    "medicines": "Inga nya.",
    "watch_for": "Feber.",
    "what": "Hemtjänst",
    "file": "fil",
    "name": "Eva Nord",
    "title": "dsk",
    "place": "Rum 4",
    "answered_by": "Vakthavande",
    "track": "neutral_b",
    "before": 0,
    "now": 1,
    **dict.fromkeys(("moved_at", "back_at", "decided_at", "made_at", "told_at"), "2026-03-03T10:00:00+01:00"),
    "happened_at": "2026-03-03T09:00:00+01:00",
    "serial": "AVD72-0001",
    "receiver": "Växeln",
    "accepted": True,
    "approved": True,
    "survey_offered": True,
    "consented": True,
    "goals": "Klara trappan",
    "made_on": "2026-01-05",
    "requested_on": "2026-03-02",
    "premeeting": True,
    "month": "2026-02",
    "fingerprint": "0" * 16,
    "slot_id": "0" * 32,
    "values": {"words": "Klara trappan"},
    "row_id": "0" * 32,
    "row_version": 0,
    "content_hash": "0" * 64,
}
TYPED = {
    "point": "CL-K1",
    "answer": "yes",
    "code": "guardian",
    "reason": "moved",
    "what": "Hemtjänst",
    "name": "Eva Nord",
    "title": "dsk",
    "confirmed": "on",
    "assessed_at": "2026-03-03 09.30",
    "left_at": "2026-03-03 09.50",
    "died_at": "2026-03-03 09.50",
    "meeting_at": "2026-03-06 10.00",
    "place": "Rum 4",
    "expected_choice": "2026-03-06",
    "needs": "outpatient",
    "need_judged": "same",
    "needed": "yes",
    "state": "given",
    "given_by": "self",
    "ready": "yes",
    "parts": "medicine_list",
    "destination": "home",
    "part": "food",
    "where": "paper",
    "done": "Du fick vård.",
    "medicines": "Inga nya.",
    "watch_for": "Feber.",
    "form": "oral",
    "to": "patient",
    "language": "sv",
    "result": "well",
    "accepted": "yes",
    "how": "oral",
    "goals": "Klara trappan",
    "responsible": "region",
    "made_on": "2026-01-05",
    "consented": "on",
    "physician": "Jonas Ek",
    "legal_ground": "consent",
    **dict.fromkeys(("moved_at", "back_at", "decided_at", "made_at", "told_at"), "2026-03-03 09.50"),
    "receiver": "Växeln",
    "channel": "phone",
    "legal_status": "lpt",
    "idempotency_key": "sweep-key-1",
    "words": "Klara trappan",
    "row_id": "0" * 32,
    "row_version": "0",
    "content_hash": "0" * 64,
    "month": "2026-02",
    "fingerprint": "0" * 16,
    "counterpart": "01",
}


def real_body(route: Route, case: Case, message_id: str, unit_id: str) -> str:
    """Return the body of a POST as it is sent. ``unit_id``: the viewer's own unit, where a unit is asked for."""
    number = case.person.identifier
    if not route.is_api:
        asked = {"discharge/new/": {"number": number, "do": "find"}, "search/": {"q": number}}
        asked["discharge/new/recipients/"] = {"number": number}
        return urlencode(asked.get(route.pattern, TYPED | {"unit_id": unit_id, "owner_id": unit_id}))
    units = (
        "unit_id",
        "wrong_unit_id",
        "new_unit_id",
        "owner_unit_id",
        "owner_id",
        "function_id",
        "to_ward_id",
    )
    events = ("message_id", "reason_id", "event_id", "proposal_id", "registration_id", "block_id")
    ids = dict.fromkeys(units, unit_id) | dict.fromkeys(events, message_id)
    bodies = {
        "api/v1/persons/search": {"identifier": number},
        "api/v1/persons": {"number": number, "family_name": "Berg"},
        "api/v1/cases": {"person_id": str(case.person_id), "admitted_at": "2026-03-03T08:00:00+01:00"},
    }
    act = ON_DOCUMENT.get(route.pattern.rpartition("/")[2]) or ACTS.get(route.pattern.rpartition("/")[2])
    return json.dumps(_sent(act.body(), VALUES | ids) if act else bodies.get(route.pattern, {}))


def _sent(body: serializers.Serializer[Any], values: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(name, field, values) for name, field in body.fields.items() if field.required}


def _value(name: str, field: Any, values: dict[str, Any]) -> Any:
    inner: Any = getattr(field, "child", None)
    if isinstance(field, serializers.ListSerializer):
        return [_sent(inner, values)]
    if isinstance(field, serializers.Serializer):
        return _sent(field, values) | {"outpatient": True}
    if isinstance(field, serializers.ListField):
        return [next(iter(inner.choices))] if hasattr(inner, "choices") else [values["unit_id"]]
    return next(iter(field.choices)) if isinstance(field, serializers.ChoiceField) else values[name]
