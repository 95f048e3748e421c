"""En plan med innehåll i demon: written row by row at the meeting, locked, confirmed and given to the person."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from sip.actions.confirm_plan_version import confirm_plan_version
from sip.actions.lock_plan_version import lock_plan_version
from sip.actions.save_plan_row import save_plan_row
from sip.actions.share_plan_with_person import share_plan_with_person
from sip.models import Plan
from sip.queries.plan_facts import own_events
from sip.rules.document.fold_document import fold_document
from sip.rules.document.sections import SECTIONS

Row = tuple[str, str, dict[str, str]]  # section, a name for its id, what it says
WORDS = "Att få bo kvar hemma med katten. Att slippa berätta samma sak för alla."


def begin_to_write(plan: Plan, leads: Actor, at: datetime) -> None:
    """Write what is known before the meeting."""
    why = {"why": "Har ramlat tre gånger sedan i somras."}
    _save(plan, leads, at, [("important", "", {"words": WORDS}), ("why_now", "", why)])


def write_plan(
    plan: Plan, region: Actor, nurse: Actor, social: Actor, *, at: datetime, follow_up_on: date
) -> None:
    """Write a whole plan, lock it, let all confirm it, and give the person a copy. ``region`` leads."""
    _save(plan, region, at, [*_of_the_person(), *_of_the_work(plan, follow_up_on)])
    day = local_date(at)
    _save(plan, region, at, [_measure(plan, "train", "walk", region, "region", day)])
    _save(plan, nurse, at, [_measure(plan, "dose", "walk", nurse, "municipality", day)])
    _save(plan, social, at, [_measure(plan, "shower", "safe", social, "municipality", day)])
    lock_plan_version(case_id=plan.pk, actor=region, at=at + timedelta(minutes=20), consented=True)
    locked = fold_document(own_events(plan.pk)).locked
    assert locked is not None
    for hours, unit in enumerate((region, nurse, social), start=1):
        later = at + timedelta(hours=hours)
        confirm_plan_version(case_id=plan.pk, actor=unit, at=later, content_hash=locked.content_hash)
    share_plan_with_person(case_id=plan.pk, actor=region, at=at + timedelta(hours=4), way="paper")


def _of_the_person() -> list[Row]:
    legs = {"area": "health", "words": "Yr på morgonen. Har ramlat i duschen.", "principals": "both"}
    return [
        ("important", "", {"words": WORDS}),
        ("why_now", "", {"why": "Många kontakter och svårt att veta vem som gör vad."}),
        ("works_well", "", {"words": "Dottern ringer varje kväll. Grannen handlar."}),
        ("can_self", "", {"words": "Lagar mat, klär sig och sköter katten."}),
        ("need", "legs", legs),
        ("participation", "", {"how": "physical"}),
    ]


def _of_the_work(plan: Plan, follow_up_on: date) -> list[Row]:
    until = {"target_on": f"{follow_up_on}", "whose": "person"}
    return [
        ("goal", "walk", {"words": "Gå till affären själv.", **until}),
        ("goal", "safe", {"words": "Duscha utan att vara rädd för att ramla.", **until}),
        ("others_needed", "", {"others": "none"}),
        ("responsibility", "", {"overall_principal": "region"}),
        ("attendance", "daughter", {"who": "Dotter", "role": "Närstående", "how": "phone"}),
        ("follow_up", "", {"on": f"{follow_up_on}"}),
    ]


# what, and who does it
WHAT = {
    "train": ("Träna balans två gånger i veckan. Se över läkemedlen.", "Fysioterapeut"),
    "dose": ("Dela läkemedel i dosett. Mäta blodtryck på måndagar.", "Sjuksköterska"),
    "shower": ("Hjälp med dusch tisdag och fredag, samma två personer.", "Hemtjänst, grupp Öst"),
}


def _measure(plan: Plan, name: str, goal: str, unit: Actor, principal: str, day: date) -> Row:
    what, who = WHAT[name]
    said = {"goal_id": str(_id(plan, goal)), "what": what, "who": who, "unit_id": str(unit.unit_id)}
    return ("intervention", name, {**said, "principal": principal, "start_on": f"{day}"})


def _id(plan: Plan, name: str) -> UUID:
    return uuid5(plan.pk, name)


def _save(plan: Plan, actor: Actor, at: datetime, rows: list[Row]) -> None:
    for section, name, values in rows:
        row_id = _id(plan, name) if SECTIONS[section].many else None
        save_plan_row(case_id=plan.pk, actor=actor, at=at, section=section, values=values, row_id=row_id)
