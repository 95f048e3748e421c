"""*Min tur* in ready words: groups of rows, the line above them, and what others owe us."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from discharge.queries.my_turn import MyTurn, PlanTurn, Turn
from discharge.queries.shown_person import ShownPerson
from discharge.queries.unseen import Unseen
from discharge.rules.next_step import in_order, is_late
from lus.swedish_time import local_date
from lus.web.words import MovedDate, age, clock, moment, moved_date, near_day

from .duty_words import BASIS, deadline_of
from .listed_duty import act_url, case_url, duty_sentence, points_of, verb_of
from .listed_person import listed_person, spoken
from .listed_state import state_and_day
from .news_words import news_line
from .turn_claims import take_url, taken_by
from .turn_plans import outage, plan_line, plan_row
from .turn_rows import OneLine, TurnGroup, TurnHead, TurnRow

SOON = timedelta(hours=72)
ONE_SECOND = timedelta(seconds=1)
# key, heading, icon
GROUPS = (
    ("late", "Sent", "sent"),
    ("today", "I dag", "snart"),
    ("soon", "Kommande 72 h", "kalender"),
    ("later", "Senare", "kalender"),
    ("open", "Utan tidsgräns", "ejakt"),
)


def turn_head(due: Iterable[datetime | None], at: datetime) -> TurnHead:
    """Return the figures above the list from the limits of all duties."""
    limits = list(due)
    ahead = sorted(limit for limit in limits if limit and limit >= at)
    late = sum(1 for limit in limits if limit and limit < at)
    if not ahead:
        return TurnHead(len(limits), late, "", "")
    return TurnHead(len(limits), late, _near(ahead[0], at), ahead[0].isoformat())


def _near(due: datetime, at: datetime) -> str:
    """``14.10`` today, ``ons 25/11 13.00`` later; a limit at midnight is told as the day that it ends."""
    last_day = local_date(due - ONE_SECOND)
    if last_day != local_date(due):
        return near_day(last_day, local_date(at))
    return clock(due) if last_day == local_date(at) else moment(due, at)


def turn_groups(turn: MyTurn, at: datetime, news: Mapping[UUID, Sequence[Unseen]]) -> list[TurnGroup]:
    """Return the groups that have rows. The very first row's verb is the page's primary one."""
    by_group: dict[str, list[Turn | PlanTurn]] = {}
    for item in _most_urgent_first(turn.turns, at):
        by_group.setdefault(_group_of(item, at), []).append(item)
    groups, first = [], True
    for key, heading, icon in GROUPS:
        rows = []
        for item in by_group.get(key, ()):
            rows.append(_row(item, at, news, primary=first))
            first = False
        if rows:
            groups.append(TurnGroup(key, heading, icon, rows))
    return groups


def seen_values(turn: MyTurn, news: Mapping[UUID, Sequence[Unseen]]) -> list[str]:
    """Return ``case:version`` of the shown cases with news, for *Markera som sett*."""
    cases = {
        item.case.pk: item.case.version
        for item in turn.turns
        if isinstance(item, Turn) and item.case.pk in news
    }
    return [f"{case_id}:{version}" for case_id, version in cases.items()]


def waiting_lines(turn: MyTurn, at: datetime) -> list[OneLine]:
    """Return what others owe in our cases, the longest wait first."""
    oldest_first = sorted(turn.waiting, key=lambda item: item.duty.starts_at)
    return [_line(item, item.unit_name, f"sedan {age(item.duty.starts_at, at)}") for item in oldest_first]


def done_lines(turn: MyTurn, at: datetime) -> list[OneLine]:
    """Return what our units have done today, newest first."""
    return [_line(item, "", clock(item.duty.met_at)) for item in turn.done if item.duty.met_at]


def _most_urgent_first(turns: Iterable[Turn | PlanTurn], at: datetime) -> list[Turn | PlanTurn]:
    """The order of the case page and the board: late by law, then by limit, then urgent without one, then age."""
    by_duty = {item.duty.pk: item for item in turns}
    return [by_duty[duty.pk] for duty in in_order([item.duty for item in by_duty.values()], at)]


def _group_of(item: Turn | PlanTurn, at: datetime) -> str:
    due = item.duty.due_at
    if due is None:
        return "open"
    if is_late(item.duty, at):
        return "late"
    if local_date(due - ONE_SECOND) <= local_date(at):  # a calendar day ends at the next midnight
        return "today"
    return "soon" if due <= at + SOON else "later"


def _row(
    item: Turn | PlanTurn, at: datetime, news: Mapping[UUID, Sequence[Unseen]], *, primary: bool
) -> TurnRow:
    if isinstance(item, PlanTurn):
        return plan_row(item, at, primary=primary)
    duty, case, person = item.duty, item.case, item.person
    what = _sentence(item)
    return TurnRow(
        id=f"plikt-{duty.pk}",
        version=case.version,
        news=news_line(news.get(case.pk, ())),
        deadline=deadline_of(duty, at),
        late=is_late(duty, at),
        what=what,
        basis=BASIS.get(duty.basis, "rutin"),
        note=" · ".join(part for part in (_reference(item), outage(item.duty, at)) if part),
        person=listed_person(person, case.reference, case_url(case.pk)),
        state=state_and_day(vars(case), item.unit_states, at),
        place=_place(item, person),
        place_note=_hospital(item),
        expected=_expected(item, at),
        taken=taken_by(item),
        take_url=take_url(item),
        verb=verb_of(duty),
        url=act_url(duty),
        post=duty.code in ("acknowledge", "acknowledge_message"),
        about=f"{what}, {spoken(person, case.reference)}",
        primary=primary,
    )


def _sentence(item: Turn) -> str:
    name = item.message.name if item.message else ""
    points = points_of(item.case.home_ready, item.duty.unit_id)
    return duty_sentence(
        item.duty.code,
        message_name=name,
        unit_name=item.about_unit,
        missing=item.case.handover_missing,
        points=points,
        fields=item.fields,
    )


def _reference(item: Turn) -> str:
    return "" if item.duty.basis == "routine" else item.duty.reference


def _place(item: Turn, person: ShownPerson) -> str:
    """A protected person's municipality is told inside the case only."""
    from_ward = item.other_party == item.case.ward.name
    return "Dold" if person.is_protected and not from_ward else item.other_party or "–"


def _hospital(item: Turn) -> str:
    parent = item.case.ward.parent
    return parent.name if parent and item.other_party == item.case.ward.name else ""


def _expected(item: Turn, at: datetime) -> MovedDate | None:
    case = item.case
    if case.expected_discharge is None:
        return None
    return moved_date(
        case.expected_discharge, local_date(at), was=case.expected_before, times=case.expected_moves
    )


def _line(item: Turn | PlanTurn, who: str, when: str) -> OneLine:
    if isinstance(item, PlanTurn):
        return plan_line(item, who, when)
    return OneLine(
        what=_sentence(item),
        person=spoken(item.person, item.case.reference),
        url=case_url(item.case.pk),
        who=who,
        when=when,
    )
