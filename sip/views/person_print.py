"""Personens plan på papper: plain words in the order that matters to the person (handbook sip §11).

No notes of the staff, no log, no answers of the units but which of them have not answered.
"""

from discharge.rules.facts_of_sip import PRINCIPALS
from sip.rules.document.choices import CONTACT_KINDS, OVER, STATUSES
from sip.rules.document.facts import DocumentFacts, Version
from sip.rules.document.progress import with_progress
from sip.rules.document.row import Row, rows_in, value_in

from .person_headings import HEADINGS
from .print_about import PrintAbout
from .print_words import Words, card, part, sheet, standing, version_line, who_is_it, whole_day

SIZES = {"normal": 14, "large": 18}
BY_HAND = "_" * 16
Rows = tuple[Row, ...]
Heads = dict[str, str]


def person_print(facts: DocumentFacts, version: Version, paper: PrintAbout, *, size: str = "normal") -> Words:
    """Return what ``sip_plan.typ`` sets for the person. ``size``: 14 points, or 18 for ``large``."""
    rows, heads = with_progress(facts, version), HEADINGS[paper.language]
    parts = [
        _important(rows, heads),
        _who_does_what(rows, heads, paper),
        _decisions(rows, heads),
        _others(rows, heads, paper),
        _whom_to_call(rows, heads, paper),
        _next_meeting(rows, heads, paper),
        _goals(rows, heads),
        _crisis(rows, heads),
    ]
    words = sheet(
        heads["title"],
        [*who_is_it(paper), *_gaps(facts, version, paper)],
        [one for one in parts if one["lead"] or one["quote"] or one["cards"]],
        mark=standing(facts, version),
        paper=paper,
        foot=version_line(facts, version, paper),
    )
    language = paper.language.partition("-")[0]
    return {**words, "size": SIZES[size], "head_lang": language}


def _important(rows: Rows, heads: Heads) -> Words:
    kept = (("works_well", "words"), ("can_self", "words"))
    cards = [
        card(heads[key], ("", value_in(rows, key, name))) for key, name in kept if value_in(rows, key, name)
    ]
    words = value_in(rows, "important", "words")
    lead = [] if words else ["Du ville inte svara när vi frågade. Du kan berätta senare."]
    return part(heads["important"], cards, lead=lead, quote=words)


def _who_does_what(rows: Rows, heads: Heads, paper: PrintAbout) -> Words:
    measures = (row for row in rows_in(rows, "intervention") if row.get("status") != "stopped")
    return part(heads["who_does"], [_measure(row, heads, paper) for row in measures])


def _measure(row: Row, heads: Heads, paper: PrintAbout) -> Words:
    who = ", ".join(filter(None, (row.get("who"), paper.unit(row.get("unit_id")))))
    return card(
        row.get("what"), (heads["who"], who), (heads["when"], _when(row)), (heads["how"], row.get("how"))
    )


def _when(row: Row) -> str:
    if row.get("status") in OVER:
        return f"{STATUSES[row.get('status')]}."
    start, due = row.get("start_on"), row.get("due_on")
    found = [f"Börjar {whole_day(start)}."] if start else []
    found += [f"Klart senast {whole_day(due)}."] if due else []
    return " ".join(found)


def _decisions(rows: Rows, heads: Heads) -> Words:
    """Under ÖPT and ÖRV the person must know what has been decided, and until when."""
    cards = [card(row.get("words")) for row in rows_in(rows, "decision")]
    for row in rows_in(rows, "condition"):
        until = row.get("until")
        cards.append(card(row.get("words"), ("", f"Till och med {whole_day(until)}." if until else "")))
    return part(heads["decisions"], cards)


def _others(rows: Rows, heads: Heads, paper: PrintAbout) -> Words:
    cards = [
        card(
            row.get("what"),
            (heads["who"], row.get("who")),
            (heads["phone"], _number(row.get("contact"), paper)),
        )
        for row in rows_in(rows, "other_measure")
    ]
    return part(heads["others"], cards)


