"""Today: open cases made by the real acts, in the order of time, with the clock at work in between.

Deadlines, deliveries and notices come out as they would have; nothing is written behind the acts' backs.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.conf import settings
from django.db import transaction

from lus.deadlines.queries import oldest_unfired
from lus.deadlines.sweep import sweep_due
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from lus.refusals import Refused

from .accounts import actor_at
from .county_plan import CountyPlan, PlannedUnit
from .draws import in_office_hours, minutes
from .moments import Moments
from .old_news import forget_old_news
from .past_meetings import hold_past_meetings
from .people import People, Wanted
from .planning_steps import planning_steps
from .plans_outside import tell_plans
from .stories_chain import CHAIN_STORIES
from .stories_corrected import CORRECTED_STORIES
from .stories_early import EARLY_STORIES
from .stories_elsewhere import ELSEWHERE, ordinary_stories
from .stories_leaving import LEAVING_STORIES
from .stories_ready import READY_STORIES
from .stories_routing import ROUTING_STORIES
from .stories_talk import TALK_STORIES
from .story import Step, Story, step
from .story_acts import ACTS
from .story_home_ready import HOME_READY_ACTS
from .story_teller import Teller

logger = logging.getLogger(__name__)
TAKE = {**ACTS, **HOME_READY_ACTS}
PLAN, READ = step("", "", "plan"), step("", "", "read")
MESSAGES = ("notify", "change", "ready", "withdraw", "leave")
A_MOMENT = timedelta(minutes=5)
SWEPT_WITHIN = timedelta(seconds=10)
ROLES = {
    UnitKind.WARD: Role.WARD_STAFF,
    UnitKind.RECEPTION: Role.RECEPTION,
    UnitKind.MUNICIPAL_HEALTH: Role.MUNICIPAL_NURSE,
    UnitKind.HOME_CARE: Role.NEEDS_ASSESSOR,
    UnitKind.PRIMARY_CARE: Role.PRIMARY_CARE_COORDINATOR,
    UnitKind.OUTPATIENT_PSYCHIATRY: Role.PRIMARY_CARE_COORDINATOR,
}


@dataclass(frozen=True)
class Planned:
    """A step with its time. ``role``: that of whoever takes it; ``who``: when it is not the step's own."""

    at: datetime
    step: Step
    teller: Teller
    role: Role
    who: str = ""


