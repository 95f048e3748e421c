"""Cases with something wrong in them, or with a notice that went on paper."""

from datetime import timedelta

from discharge.actions.correct_event import correct_event
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
