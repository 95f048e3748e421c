"""Ändra öppettider och eskalering: what a unit's administrator sets. Each change is written down with who made it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from lus.refusals import InvalidInput

from .actor import Actor
from .models import EscalationLadder, OpeningException, OpeningHours, SettingChange, Unit
from .roles import Permission

OpenDay = tuple[time, time]
LONGEST_MINUTES = 7 * 24 * 60


@transaction.atomic
def set_week(*, week: Mapping[int, OpenDay], actor: Actor, at: datetime) -> None:
    """Replace the weekly hours. ``week``: weekday (0 = Monday) → (opens, closes); a missing one is closed."""
    unit = _own(actor)
    for weekday, (opens, closes) in week.items():
        _refuse_backwards(opens, closes, f"day_{weekday}")
    OpeningHours.objects.filter(unit=unit).delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(unit=unit, weekday=weekday, opens=opens, closes=closes)
        for weekday, (opens, closes) in week.items()
    )
    note(actor, at, f"Öppettider: {len(week)} dagar i veckan")


@transaction.atomic
def set_exception(*, day: date, hours: OpenDay | None, actor: Actor, at: datetime, text: str = "") -> None:
    """Give one day its own hours; None = closed all day. A later change of the same day replaces it."""
    unit = _own(actor)
    if hours is not None:
        _refuse_backwards(*hours, "opens")
    opens, closes = hours or (None, None)
    OpeningException.objects.update_or_create(
        unit=unit, day=day, defaults={"opens": opens, "closes": closes, "note": text[:80]}
    )
    note(actor, at, f"Undantag {day}: {'stängt' if hours is None else f'{opens:%H.%M}–{closes:%H.%M}'}")


@transaction.atomic
def remove_exception(*, day: date, actor: Actor, at: datetime) -> None:
    """Let the day have the week's hours again."""
    gone, _ = OpeningException.objects.filter(unit=_own(actor), day=day).delete()
    if not gone:
        raise InvalidInput("Dagen har inget undantag.", "Välj en dag ur listan.", field="day")
    note(actor, at, f"Undantag {day} borttaget")


@transaction.atomic
def set_ladder(
    *,
    normal: Sequence[int],
    after_opening: int,
    urgent: Sequence[int],
    actor: Actor,
    at: datetime,
    backup_id: UUID | str | None = None,
) -> None:
    """Set the unit's own ladder, in minutes; it counts for messages sent from now on."""
    unit = _own(actor)
    _refuse_falling(normal, "normal")
    _refuse_falling(urgent, "urgent")
    if backup_id and not _may_stand_in(unit, backup_id):
        raise InvalidInput(
            "Ersättaren ska vara en öppen enhet hos samma huvudman.",
            "Välj en annan enhet.",
            field="backup_id",
        )
    EscalationLadder.objects.create(
        unit=unit,
        normal=list(normal),
        after_opening=after_opening,
        urgent=list(urgent),
        backup_id=backup_id or None,
        set_at=at,
        set_by=actor.name,
    )
    note(
        actor, at, f"Eskalering: {'/'.join(map(str, normal))} och brådskande {'/'.join(map(str, urgent))} min"
    )


def note(actor: Actor, at: datetime, what: str) -> None:
    """Write down a change of the actor's own unit."""
    SettingChange.objects.create(
        unit_id=str(actor.unit_id), changed_at=at, changed_by=actor.name, what=what[:200]
    )


def _own(actor: Actor) -> Unit:
    actor.require(Permission.ADMINISTER_UNIT)
    return Unit.objects.select_for_update().get(pk=str(actor.unit_id))


def _refuse_backwards(opens: time, closes: time, field: str) -> None:
    if closes <= opens:
        raise InvalidInput("Stängningen är före öppningen.", "Skriv till exempel 08.00–16.30.", field=field)


def _refuse_falling(minutes: Sequence[int], field: str) -> None:
    if list(minutes) != sorted(set(minutes)) or not 0 < minutes[0] <= minutes[-1] <= LONGEST_MINUTES:
        raise InvalidInput(
            "Varje steg ska komma efter det förra, inom en vecka.", "Ändra minuterna.", field=field
        )


def _may_stand_in(unit: Unit, backup_id: UUID | str) -> bool:
    found = Unit.objects.filter(pk=backup_id, principal_id=unit.principal_id, closed_on__isnull=True)
    return found.exclude(pk=unit.pk).exists()
