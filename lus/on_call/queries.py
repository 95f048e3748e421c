"""The door to the roster: who can be reached now, which shifts there are, where the holes are. No patients here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from lus.opening_hours import Hours, Span
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.queries import open_units, opening_hours_of
from lus.swedish_time import local_date

from .models import OnCallFunction, OnCallGroup, OnCallShift, RosterTask
from .rules.holes import merged, overlaps, promised_spans, uncovered
from .rules.who_answers import Answer, Shift, who_answers

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Reached:
    """The one answer of a municipality: ``reception`` or ``function`` is set according to ``answer.kind``."""

    municipality: str
    answer: Answer
    reception: Unit | None = None
    function: OnCallFunction | None = None

    @property
    def may_decide(self) -> tuple[str, ...]:
        """The items of the function's mandate."""
        return tuple(mandate.item for mandate in self.function.mandates.all()) if self.function else ()


def reached(municipalities: Iterable[str], *, at: datetime) -> list[Reached]:
    """Return whom one reaches at ``at`` for each municipality code, in the order given. At most five statements."""
    codes = [code for code in dict.fromkeys(municipalities) if code]
    units = list(
        open_units()
        .filter(kind=UnitKind.RECEPTION, municipality_code__in=codes)
        .order_by("parent_id", "name")
    )
    hours = opening_hours_of(unit.pk for unit in units)
    shifts = list(_covering(codes, at))
    return [_of(code, units, hours, shifts, at) for code in codes]


def _covering(codes: Sequence[str], at: datetime) -> QuerySet[OnCallShift]:
    today = local_date(at)
    agreed = Q(function__group__valid_to__isnull=True) | Q(function__group__valid_to__gte=today)
    return (
        OnCallShift.objects.filter(agreed, ends_at__gt=at, starts_at__lt=at + AHEAD)
        .filter(function__group__municipalities__overlap=list(codes))
        .select_related("function__group", "function__backup")
        .prefetch_related("function__mandates")
        .order_by("starts_at", "pk")
    )


def _of(
    code: str, units: Sequence[Unit], hours: dict[str, Hours], shifts: Sequence[OnCallShift], at: datetime
) -> Reached:
    mine = {str(unit.pk): unit for unit in units if unit.municipality_code == code}
    # The municipality's own reception before its districts': those stand under it.
    ordered = sorted(mine.values(), key=lambda unit: (unit.parent_id is not None, unit.name))
    functions = {str(shift.function_id): shift.function for shift in shifts}
    given = [as_shift(shift) for shift in shifts if code in shift.function.group.municipalities]
    answer = who_answers([(str(unit.pk), hours.get(str(unit.pk), Hours())) for unit in ordered], given, at)
    return Reached(code, answer, mine.get(answer.who), functions.get(answer.who))


def as_shift(row: OnCallShift) -> Shift:
    """Return the row as the rules see it."""
    return Shift(str(row.pk), str(row.function_id), row.starts_at, row.ends_at)


def functions_kept_by(viewer: Actor) -> list[OnCallFunction]:
    """Return the functions of the groups that the viewer's own unit keeps."""
    found = OnCallFunction.objects.filter(group__owner_id=viewer.unit_id).select_related("group")
    return list(found.order_by("group__name", "label"))


def own_shifts(viewer: Actor, *, at: datetime) -> list[OnCallShift]:
    """Return the shifts that have not ended, of the groups that the viewer's own unit keeps."""
    found = OnCallShift.objects.filter(function__group__owner_id=viewer.unit_id, ends_at__gt=at)
    return list(found.select_related("function").order_by("starts_at", "pk")[:200])


def shifts_between(start: datetime, end: datetime) -> list[OnCallShift]:
    """Return all shifts that touch the time, in order, with function, group and mandates."""
    return list(
        OnCallShift.objects.filter(ends_at__gt=start, starts_at__lt=end)
        .select_related("function__group", "function__backup")
        .prefetch_related("function__mandates")
        .order_by("starts_at", F("function__label"), "pk")
    )


def mandated_spans(municipalities: Iterable[str], start: datetime, end: datetime) -> dict[str, list[Span]]:
    """Return ``{municipality: spans}`` in which a function with any mandate is on duty and that touch the time."""
    codes = {code for code in municipalities if code}
    found: dict[str, list[Span]] = {}
    for shift in shifts_between(start, end + timedelta(microseconds=1)):
        if shift.function.mandates.all():
            for code in codes & set(shift.function.group.municipalities):
                found.setdefault(code, []).append((shift.starts_at, shift.ends_at))
    return found


@dataclass(frozen=True, slots=True)
class Holes:
    """A group's roster looked at: promised hours without a shift, and pairs of shifts at the same time."""

    group: OnCallGroup
    gaps: tuple[Span, ...]
    overlaps: tuple[tuple[Shift, Shift], ...]


def holes(*, at: datetime, ahead: timedelta = AHEAD) -> list[Holes]:
    """Return the holes of every group from ``at`` on."""
    shifts = [(shift.function.group_id, as_shift(shift)) for shift in shifts_between(at, at + ahead)]
    found = []
    for group in OnCallGroup.objects.prefetch_related("promises").select_related("owner").order_by("name"):
        mine = [shift for group_id, shift in shifts if group_id == group.pk]
        promised = [(one.weekday, one.starts, one.ends) for one in group.promises.all()]
        wanted = promised_spans(promised, at, at + ahead)
        covers = merged([(shift.starts_at, shift.ends_at) for shift in mine])
        found.append(Holes(group, tuple(uncovered(wanted, covers)), tuple(overlaps(mine))))
    return found


def open_tasks(viewer: Actor) -> list[RosterTask]:
    """Return the holes that the viewer's own unit has to fill."""
    found = RosterTask.objects.filter(group__owner_id=viewer.unit_id, done_at__isnull=True)
    return list(found.select_related("group").order_by("starts_at"))
