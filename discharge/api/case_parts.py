"""Ärendets delar: its events, what is owed, the payment ledger, and what may be done now."""

from collections.abc import Container
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.events import EVENTS
from discharge.queries import ward_only
from discharge.queries.case_page import CasePage, case_page
from discharge.queries.reads_planning import reads_event
from discharge.queries.ward_only import reads_more
from discharge.rules.facts import EventFact
from lus.api.cursors import parameters
from lus.api.fields import InstantField
from lus.api.if_match import etag
from lus.api.person_body import ADDRESS
from lus.api.view import ApiView

from .act_states import act_states
from .case_body import UnitRef
from .duties import DutyBody, duty_body
from .ledger_body import LedgerBody, ledger_body


class WhoBody(serializers.Serializer[object]):
    name = serializers.CharField()
    unit_id = serializers.UUIDField(allow_null=True)
    unit_name = serializers.CharField()


class EventBody(serializers.Serializer[object]):
    id = serializers.UUIDField()
    seq = serializers.IntegerField()
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    happened_at = InstantField()
    recorded_at = InstantField()
    by = WhoBody()
    data = serializers.DictField()  # type: ignore[assignment]


class Events(serializers.Serializer[object]):
    results = EventBody(many=True)


class CaseDuty(DutyBody):
    unit = UnitRef(allow_null=True)


class Duties(serializers.Serializer[object]):
    results = CaseDuty(many=True)


class ActState(serializers.Serializer[object]):
    act = serializers.CharField()
    href = serializers.CharField()
    allowed = serializers.BooleanField()
    if_match = serializers.BooleanField()
    why_not = serializers.DictField(allow_null=True)


class ActStates(serializers.Serializer[object]):
    results = ActState(many=True)


class CasePart(ApiView):
    """A part of one case. ``action`` is what the access log says was looked at."""

    action = ""

    def answer(self, request: Request, case_id: UUID) -> Response:
        """Return the part, with the case's version as ETag."""
        parameters(request)
        shown = case_page(self.viewer, case_id, at=self.at, action=self.action)
        return Response(self.part(shown, request), headers={"ETag": etag(shown.facts.version)})

    def part(self, shown: CasePage, request: Request) -> dict[str, Any]:
        raise NotImplementedError


class EventsView(CasePart):
    """Everything that has happened in the case, in order."""

    action = "case_events"

    @extend_schema(operation_id="case_events", responses=Events)
    def get(self, request: Request, case_id: UUID) -> Response:
        return self.answer(request, case_id)

    def part(self, shown: CasePage, request: Request) -> dict[str, Any]:
        hidden = (*ADDRESS, "of_age_from") if shown.case.person.is_protected else ()
        more = reads_more(self.viewer, shown.facts)
        emptied = () if more else ward_only.EVENTS
        fields = {} if more else ward_only.FIELDS
        closed = {
            event.event_id
            for event in shown.facts.events
            if event.name in emptied or not reads_event(self.viewer, shown.facts, event)
        }
        events = [
            _event(event, {*hidden, *fields.get(event.name, ())}, closed) for event in shown.facts.events
        ]
        return {"results": EventBody(events, many=True).data}


class ObligationsView(CasePart):
    """What each unit owes or has done, with its clock and the paragraph behind it."""

    action = "case_obligations"

    @extend_schema(operation_id="case_obligations", responses=Duties)
    def get(self, request: Request, case_id: UUID) -> Response:
        return self.answer(request, case_id)

    def part(self, shown: CasePage, request: Request) -> dict[str, Any]:
        rows = [
            duty_body(duty, self.at) | {"unit": shown.units.get(str(duty.unit_id))} for duty in shown.clocks
        ]
        return {"results": CaseDuty(rows, many=True).data}


class LedgerView(CasePart):
    """The payment count day by day: a calculation, never an invoice."""

    action = "case_ledger"

    @extend_schema(operation_id="case_payment_ledger", responses=LedgerBody)
    def get(self, request: Request, case_id: UUID) -> Response:
        return self.answer(request, case_id)

    def part(self, shown: CasePage, request: Request) -> dict[str, Any]:
        return ledger_body(shown.ledger, self.viewer)


class ActsView(CasePart):
    """Each act for this viewer: allowed, or why not."""

    action = "case_acts"

    @extend_schema(operation_id="case_acts", responses=ActStates)
    def get(self, request: Request, case_id: UUID) -> Response:
        return self.answer(request, case_id)

    def part(self, shown: CasePage, request: Request) -> dict[str, Any]:
        return {"results": act_states(shown, self.viewer, request, self.at)}


def _event(event: EventFact, hidden: Container[str], closed: Container[str]) -> dict[str, Any]:
    kind, told = EVENTS.get(event.name), {} if event.event_id in closed else event.data
    return {
        "id": event.event_id,
        "seq": event.seq,
        "name": event.name,
        "label": kind.label if kind else event.name,
        "happened_at": event.happened_at,
        "recorded_at": event.recorded_at,
        "by": {"name": event.actor_name, "unit_id": event.unit_id, "unit_name": event.unit_name},
        "data": {key: value for key, value in told.items() if key not in hidden},
    }