def _whom_to_call(rows: Rows, heads: Heads, paper: PrintAbout) -> Words:
    overall = value_in(rows, "responsibility", "overall_principal")
    unit_id = value_in(rows, "responsibility", "overall_unit")
    who = paper.unit(unit_id) or PRINCIPALS.get(overall, "")
    lead = [f"{who} har ansvar för hela planen."] if who else []
    cards = [_contact(row, heads, paper) for row in rows_in(rows, "contact") if _may_read(row, rows, paper)]
    named = {row.get("name") for row in rows_in(rows, "contact")}
    coordinator = value_in(rows, "responsibility", "coordinator")
    if coordinator and coordinator not in named:
        number = _number(paper.phones.get(unit_id, ""), paper)
        cards.insert(0, card(coordinator, ("", CONTACT_KINDS["coordinator"]), (heads["phone"], number)))
    return part(heads["call"], cards or _units_to_call(rows, heads, paper), lead=lead)


def _units_to_call(rows: Rows, heads: Heads, paper: PrintAbout) -> list[Words]:
    """Nobody is named as a contact: then those who do something are called, so that somebody can be."""
    units = dict.fromkeys(row.get("unit_id") for row in rows_in(rows, "intervention"))
    known = [unit for unit in units if unit in paper.phones]
    return [card(paper.unit(unit), (heads["phone"], _number(paper.phones[unit], paper))) for unit in known]


def _contact(row: Row, heads: Heads, paper: PrintAbout) -> Words:
    kind = CONTACT_KINDS.get(row.get("kind"), "")
    return card(
        row.get("name"),
        ("", kind if kind != row.get("name") else ""),
        (heads["phone"], _number(row.get("phone"), paper)),
        (heads["helps_with"], row.get("helps_with")),
    )


def _may_read(contact: Row, rows: Rows, paper: PrintAbout) -> bool:
    """A protected guardian stands on nobody's copy but the guardian's own."""
    number = {"guardian1": "1", "guardian2": "2"}.get(contact.get("kind"), "")
    protected = {row.get("number") for row in rows_in(rows, "guardian") if row.get("protected") == "yes"}
    return number not in protected or number == paper.for_guardian


def _number(phone: str, paper: PrintAbout) -> str:
    """The number; a protected person's paper has a line to write on instead."""
    return BY_HAND if paper.is_protected and phone else phone


def _next_meeting(rows: Rows, heads: Heads, paper: PrintAbout) -> Words:
    day, summoner = value_in(rows, "follow_up", "on"), value_in(rows, "follow_up", "summoner")
    lead = [f"Vi följer upp planen {whole_day(day)}."] if day else ["Ingen dag är bestämd än."]
    if not day:
        lead.append(value_in(rows, "follow_up", "why_none"))
    if summoner:
        lead.append(f"{summoner} kallar dig till mötet.")
    return part(heads["next"], [], lead=lead)


def _goals(rows: Rows, heads: Heads) -> Words:
    goals = rows_in(rows, "goal")
    first = [goal for goal in goals if not goal.get("part_of")]
    found = [
        one for goal in first for one in (goal, *(sub for sub in goals if sub.get("part_of") == goal.id))
    ]
    # A sub-goal of a sub-goal, or of one that is gone, still stands in the plan.
    found += [goal for goal in goals if goal not in found]
    return part(heads["goals"], [_goal(goal, heads) for goal in found])


def _goal(goal: Row, heads: Heads) -> Words:
    day = goal.get("target_on")
    return card(goal.get("words"), (heads["goal_by"], whole_day(day) if day else ""))


def _crisis(rows: Rows, heads: Heads) -> Words:
    crisis = next(iter(rows_in(rows, "crisis")), None)
    if crisis is None:
        return part(heads["crisis"], [])
    asked = ("signs", "helps", "call_day", "call_evening", "call_weekend", "medicines")
    lines = [(heads[name.removeprefix("call_")], crisis.get(name)) for name in asked]
    return part(heads["crisis"], [card("", *lines)])


def _gaps(facts: DocumentFacts, version: Version, paper: PrintAbout) -> list[str]:
    if version.no not in facts.established:
        return ["Det här är ett utkast. Verksamheterna har inte sagt ja till det än."]
    if version.no != facts.established_no:
        return ["Det finns en nyare plan. Be om den."]
    missing = [paper.unit(unit_id) for unit_id in facts.gaps]
    return [f"{', '.join(filter(None, missing))} har inte svarat på planen än."] if any(missing) else []
