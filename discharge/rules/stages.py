"""Får steget tas?, whether an act is allowed where the case stands, and if not: what is so and what to do."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from .aimless import AIMLESS, NOT_THIS_STAGE, nothing_sent_to_ward
from .already_done import already_done
from .facts import OUTPATIENT_ROLES, CaseFacts, ConcernedUnit
from .guards_of_chain import chain_refusal
from .last_event import last_event
from .leaving_refusals import leaving_refusal
from .notice_taken_back import notice_taken_back
from .refusal import Refusal
from .sip_not_open import sip_not_open
from .stage import NOT_YOUR_ROLE, RECEIVERS, WARD, Kind, Stage
from .stage_table import AFTER_CLOSING, STAGES
from .stages_of_on_call import no_warning
from .stages_of_sip import AFTER_CLOSING_SIP
from .time_refusal import time_refusal
from .words import who_and_when

__all__ = ["Refusal", "allowed_acts", "refusal", "time_refusal"]

# The events that may have brought it about, what is so (reads on with "av Karin L, Avd 72"), what to do.
Words = tuple[tuple[str, ...], str, str]

STAY_WORDS: Final[dict[str, Words]] = {
    "admitted": (
        ("discharge_corrected", "patient_admitted"),
        "Patienten är inskriven",
        "Det finns inget att ångra.",
    ),
    "on_leave": (
        ("leave_started",),
        "Patienten är på permission",
        "Vänta tills patienten är tillbaka på avdelningen.",
    ),
    "transferred": (
        ("patient_transferred",),
        "Patienten är överflyttad",
        "Den nya avdelningen fortsätter i sitt ärende.",
    ),
    "discharged": (
        ("patient_discharged",),
        "Patienten är utskriven",
        "Är det fel: ångra utskrivningen samma dag. Annars gäller ett nytt ärende vid ny inskrivning.",
    ),
    "deceased": (
        ("patient_deceased_recorded",),
        "Ärendet är avslutat",
        "Är registreringen fel kan den ångras av dem som gjorde den.",
    ),
    "entered_in_error": (
        ("case_entered_in_error",),
        "Ärendet är felregistrerat",
        "Registrera ett nytt ärende om patienten är inskriven.",
    ),
}
READINESS_WORDS: Final[dict[str, Words]] = {
    "ready": (
        ("ready_notice_sent",),
        "Patienten är markerad utskrivningsklar",
        "Återta underrättelsen först.",
    ),
    "not_ready": ((), "Patienten är inte utskrivningsklar", "Det finns ingen underrättelse att ändra."),
    "withdrawn": (
        ("ready_notice_withdrawn",),
        "Underrättelsen är återtagen",
        "Skicka en ny underrättelse när patienten är utskrivningsklar igen.",
    ),
}
UNIT_WORDS: Final[dict[str, Words]] = {
    "new": ((), "Er enhet har inte svarat på inskrivningsmeddelandet", "Kvittera eller svara först."),
    "acknowledged": (("message_acknowledged",), "Meddelandet är kvitterat", "Starta planeringen först."),
    "unknown_patient": (("patient_answered_unknown",), "Ej känd är besvarat", "Starta planeringen först."),
    "in_progress": (
        ("planning_started", "unit_ready_withdrawn"),
        "Planeringen är påbörjad",
        "Berörs ni inte av ärendet: avvisa med orsak.",
    ),
    "ready_to_receive": (
        ("unit_ready_to_receive",),
        "Klar att ta emot är meddelat",
        "Ta tillbaka klar att ta emot först.",
    ),
    "declined": (("case_declined",), "Ärendet är avvisat", "Be avdelningen lägga till er igen."),
    "wrong_recipient": (
        ("wrong_recipient_reported",),
        "Fel mottagare är meddelat",
        "Be avdelningen lägga till er igen om ni ändå berörs.",
    ),
    "forwarded": (
        ("case_forwarded",),
        "Ärendet är vidaresänt inom er organisation",
        "Enheten som fick det fortsätter. Vidaresänd igen om det blev fel enhet.",
    ),
    "removed": (
        ("concerned_unit_removed",),
        "Er enhet är borttagen ur ärendet",
        "Be avdelningen lägga till er igen om ni berörs.",
    ),
}


def refusal(
    act: str,
    facts: CaseFacts,
    unit_id: str | None,
    *,
    target_id: str | None = None,
    event_id: str | None = None,
    at: datetime | None = None,
) -> Refusal | None:
    """Return why ``act`` cannot be done by ``unit_id`` now, or None when it can.

    ``target_id``: the unit that a ward's act is about (added, removed, replaced); ``event_id``: the message
    that is acknowledged; ``at`` shortens times of today to the clock. Raises KeyError for an unknown act.
    """
    stage = STAGES[act]
    unit = facts.unit(unit_id) if unit_id else None
    return (
        _closed(act, facts, at)
        or _not_yours(stage, facts, unit_id, unit)
        or nothing_sent_to_ward(act, facts, unit_id)
        or already_done(act, facts, unit_id, target_id=target_id, event_id=event_id, at=at)
        or chain_refusal(act, facts, unit_id, at)
        or _wrong_stay(stage, facts, unit, at)
        or notice_taken_back(act, facts, unit, at)
        or _no_notice(stage, facts)
        or _wrong_readiness(stage, facts, at)
        or _wrong_unit(stage, facts, unit, at)
        or no_warning(act, facts)
        or _sip_not_open(act, facts, unit_id, at)
        or leaving_refusal(act, facts, unit_id)
    )


def allowed_acts(facts: CaseFacts, unit_id: str, role_kind: Kind, at: datetime | None = None) -> list[str]:
    """Return the acts that a unit of this kind can do at ``at``, in the order of the table."""
    return [
        act
        for act, stage in STAGES.items()
        if role_kind in stage.who
        and refusal(act, facts, unit_id, at=at) is None
        and not (act in AIMLESS and AIMLESS[act](facts, unit_id))
    ]


def _closed(act: str, facts: CaseFacts, at: datetime | None) -> Refusal | None:
    title = "Ärendet är avslutat"
    if facts.stay == "entered_in_error" and act != "void_case":
        return _refused("closed-case", title, facts, STAY_WORDS["entered_in_error"], at)
    if facts.stay == "deceased" and act not in {*AFTER_CLOSING, "record_death"}:
        # Neutral: the cause is only told inside the case.
        return _refused("closed-case", title, facts, STAY_WORDS["deceased"], at)
    if facts.closed_at is not None and act not in AFTER_CLOSING | AFTER_CLOSING_SIP:
        words: Words = (
            ("case_closed",),
            "Ärendet är avslutat",
            "Ett nytt vårdtillfälle blir ett nytt ärende.",
        )
        return _refused("closed-case", title, facts, words, at)
    return None


def _not_yours(
    stage: Stage, facts: CaseFacts, unit_id: str | None, unit: ConcernedUnit | None
) -> Refusal | None:
    if unit_id is None:
        return None
    if stage.who == WARD and unit is not None:
        said = "Det är avdelningen som äger ärendet som gör detta."
        return Refusal("not-owner", "Bara avdelningen kan göra detta", said, "Kontakta avdelningen.")
    if unit is None and stage.who & RECEIVERS and not ("ward" in stage.who and unit_id == facts.ward_id):
        said = "Er enhet är inte mottagare i ärendet."
        return Refusal("not-recipient", "Ni är inte mottagare", said, "Be avdelningen lägga till er enhet.")
    if stage.roles is not None and unit is not None and unit.role not in stage.roles:
        whose, code, title, advice = NOT_YOUR_ROLE[stage.roles == OUTPATIENT_ROLES]
        said = f"{stage.words} är {whose} uppgift; er enhet är med i en annan roll."
        return Refusal(code, title, said, advice)
    return None


def _wrong_stay(
    stage: Stage, facts: CaseFacts, unit: ConcernedUnit | None, at: datetime | None
) -> Refusal | None:
    if unit is not None and stage.receivers_stay is not None and facts.stay not in stage.receivers_stay:
        said = "Avdelningen registrerar så länge patienten är inskriven."
        return Refusal("stage-not-allowed", NOT_THIS_STAGE, said, "Kontakta avdelningen.")
    if facts.admitted_at is None or facts.stay in stage.stay:
        return None
    return _refused("stage-not-allowed", NOT_THIS_STAGE, facts, STAY_WORDS[facts.stay], at)


def _no_notice(stage: Stage, facts: CaseFacts) -> Refusal | None:
    if not stage.notice or facts.admission_notice_at is not None:
        return None
    return Refusal(
        "no-admission-notice",
        "Inskrivningsmeddelande saknas",
        f"{stage.words} går först när ett inskrivningsmeddelande är skickat: ingen enhet är berörd ännu.",
        "Skicka inskrivningsmeddelandet först.",
    )


def _wrong_readiness(stage: Stage, facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if stage.readiness is None or facts.readiness in stage.readiness:
        return None
    return _refused("stage-not-allowed", NOT_THIS_STAGE, facts, READINESS_WORDS[facts.readiness], at)


def _wrong_unit(
    stage: Stage, facts: CaseFacts, unit: ConcernedUnit | None, at: datetime | None
) -> Refusal | None:
    if stage.unit is None or unit is None or unit.state in stage.unit:
        return None
    code = "stage-not-allowed" if unit.is_active else "not-recipient"
    return _refused(code, NOT_THIS_STAGE, facts, UNIT_WORDS[unit.state], at, unit.unit_id)


def _sip_not_open(act: str, facts: CaseFacts, unit_id: str | None, at: datetime | None) -> Refusal | None:
    found = sip_not_open(act, facts, unit_id, at)
    if found is None:
        return None
    said, names = found
    return _refused(said.code, said.title, facts, (names, said.detail, said.advice), at)


def _refused(
    code: str,
    title: str,
    facts: CaseFacts,
    words: Words,
    at: datetime | None,
    unit_id: str | None = None,
) -> Refusal:
    names, so, advice = words
    event = last_event(facts, names, unit_id)
    detail = f"{so} {who_and_when(event, at)}." if event else f"{so}."
    return Refusal(code, title, detail, advice, event.event_id if event else None)
