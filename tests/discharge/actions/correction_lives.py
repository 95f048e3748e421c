"""Cases with something wrong in them, or with a notice that went on paper."""

from datetime import timedelta
from typing import Any

from discharge.actions.correct_event import correct_event
from discharge.actions.register_paper_notice import register_paper_notice
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from tests.factories import an_actor

from .life import Life


def colleague(of: Actor) -> Actor:
    """Another person at the same unit, with the same task."""
    return an_actor(Unit.objects.get(pk=str(of.unit_id)), Role(of.role))


def proposed() -> Life:
    """Four days after the discharge a colleague at the ward says that it was an hour earlier."""
    life = Life().later(hours=3).left()
    event = life.last("patient_discharged")
    life.later(days=4)
    life.does(
        colleague(life.ward),
        correct_event,
        event_id=event.pk,
        values={"happened_at": (event.happened_at - timedelta(hours=1)).isoformat()},
        reason="Fel klockslag",
    )
    return life


def on_paper(life: Life, serial: str = "AVD72-0001", **delta: float) -> dict[str, Any]:
    """Say that the ready notice was faxed to the municipality so long before it was sent here, assessed before that."""
    notice = life.last("ready_notice_sent")
    return {
        "event_id": notice.pk,
        "happened_at": notice.happened_at - timedelta(**delta or {"minutes": 5}),
        "unit_id": life.municipality.unit_id,
        "serial": serial,
        "channel": "fax",
        "receiver": "Mottagningen",
        "reason": "Systemet låg nere",
    }


def registered() -> Life:
    """The ready notice was faxed five minutes before the system took it; the municipality has not answered."""
    life = Life().later(hours=3).ready()
    life.does(life.ward, register_paper_notice, **on_paper(life))
    return life
