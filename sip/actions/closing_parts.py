"""Vad en avslutning svarar på: who goes on with what is left, whether it helped, and the survey (handbook sip §12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from discharge.rules.sip_choices import HELPED
from discharge.rules.sip_closing import DECEASED, asks_measures, asks_survey
from lus.refusals import InvalidInput
from sip.queries.measures_left import measures_left
from sip.queries.open_parties import open_parties
from sip.queries.written_here import written_here
from sip.rules.document.evaluation import goals_reached, left_at_closing

Handed = Mapping[str, UUID]
NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Said:
    """What the end was told: see ``close_sip``."""

    handed: Handed
    helped_person: str
    helped_units: str
    survey_offered: bool | None


def closing_data(facts: CaseFacts, subject_id: UUID, reason: str, said: Said) -> dict[str, Any]:
    """Return what ``sip_closed`` keeps beside the reason. What a plan never had, and a death, is not asked about."""
    data = nothing_asked(subject_id)
    if reason == DECEASED:
        return data
    if asks_measures(facts):
        data["handed"] = checked_handed(facts, subject_id, said.handed)
        data["helped_person"] = known_help(said.helped_person, "helped_person")
        data["helped_units"] = known_help(said.helped_units, "helped_units")
    if asks_survey(facts):
        if said.survey_offered is None:
            raise InvalidInput("Svaret om enkätkod fattas.", "Välj Ja eller Nej.", field="survey_offered")
        data["survey_offered"] = said.survey_offered
    return data


def nothing_asked(subject_id: UUID) -> dict[str, Any]:
    """Return the same keys when nobody is asked; how far the goals came is known all the same."""
    return {
        "handed": [],
        "goals": reached(subject_id),
        "helped_person": NOT_ASKED,
        "helped_units": NOT_ASKED,
        "survey_offered": None,
    }


def checked_handed(facts: CaseFacts, subject_id: UUID, handed: Handed) -> list[dict[str, str]]:
    """Return who goes on with what, as it is kept. Raises ``measures-left``, or InvalidInput for a unit outside."""
    left = measures_left(subject_id)
    waiting = set(left_at_closing(left, [str(row_id) for row_id in handed]))
    for number, row in enumerate(left, start=1):
        if row.id in waiting:
            refuse(_nobody(number))
    units = open_parties(facts) if left else ()
    for number, row in enumerate(left, start=1):
        if str(handed[row.id]) not in units:
            raise InvalidInput(
                f"Enheten för insats {number} är stängd eller inte med i planen.",
                "Välj en enhet som är med.",
                field=f"handed_{number}",
            )
    return [{"row_id": row.id, "unit_id": str(handed[row.id])} for row in left]


def reached(subject_id: UUID) -> dict[str, int]:
    """Return ``{reached, counted}`` of the goals, by the last follow-up."""
    got, counted = goals_reached(written_here(subject_id))
    return {"reached": got, "counted": counted}


def known_help(answer: str, field: str) -> str:
    """Return the answer if it is one of ``HELPED``. Raises InvalidInput."""
    if answer not in HELPED:
        raise InvalidInput("Svaret om nyttan fattas.", "Välj ett av svaren.", field=field)
    return answer


def _nobody(number: int) -> Refusal:
    return Refusal(
        "measures-left",
        "Insatser återstår",
        f"Insats {number} är inte klar, och ingen enhet fortsätter med den.",
        "Välj vilken enhet som fortsätter, eller markera insatsen som klar i planen.",
        field=f"handed_{number}",
    )
