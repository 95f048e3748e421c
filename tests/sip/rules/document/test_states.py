"""Planens lägen: whatever is done in whatever order, no plan stands where the handbook's §15 does not let it stand.

The table is written from the handbook, not from the code: ``event: {(from, to)}``.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.consent_refusals import plan_in_force, summons_in_force
from discharge.rules.consent_standing import coordination_in_force
from discharge.rules.sip_standing import sip_standing
from sip.rules.document.confirm import must_confirm, sections_to_read
from sip.rules.document.facts import DocumentFacts

from .plan_story import VC
from .random_life import STEPS, UNITS, Life

WITHOUT = ("incapacity", "coordination_only")
OPEN = ("needed", "offered", "consented", *WITHOUT, "summoned", "drafting", "confirming", "established")
ALL = (*OPEN, "declined_by_person", "withdrawn", "closed", "not_relevant")
BEFORE = ("needed", "offered", "consented", *WITHOUT, "declined_by_person", "not_relevant")
AFTER = ("summoned", "drafting", "confirming", "established")
Moves = frozenset[tuple[str, str]]


def moves(before: Iterable[str], after: Iterable[str]) -> Moves:
    return frozenset(product(before, after))


STAYS: Moves = frozenset((state, state) for state in ALL)
TABLE: dict[str, Moves] = {
    "sip_need_assessed": STAYS | moves(BEFORE, BEFORE),
    "sip_offered": moves(BEFORE, ["offered", "consented"]),
    "sip_accepted_by_person": STAYS | moves(["declined_by_person"], ["offered"]),
    "sip_declined_by_person": moves(BEFORE, ["declined_by_person"]),
    # Consent given, taken back (withdrawn), and given again (reopened).
    "consent_recorded": STAYS
    | moves(BEFORE, ["consented", "declined_by_person"])
    | moves(AFTER, ["withdrawn"])
    | moves(["withdrawn"], [*AFTER, "consented"]),
    "consent_withdrawn": moves(OPEN, ["withdrawn"]),
    # The person cannot say; what a physician judges lets the units meet, and no more.
    "harm_test_started": moves(["needed", "offered", *WITHOUT], ["incapacity"]),
    "harm_test_recorded": moves(["needed", "offered", *WITHOUT], WITHOUT),
    "sip_summons_sent": moves(["consented", "coordination_only", "established"], ["summoned"]),
    "sip_meeting_cancelled": moves(["summoned"], ["consented", "established", "declined_by_person"]),
    "sip_meeting_held": moves(["summoned"], ["drafting"]),
    "sip_section_saved": STAYS | moves(["confirming"], ["drafting"]),
    "sip_version_locked": moves(["drafting"], ["confirming"]),
    "sip_unit_confirmed": moves(["confirming"], ["confirming"]),
    "sip_unit_objected": moves(["confirming"], ["drafting"]),
    "sip_established": moves(["confirming"], ["established"]),
    "sip_shared_with_person": STAYS,
    "sip_intervention_updated": STAYS,
    "sip_followed_up": moves(["established"], ["established", "drafting"]),
    "sip_closed": moves([*OPEN, "withdrawn"], ["closed"]),
    "sip_reopened": moves(["closed"], ["needed"]),
}
# Where the handbook's table is silent and the product has chosen (docs/adr/0066).
CHOSEN: dict[str, Moves] = {
    # Whoever has said yes to be called, or has a plan, may be judged later for what comes: it moves nothing now.
    "harm_test_started": moves(["consented"], ["consented"]) | frozenset((one, one) for one in AFTER),
    "harm_test_recorded": moves(["consented"], ["consented"]) | frozenset((one, one) for one in AFTER),
    # Who has taken a yes back may say no as well; a yes to the summons gives no plan back.
    "consent_recorded": moves(["withdrawn"], ["declined_by_person"])
    | moves(["declined_by_person"], ["withdrawn"]),
    # What was given and is taken back after the end, or of two the other one, moves nothing.
    "consent_withdrawn": frozenset(
        (one, one) for one in ("withdrawn", "closed", "not_relevant", "declined_by_person")
    ),
    # By hand, or a content that all have confirmed already.
    "sip_established": moves(["drafting"], ["established"]),
    # The draft after a plan in force is written before the follow-up too, and while a new meeting is ahead.
    "sip_section_saved": moves(["established"], ["drafting"]),
    "sip_summons_sent": moves(["drafting", "confirming"], ["summoned"]),
    "sip_need_assessed": moves(["withdrawn"], ["not_relevant"]) | moves(["not_relevant"], ["withdrawn"]),
    # A consent that was given before the plan was closed still holds when it is opened again; one that was closed by
    # mistake, as after a death, is as it was.
    "sip_reopened": moves(["closed"], [*OPEN, "withdrawn"]),
    # A no in a plan that is in force leaves it to be read; without a consent there is an offer again.
    "sip_meeting_cancelled": moves(["summoned"], ["drafting", "confirming", "withdrawn", "offered", *WITHOUT])
    | moves(["withdrawn"], ["withdrawn", "declined_by_person"]),
    "sip_meeting_held": moves(["summoned"], ["confirming"]) | moves(["withdrawn"], ["withdrawn"]),
    # What is so of the plan may be said, also after a no.
    "sip_unit_objected": moves(["withdrawn"], ["withdrawn"]),
    "sip_followed_up": moves(AFTER[1:], AFTER[1:]) | moves(["withdrawn"], ["withdrawn"]),
    # The no is taken back; the consent is a question of its own, asked before anything is written.
    "sip_accepted_by_person": moves(["withdrawn"], [*AFTER, "offered", "consented"])
    | moves(WITHOUT, ["offered"]),
    "sip_declined_by_person": moves(["withdrawn"], ["declined_by_person"]),
}
PATH = (
    "record_sip_consent:yes",
    "send_sip_summons",
    "record_sip_meeting",
    "save_plan_row:all",
    "lock_plan_version",
)
# The way forward is taken more often, so that most lives get somewhere.
ORDER = (
    *PATH,
    "confirm_plan_version",
    *STEPS,
    *PATH,
    "confirm_plan_version",
    "confirm_plan_version",
    *STEPS,
    *PATH,
)


def state_of(life: Life) -> str:
    """Return the handbook's word for where the plan stands: as the page says, with how far the document is."""
    process, document = life.process, life.facts()
    state = sip_standing(process, life.at)
    if state in ("not_assessed", "consent_expired"):
        return "needed" if process.sip.state == "not_assessed" else "offered"  # one that has run out is none
    if state == "held":
        return "confirming" if document.status == "confirming" else "drafting"
    return document.status if state == "followed_up" else state


