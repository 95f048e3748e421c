"""Andra deltagare efter kallelsen, the handbook's SIP page, 5: who is added, taken away or asked for something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from discharge.rules.facts_of_meeting import SipMeeting
from discharge.rules.refusal import Refusal

from .summons import CalledUnit, Invited
from .summons_complete import MOST_INVITED, is_nobody


@dataclass(frozen=True, slots=True)
class ChangedUnit:
    """A called unit that is asked for something else than before: as ``CalledUnit``, by participant id."""

    participant_id: str
    required: bool = True
    function: str = ""
    prepare: str = ""


@dataclass(frozen=True, slots=True)
class ParticipantChanges:
    """``remove``: participant ids. Whoever is not named stays called, and their answer stands."""

    add: tuple[CalledUnit, ...] = ()
    invite: tuple[Invited, ...] = ()
    remove: tuple[str, ...] = ()
    change: tuple[ChangedUnit, ...] = ()


NOTHING: Final = ParticipantChanges()


def refuse_changes(meeting: SipMeeting, changes: ParticipantChanges) -> Refusal | None:
    """Return why the participants cannot be changed so, or None. Which units may be called is asked elsewhere."""
    if changes == NOTHING:
        return _wrong("Inga deltagare är ändrade.", "Lägg till eller ta bort någon.")
    touched = [*changes.remove, *(one.participant_id for one in changes.change)]
    if len(set(touched)) < len(touched) or any(meeting.participant(one) is None for one in touched):
        return _wrong("En deltagare är inte längre kallad.", "Läs vilka som är kallade, och gör om.")
    if any(_kind(meeting, one) == "person" for one in changes.remove):
        return _wrong("Personen själv är alltid kallad.", "Svara för personen om hen inte kommer.")
    if any(_kind(meeting, one.participant_id) != "unit" for one in changes.change):
        return _wrong("Bara enheter ombeds förbereda något.", "Välj en kallad enhet.")
    left = sum(one.kind not in ("unit", "person") for one in meeting.called) + len(changes.invite)
    if left > MOST_INVITED or any(is_nobody(one) for one in changes.invite):
        return Refusal(
            "validation",
            "En uppgift behöver rättas",
            "En inbjuden saknar namn eller roll.",
            "Skriv namnet och välj rollen.",
            field="invited",
        )
    return None


def _kind(meeting: SipMeeting, participant_id: str) -> str:
    one = meeting.participant(participant_id)
    return one.kind if one else ""


def _wrong(detail: str, advice: str) -> Refusal:
    return Refusal("validation", "En uppgift behöver rättas", detail, advice, field="units")
