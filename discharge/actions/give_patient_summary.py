"""Ge patienten information: patientlagen (2014:821) 3 kap. 2 b §, when the patient leaves for help from others."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.patient_summary import FORMS, LANGUAGES, NOT_ON_PAPER, ON_PAPER, RECEIVERS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .add_handover_part import part_added
from .case_act import begin
from .free_text import tidy_text
from .late import late_data

PART = "patient_summary"


@transaction.atomic
def give_patient_summary(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    form: str,
    language: str = "sv",
    to: str = "patient",
    given_by: str = "",
    happened_at: datetime | None = None,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record that the patient was given the newest version, in which form and language, to whom and by whom.

    What was given on paper is a part of the handover from now on; what was not is declared not needed there.
    """
    act = begin(
        "give_patient_summary",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        happened_at=happened_at,
        seen_version=seen_version,
    )
    _closed(form, FORMS, "form", "Hur informationen gavs behöver anges.")
    _closed(language, LANGUAGES, "language", "Språket behöver anges.")
    _closed(to, RECEIVERS, "to", "Vem som fick informationen behöver anges.")
    version = len(act.facts.leaving.summaries)
    if form in ON_PAPER and not version:
        raise InvalidInput(
            "Det finns ingen skriftlig information att lämna än.", "Skriv informationen först.", field="form"
        )
    data = {
        "version": version,
        "form": form,
        "language": language,
        "to": to,
        "given_by": tidy_text(given_by, "given_by", limit=120) or actor.name,
        **late_data(happened_at, at, late_reason),
    }
    given = New("patient_summary_given", data, happened_at=happened_at)
    return act.record(given, *_part(act.facts, form, version))


def _closed(value: str, known: dict[str, str], field: str, said: str) -> None:
    if value not in known:
        raise InvalidInput(said, "Välj ur listan.", field=field)


def _part(facts: CaseFacts, form: str, version: int) -> list[New]:
    """Return what the giving means for the handover's own part."""
    part, given = facts.leaving.part(PART), facts.leaving.given
    if form in ON_PAPER:
        again = any(one.version == version and one.form in ON_PAPER for one in given)
        return (
            [] if again else [part_added(facts, PART, "here", f"Utskrivningsinformation, version {version}")]
        )
    if part.version or part.not_needed_at:
        return []
    return [New("handover_part_declared_not_needed", {"part": PART, "reason": NOT_ON_PAPER[form]})]