def tell_today(plan: CountyPlan, people: People, *, now: datetime, progress: Callable[[str], None]) -> int:
    """Play every story up to ``now``, all or nothing; return how many acts were refused."""
    now = now.replace(microsecond=0)
    stories = (
        *READY_STORIES,
        *EARLY_STORIES,
        *TALK_STORIES,
        *ROUTING_STORIES,
        *LEAVING_STORIES,
        *ELSEWHERE,
        *CHAIN_STORIES,
        *CORRECTED_STORIES,
        *ordinary_stories(),
    )
    refused = 0
    with _undisturbed(), transaction.atomic():
        steps = _schedule(plan, people, stories, Moments(now))
        for number, planned in enumerate(steps):
            _let_clocks_run(planned.at)
            refused += not _take(planned)
            if number % 100 == 0:
                progress(f"today: {number} of {len(steps)} acts")
        tell_plans(plan, people, now=now)
        hold_past_meetings(plan, people, now=now)
        _let_clocks_run(now)
        forget_old_news(now)
    progress(f"today: {len(stories)} cases" + (f", {refused} acts were refused" if refused else ""))
    return refused


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Invented history wakes no worker, and its clocks fill no log."""
    sweep_log = logging.getLogger("lus.deadlines.sweep")
    woken, level = settings.LUS_WAKE_WORKER, sweep_log.level
    settings.LUS_WAKE_WORKER = False
    sweep_log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        settings.LUS_WAKE_WORKER = woken
        sweep_log.setLevel(level)


def _schedule(plan: CountyPlan, people: People, stories: Iterable[Story], moments: Moments) -> list[Planned]:
    steps: list[Planned] = []
    known: dict[str, Person] = {}
    for story in stories:
        person = known.get(story.person) if story.again else None
        person = person or _person(plan, people, story)
        known[story.person] = person
        units = _units(plan, story, person)
        teller = Teller(moments, person, {who: unit.id for who, unit in units.items()})
        steps += _timed(story, teller, units, people.rng)
    return sorted(steps, key=lambda planned: planned.at)


def _person(plan: CountyPlan, people: People, story: Story) -> Person:
    if story.person[:1].isdigit():
        person = people.official(story.person, story.municipality)
    else:
        given, _, family = story.person.rpartition(" ")
        wanted = Wanted(story.municipality, story.age, story.is_woman, story.area)
        person = people.invent(wanted, (given, family) if family else None)
    if story.primary_care:
        person.listed_unit_id = plan.named(story.primary_care).id
    person.save(force_insert=True)
    return person


def _units(plan: CountyPlan, story: Story, person: Person) -> dict[str, PlannedUnit]:
    code = story.municipality
    listed = [unit for unit in plan.units if unit.id == person.listed_unit_id]
    kinds = {
        "municipality": UnitKind.RECEPTION,
        "assessor": UnitKind.RECEPTION,
        "home_care": UnitKind.HOME_CARE,
        "health": UnitKind.MUNICIPAL_HEALTH,
        "primary_care": UnitKind.PRIMARY_CARE,
        "psychiatry": UnitKind.OUTPATIENT_PSYCHIATRY,
    }
    units = {"ward": plan.named(story.ward)}
    for who, kind in kinds.items():
        # A municipality of another county has few units here, if any.
        near = plan.find(kind, municipality=code, area=story.area if kind == UnitKind.RECEPTION else "")
        units |= {who: near[0]} if near else {}
    units |= {"primary_care": listed[0]} if listed else {}
    return units | ({"other": plan.named(story.other)} if story.other else {})


def _timed(story: Story, teller: Teller, units: dict[str, PlannedUnit], rng: Random) -> list[Planned]:
    """Give the steps their times, each after the one before; what would lie ahead of now has not happened."""
    moments, last = teller.moments, datetime.min.replace(tzinfo=teller.moments.now.tzinfo)
    timed = []
    for each in story.steps:
        at = moments.read(each.when) - timedelta(seconds=rng.randrange(50))
        if each.who != "ward" and each.when.endswith(tuple("0123456789")):
            at = moments.moved_to_open(at, after=last)
        if at <= last:
            at = last + A_MOMENT
        if at > moments.now:
            continue
        last = at
        timed.append(Planned(at, each, teller, _role(each.who, units)))
        if each.act == "contact":
            timed.append(Planned(at + A_MOMENT, PLAN, teller, _role(each.who, units), each.who))
    return timed + _readers(timed, teller, units, rng) + _planners(timed, teller, units, rng)


def _readers(
    timed: Sequence[Planned], teller: Teller, units: dict[str, PlannedUnit], rng: Random
) -> list[Planned]:
    """Let every unit read each of the ward's messages: within two hours, or when its office opens again."""
    notices = [planned.step.args["to"] for planned in timed if planned.step.act == "notify"]
    reads = []
    for planned in timed:
        if planned.step.act in MESSAGES and not planned.step.unread and notices:
            for who in notices[0]:
                at = in_office_hours(rng, planned.at + minutes(rng, 8, 95))
                if at < teller.moments.now:
                    reads.append(Planned(at, READ, teller, _role(who, units), who))
    return reads


def _planners(
    timed: Sequence[Planned], teller: Teller, units: dict[str, PlannedUnit], rng: Random
) -> list[Planned]:
    """Let every unit that plans fill in its questions, and the ward say what the patient manages."""
    begun = [(planned.at, planned.who or planned.step.who) for planned in timed if planned.step.act == "plan"]
    return [
        Planned(at, each, teller, _role(who, units))
        for at, who, each in planning_steps(begun, rng)
        if at < teller.moments.now
    ]


def _role(who: str, units: dict[str, PlannedUnit]) -> Role:
    return Role.NEEDS_ASSESSOR if who == "assessor" else ROLES[UnitKind(units[who].kind)]


def _take(planned: Planned) -> bool:
    """Take the step. At odd hours and weekends some are not possible: then that did not happen."""
    taken, teller = planned.step, planned.teller
    actor = actor_at(teller.units[planned.who or taken.who], planned.role)
    try:
        TAKE[taken.act](teller, actor, planned.at, **taken.args)
    except Refused as refusal:
        logger.info("a step of the invented day was refused", extra={"act": taken.act, "code": refusal.code})
        return False
    return True


def _let_clocks_run(until: datetime) -> None:
    """Sweep as the beat would have, a few seconds after each limit, up to ``until``."""
    while (due := oldest_unfired(at=until)) is not None:
        at = min(until, due + SWEPT_WITHIN)
        if sweep_due(at=at) == 0 and at == until:
            return
