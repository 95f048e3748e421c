"""*Tavlan* in ready words: one row for each case, the boxes above and the totals below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median_low
from typing import Any
from uuid import UUID

from discharge.queries.board import Board, BoardRow
from discharge.queries.board_choice import Choice
from discharge.queries.board_cohorts import Cohorts
from discharge.queries.unseen import Unseen
from discharge.rules.facts import MUNICIPAL_ROLES
from discharge.rules.facts_of_sip import state_words as sip_state
from lus.swedish_time import local_date
from lus.web.words import MovedDate, age, day, moved_date

from .board_address import address_with
from .listed_duty import case_url, duty_sentence, points_of
from .listed_home_ready import HomeWords, home_words
from .listed_person import listed_person
from .listed_state import StateWords, state_words
from .listed_units import unit_letters
from .news_words import news_line
from .planning_track_words import track_tag

# view, heading, icon; the order in which a case moves
BOXES = (
    ("all", "Pågående", "tavla"),
    ("unacknowledged", "Ej kvitterat", "ny"),
    ("planning", "Planering pågår", "pagar"),
    ("ready", "Utskrivnings\u00adklara", "klar"),
    ("over_grace", "Över fristdagar", "sent"),
    ("home_ready", "Hemgångsklara", "hem"),
    ("home_soon", "Hem i dag, i morgon", "kalender"),
)
# The board knows the case, not the message; these sentences name it.
SHORT = {"acknowledge": "Kvittera", "choose_new_recipient": "Välja ny mottagare"}


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One row. Pairs are (fact, what is said below it). ``news``: what has happened since the reader last looked."""

    id: str
    version: int
    seen: str
    news: str
    person: dict[str, Any]
    ward: str
    state: StateWords
    municipality: str
    track: dict[str, Any] | None
    units: list[dict[str, str]]
    care_contact: str
    sip: tuple[str, str]
    home: HomeWords
    next: tuple[str, str]
    expected: MovedDate | None

    @property
    def late(self) -> bool:
        return self.state.late


def board_lines(
    board: Board, own_units: Sequence[UUID], at: datetime, news: Mapping[UUID, Sequence[Unseen]]
) -> list[BoardLine]:
    """Return the rows in the board's order. ``own_units``: whose turn is said as *Ni*."""
    own = frozenset(own_units)
    return [_line(row, own, at, news_line(news.get(row.case["pk"], ()))) for row in board.rows]


def cohort_boxes(cohorts: Cohorts, choice: Choice, at: datetime) -> list[dict[str, Any]]:
    """Return the boxes as links that filter; the chosen one is marked, only what is over its days is red."""
    oldest = f"äldst {age(cohorts.oldest_ready, at)}" if cohorts.oldest_ready else ""
    ages = {"ready": oldest, "over_grace": oldest if cohorts.over_grace else ""}
    return [
        {
            "name": name,
            "icon": icon,
            "count": _count(cohorts, view),
            "age": ages.get(view, ""),
            "url": address_with(choice, view="" if view == "all" else view),
            "current": view == choice.view,
            "level": "sent" if view == "over_grace" and cohorts.over_grace else "",
        }
        for view, name, icon in BOXES
    ]


def totals(lines: Sequence[BoardLine], shown_of: int) -> str:
    """``10 ärenden · 7 utskrivningsklara · median dag 4 · äldsta dag 9``; the days are of the rows on the page."""
    days = [line.state.counter.number for line in lines if line.state.counter]
    parts = [f"{shown_of} {'ärende' if shown_of == 1 else 'ärenden'}"]
    if shown_of > len(lines):
        parts.append(f"{len(lines)} visas här")
    if days:
        parts += [
            f"{len(days)} utskrivningsklara",
            f"median dag {median_low(days)}",
            f"äldsta dag {max(days)}",
        ]
    return " · ".join(parts)


def _count(cohorts: Cohorts, view: str) -> int:
    return int(getattr(cohorts, "total" if view == "all" else view))


def _line(row: BoardRow, own: frozenset[UUID], at: datetime, news: str) -> BoardLine:
    case, protected = row.case, row.person.is_protected
    return BoardLine(
        id=f"arende-{case['reference']}",
        version=case["version"],
        seen=f"{case['pk']}:{case['version']}",
        news=news,
        person=listed_person(row.person, case["reference"], case_url(case["pk"])) | {"born": ""},
        ward=case["ward__name"],
        state=state_words(case, [unit.state for unit in row.units], at),
        municipality="Dold" if protected else _municipality(row),
        track=track_tag(case["track"]),
        units=unit_letters(row.units, at),
        care_contact=case["care_contact_name"],
        sip=sip_words(case, at),
        home=home_words(case, _names(row, own), at),
        next=_next(row, own, at),
        expected=_expected(case, at),
    )


def _names(row: BoardRow, own: frozenset[UUID]) -> dict[str, str]:
    """Return what the row's units are called, a municipality's by its own name; of a protected person only ours."""
    names = {
        str(unit.unit_id): unit.principal if unit.role in MUNICIPAL_ROLES else unit.name
        for unit in row.units
        if not row.person.is_protected or unit.unit_id in own
    }
    return {**names, str(row.case["ward_id"]): row.case["ward__name"]}


def _municipality(row: BoardRow) -> str:
    names = (unit.principal for unit in row.units if unit.role in ("municipality", "municipal_health"))
    return next(names, "–").removesuffix(" kommun")


def sip_words(case: dict[str, Any], at: datetime) -> tuple[str, str]:
    """Where the joint plan stands: ``Kallad`` · ``möte mån 30/11``."""
    state, word = case["sip_state"], sip_state(case["sip_state"], case["sip_needed"])
    if state == "summoned" and case["sip_meeting_at"] is not None:
        return word, f"möte {day(local_date(case['sip_meeting_at']), local_date(at))}"
    if state == "offered":
        return word, "ej kallad" if case["sip_consent"] == "given" else "väntar på svar"
    if state == "not_assessed" and case["sip_needed"]:
        return word, "samtycke ej frågat"
    return word, ""


def _next(row: BoardRow, own: frozenset[UUID], at: datetime) -> tuple[str, str]:
    duty = row.next_step
    if duty is None:
        return "–", ""
    owner = "Ni" if duty.unit_id in own else row.next_unit_name
    if row.person.is_protected and duty.unit_id not in own:
        owner = "annan enhet"
    since = f"sedan {age(duty.starts_at, at)}".replace(" ", "\u00a0")
    points = points_of(row.case["home_ready"], duty.unit_id)
    sentence = duty_sentence(duty.code, missing=row.case["handover_missing"], points=points)
    return SHORT.get(duty.code) or sentence, f"{owner} · {since}"


def _expected(case: dict[str, Any], at: datetime) -> MovedDate | None:
    if case["expected_discharge"] is None:
        return None
    return moved_date(
        case["expected_discharge"],
        local_date(at),
        was=case["expected_before"],
        times=case["expected_moves"],
    )