SEEN: Counter[str] = Counter()
CLOSED_FROM: set[str] = set()


@settings(max_examples=max(1000, settings().max_examples))
@given(st.integers(0, 2**32))
def lives_at_random(seed: int) -> None:
    """One life. It begins somewhere on the way, and each day somebody takes the first step that the rules let them."""
    chance, life = Random(seed), Life()
    for step in PATH[: chance.randrange(len(PATH) + 1)]:
        life.does(step, VC)
    for _ in range(chance.randint(6, 18)):
        start, unit_id = chance.randrange(len(ORDER)), chance.choice(UNITS)
        life.at += timedelta(days=start % 3 * 4)
        before, kept = state_of(life), life.facts()
        steps = (*ORDER[start:], *ORDER[:start])
        event = next(filter(None, (life.does(step, unit_id) for step in steps)))
        after = state_of(life)
        assert (before, after) in TABLE[event] | CHOSEN.get(event, frozenset()), event
        if event == "sip_closed":
            CLOSED_FROM.add(before)
        nothing_is_lost(kept, life.facts())
        only_with_consent(event, life)
        in_force_is_confirmed(life.facts())
        SEEN[after] += 1


def nothing_is_lost(before: DocumentFacts, after: DocumentFacts) -> None:
    """A locked version is as it was locked, and the draft keeps every row."""
    assert after.versions[: len(before.versions)] == before.versions
    assert {row.id for row in before.rows} <= {row.id for row in after.rows}


def only_with_consent(event: str, life: Life) -> None:
    """No plan without a yes that holds today; notes from a meeting on a harm test alone."""
    process, at = life.process, life.at
    if event in ("sip_version_locked", "sip_unit_confirmed"):
        assert plan_in_force(process, at)
    if event == "sip_section_saved":
        held = summons_in_force(process, at) or plan_in_force(process, at)
        assert held or coordination_in_force(process.consents, at)


def in_force_is_confirmed(facts: DocumentFacts) -> None:
    """A plan that is in force has every unit's yes to exactly that content, or names those that are missing."""
    version = facts.in_force
    if version is None or facts.locked != version or facts.status == "drafting":
        return
    left = {unit for unit in must_confirm(version.rows) if sections_to_read(facts, unit)}
    assert left <= set(facts.gaps)


def test_no_plan_stands_where_it_may_not() -> None:
    lives_at_random()
    assert set(ALL) == set(SEEN)  # guards the guard: a life that never leaves the beginning proves nothing
    assert {before for before, _ in TABLE["sip_closed"]} == CLOSED_FROM  # any open plan can be ended (§15)
