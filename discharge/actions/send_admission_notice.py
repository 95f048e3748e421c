"""Skicka inskrivningsmeddelande: LUS 2 kap. 1–3 §§. Exactly four items, to every concerned unit, within 24 hours."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.recipients import ROLE_OF_KIND, check_recipients
from discharge.rules.time_refusal import time_refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .assess_need import Needs, need_event
from .case_act import begin, refuse
from .weekend_guard import weekend_warning


@dataclass(frozen=True)
class Recipient:
    """A unit that gets the notice, in which role, and why it was proposed (Swedish, for the page)."""

    unit_id: str
    role: str
    why: str = ""


@transaction.atomic
def send_admission_notice(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    needs: Needs,
    expected_discharge: date,
    recipients: Sequence[Recipient],
    seen_version: int | None = None,
) -> CaseFacts:
    """Send the notice. Name, number and registered address are read from the register by each recipient.

    Raises PrimaryCareRequired when municipal health care may be needed and no outpatient unit is told.
    """
    act = begin(
        "send_admission_notice",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    assert act.facts.admitted_at is not None
    need = need_event(needs, act.facts.admitted_at)
    refuse(time_refusal("assess_need", act.facts, need.happened_at or at, at), field="need_assessed_at")
    _refuse_recipients(needs, recipients)
    refuse_past(expected_discharge, at)
    return act.record(
        need,
        New(
            "admission_notice_sent",
            {
                "expected_discharge": expected_discharge.isoformat(),
                "recipients": [asdict(recipient) for recipient in recipients],
            },
        ),
        *_date_set(act.facts, expected_discharge),
        *weekend_warning(
            "expected_discharge",
            [(one.unit_id, one.role) for one in recipients],
            expected_discharge,
            hours_of=act.hours_of,
        ),
    )


def _date_set(facts: CaseFacts, day: date) -> list[New]:
    """Return the event of the date, unless an earlier notice of the case has set the same one."""
    return (
        [] if day == facts.expected_discharge else [New("expected_discharge_set", {"new": day.isoformat()})]
    )


def refuse_past(expected_discharge: date, at: datetime, field: str = "expected_discharge") -> None:
    """Refuse an expected discharge on a day that has been."""
    if expected_discharge < local_date(at):
        raise InvalidInput(
            "Beräknad utskrivning är en dag som redan har varit.",
            "Välj i dag eller en senare dag.",
            code="expected-discharge-past",
            field=field,
        )


def _refuse_recipients(needs: Needs, recipients: Sequence[Recipient]) -> None:
    roles = [recipient.role for recipient in recipients]
    refuse(check_recipients(municipal_health=needs.municipal_health, roles=roles), field="recipients")
    for recipient in recipients:
        refuse_receiver(recipient.unit_id, recipient.role)


def refuse_receiver(unit_id: str, role: str = "", field: str = "recipients") -> None:
    """Refuse a unit that does not exist, has closed, or cannot be told in ``role`` ("" = in its own)."""
    unit = units_by_id([unit_id] if _is_id(unit_id) else []).get(unit_id)
    if unit is None or unit.closed_on:
        raise InvalidInput(
            "En av de valda enheterna finns inte eller har lagts ned.",
            "Välj en annan mottagare.",
            code="unknown-unit",
            field=field,
        )
    if unit.kind not in ROLE_OF_KIND or role not in ("", ROLE_OF_KIND[unit.kind]):
        raise InvalidInput(
            f"{unit.name} kan inte få meddelanden i den rollen.",
            "Välj en enhet i kommunen eller i öppenvården, i dess egen roll.",
            code="wrong-role",
            field=field,
        )


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
