"""How units plan in the stories of today: when they fill in their questions, and what they answer.

Some questions stay blank and one now and then is not known: the lists of the demo show both.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from random import Random

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.assess_adl import assess_adl
from discharge.actions.confirm_track import confirm_track
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.record_aid import record_aid
from discharge.queries.facts import facts_of
from discharge.rules.adl import FIELDS
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_planning import AdlItem
from discharge.rules.owed import in_hospital
from discharge.rules.planning_basis import fields_of
from discharge.rules.track_suggestion import suggested_track
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .draws import in_office_hours, minutes
from .story import Step, step
from .story_teller import Teller

ANSWERS = {
    "home_before": ("alone", "together"),
    "support_before": ("Hemtjänst morgon och kväll.", "Trygghetslarm och matlådor.", "Inga insatser."),
    "housing_ahead": ("yes", "yes", "unsure", "no"),
    "support_ahead": ("same", "more", "new"),
    "nursing_ahead": ("Såromläggning två gånger i veckan.", "Blodtrycket följs i två veckor.", "Inget nytt."),
    "rehab_ahead": ("no", "home", "place"),
    "medicines_ahead": ("self", "relative", "dose"),
    "matters": ("Att få vara hemma hos katten.", "Att klara trappan själv.", "Att dottern får veta."),
    "relative_joins": ("yes", "no"),
    "support_starts": ("Samma kväll.", "Dagen efter hemgången."),
    "door": ("keys", "opens", "lock"),
    "transport": ("taxi", "seated", "own"),
    "follow_up": ("Hembesök inom en vecka.", "Läkarbesök efter två veckor."),
}
WORSE = {"wash": 2, "dress": 1, "transfer": 2, "shop": 3, "clean": 2}
AIDS = ("Rullator", "Duschstol", "Vårdsäng", "Toalettförhöjning")
FORGOTTEN, UNSURE = 0.12, 0.08


def planning_steps(
    begun: Iterable[tuple[datetime, str]], rng: Random
) -> Iterator[tuple[datetime, str, Step]]:
    """Yield ``(when, who, step)`` after each unit began (``begun``: when and who); the ward answers the first."""
    starts = sorted(begun)
    for at, who in starts:
        yield in_office_hours(rng, at + minutes(rng, 90, 1600)), who, step("", who, "fill", draw=rng.random())
    if starts:
        at = starts[0][0] + minutes(rng, 60, 900)
        yield at, "ward", step("", "ward", "fill", draw=rng.random())
        yield at + minutes(rng, 20, 60), "ward", step("", "ward", "adl", draw=rng.random())
        yield at + minutes(rng, 70, 140), "ward", step("", "ward", "track", draw=rng.random())


def _open(story: Teller) -> CaseFacts | None:
    """The case while it can be planned, else None: then the step did not happen."""
    facts = facts_of(story.case)
    return facts if in_hospital(facts) and facts.closed_at is None else None


def _at_work(facts: CaseFacts, actor: Actor) -> bool:
    unit = facts.unit(str(actor.unit_id))
    return unit.is_active if unit else str(actor.unit_id) == facts.ward_id


def fill(story: Teller, actor: Actor, at: datetime, draw: float) -> None:
    """Answer the unit's blank questions, one at a time."""
    facts, rng = _open(story), Random(draw)
    if facts is None or not _at_work(facts, actor):
        return
    for asked in fields_of(facts, str(actor.unit_id)):
        key, chance = asked.field.key, rng.random()
        if not asked.is_blank or chance < FORGOTTEN:
            continue
        if chance < FORGOTTEN + UNSURE:
            mark_planning_field_unknown(case_id=story.case, actor=actor, at=at, field=key)
            continue
        value = rng.choice(ANSWERS[key])
        answer_planning_field(
            case_id=story.case, actor=actor, at=at, field=key, value=value, legal_ground="consent"
        )


def adl(story: Teller, actor: Actor, at: datetime, draw: float) -> None:
    """Assess ADL; in most cases something is worse, and then an aid is needed."""
    facts, rng = _open(story), Random(draw)
    if facts is None:
        return
    worse = {key: level for key, level in WORSE.items() if rng.random() < draw}
    items = [AdlItem(field.key, 0, worse.get(field.key, 0)) for field in FIELDS]
    assess_adl(case_id=story.case, actor=actor, at=at, items=items, legal_ground="consent")
    if "transfer" in worse and facts.active_units:
        # Of another county's patient no primary care here may be known.
        primary_care = story.units.get("primary_care")
        in_the_case = primary_care is not None and facts.unit(str(primary_care)) is not None
        record_aid(
            case_id=story.case,
            actor=actor,
            at=at,
            what=rng.choice(AIDS),
            where="home",
            owner_unit_id=story.units["primary_care" if in_the_case else "ward"],
            by_day=facts.expected_discharge,
            in_place=rng.random() < 0.4,
            legal_ground="consent",
        )


def track(story: Teller, actor: Actor, at: datetime, draw: float) -> None:
    """Confirm what is suggested, in two cases of three."""
    facts = _open(story)
    suggestion = suggested_track(facts, local_date(at)) if facts else None
    if suggestion is not None and draw < 0.7:
        confirm_track(case_id=story.case, actor=actor, at=at, track=suggestion.track.key)
