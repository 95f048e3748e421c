"""Schemalägg jour: add, remove, copy and swap shifts. Each change is written down with who made it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere
from lus.swedish_time import at_local, local_date, local_midnight, local_time

from .models import OnCallFunction, OnCallGroup, OnCallShift, RosterChange

WEEK = timedelta(days=7)


@transaction.atomic
def add_shift(
    *, function_id: UUID, starts_at: datetime, ends_at: datetime, actor: Actor, at: datetime
) -> OnCallShift:
    """Put the function on duty. Refused: end before start, overlap inside the group, outside the agreement."""
    function = _function(function_id, actor)
    _lock(function.group)
    shift = _add(function, starts_at, ends_at)
    _note(function.group, actor, at, f"La till {_words(shift)}")
    return shift


@transaction.atomic
def remove_shift(*, shift_id: UUID, actor: Actor, at: datetime) -> None:
    """Take a shift away."""
    shift = _shift(shift_id, actor)
    _note(shift.function.group, actor, at, f"Tog bort {_words(shift)}")
    shift.delete()


@transaction.atomic
def copy_week(*, group_id: UUID, monday: date, actor: Actor, at: datetime) -> int:
    """Copy the shifts that start in the week of ``monday`` to the week after, by the clock; return how many."""
    group = _group(group_id, actor)
    _lock(group)
    start, end = local_midnight(monday), local_midnight(monday + WEEK)
    rows = list(_shifts_of(group).filter(starts_at__gte=start, starts_at__lt=end).order_by("starts_at"))
    if not rows:
        raise InvalidInput("Veckan har inga pass att kopiera.", "Välj en vecka med pass.", field="monday")
    for row in rows:
        _add(row.function, _week_later(row.starts_at), _week_later(row.ends_at))
    _note(group, actor, at, f"Kopierade {len(rows)} pass till veckan från {monday + WEEK}")
    return len(rows)


@transaction.atomic
def swap_shifts(*, first_id: UUID, second_id: UUID, actor: Actor, at: datetime) -> None:
    """Let two functions of a group take each other's shift."""
    first, second = _shift(first_id, actor), _shift(second_id, actor)
    if first.function.group_id != second.function.group_id or first.pk == second.pk:
        raise InvalidInput(
            "Bara två pass i samma jourgrupp kan bytas.", "Välj ett annat pass.", field="second_id"
        )
    first.function_id, second.function_id = second.function_id, first.function_id
    OnCallShift.objects.bulk_update([first, second], ["function"])
    _note(first.function.group, actor, at, f"Bytte {_words(first)} mot {_words(second)}")


def _add(function: OnCallFunction, starts_at: datetime, ends_at: datetime) -> OnCallShift:
    if ends_at <= starts_at:
        raise InvalidInput(
            "Passet slutar innan det börjar.",
            "Ange en senare sluttid.",
            code="shift-ends-first",
            field="ends_at",
        )
    _refuse_outside(function.group, starts_at, ends_at)
    _refuse_overlap(function, starts_at, ends_at)
    return OnCallShift.objects.create(function=function, starts_at=starts_at, ends_at=ends_at)


def _refuse_outside(group: OnCallGroup, starts_at: datetime, ends_at: datetime) -> None:
    last = local_date(ends_at - timedelta(seconds=1))
    if local_date(starts_at) >= group.valid_from and (group.valid_to is None or last <= group.valid_to):
        return
    until = f" till {group.valid_to}" if group.valid_to else ""
    raise InvalidInput(
        f"Avtalet för {group.name} gäller från {group.valid_from}{until}. Passet ligger utanför.",
        "Välj en tid inom avtalet.",
        code="shift-outside-agreement",
        field="starts_at",
    )


def _refuse_overlap(function: OnCallFunction, starts_at: datetime, ends_at: datetime) -> None:
    taken = _shifts_of(function.group).filter(starts_at__lt=ends_at, ends_at__gt=starts_at).first()
    if taken is not None:
        raise InvalidInput(
            f"Passet krockar med {_words(taken)}.",
            "Korta passet, eller ta bort det andra först.",
            code="shift-overlaps",
            field="starts_at",
        )


def _shifts_of(group: OnCallGroup) -> QuerySet[OnCallShift]:
    return OnCallShift.objects.filter(function__group=group).select_related("function__group")


def _lock(group: OnCallGroup) -> None:
    OnCallGroup.objects.select_for_update().get(pk=group.pk)


def _group(group_id: UUID, actor: Actor) -> OnCallGroup:
    actor.require(Permission.ADMINISTER_UNIT)
    group = OnCallGroup.objects.filter(pk=group_id, owner_id=actor.unit_id).first()
    if group is None:
        raise NotThere
    return group


def _function(function_id: UUID, actor: Actor) -> OnCallFunction:
    actor.require(Permission.ADMINISTER_UNIT)
    found = OnCallFunction.objects.select_related("group").filter(
        pk=function_id, group__owner_id=actor.unit_id
    )
    function = found.first()
    if function is None:
        raise NotThere
    return function


def _shift(shift_id: UUID, actor: Actor) -> OnCallShift:
    actor.require(Permission.ADMINISTER_UNIT)
    shift = (
        OnCallShift.objects.select_related("function__group")
        .filter(pk=shift_id, function__group__owner_id=actor.unit_id)
        .first()
    )
    if shift is None:
        raise NotThere
    return shift


def _week_later(instant: datetime) -> datetime:
    local = local_time(instant)
    return at_local(local.date() + WEEK, local.time().replace(tzinfo=None), which="first")


def _words(shift: OnCallShift) -> str:
    start, end = local_time(shift.starts_at), local_time(shift.ends_at)
    return f"{shift.function.label} {start:%Y-%m-%d %H.%M} till {end:%Y-%m-%d %H.%M}"


def _note(group: OnCallGroup, actor: Actor, at: datetime, what: str) -> None:
    RosterChange.objects.create(group=group, changed_at=at, changed_by=actor.name, what=what[:200])
