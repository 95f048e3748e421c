"""The minutes of what is done about a meeting's people: the process's stream is locked, in a case or in a plan.

Who may do it follows from the plan being theirs, or from a code; where the meeting must stand is asked here.
"""

from datetime import datetime
from uuid import UUID

from discharge.actions.case_act import CaseAct
from discharge.queries.facts import facts_of
from discharge.rules.facts_of_meeting import Participant, SipMeeting
from lus.events.record import lock_stream
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, StageNotAllowed
from sip.models import Plan
from sip.queries.plan_facts import process_of

from .plan_act import PlanAct


def meeting_act(plan: Plan, actor: Actor, at: datetime) -> CaseAct | PlanAct:
    """Lock what the plan's process is written in, and return the act under way."""
    if plan.case_id is not None:
        lock_stream(plan.case_id)
        return CaseAct(plan.case_id, facts_of(plan.case_id), actor, at)
    lock_stream(plan.pk)
    return PlanAct(plan.pk, str(plan.led_by_id), process_of(plan), actor, at)


def meeting_ahead(act: CaseAct | PlanAct) -> SipMeeting:
    """Return the meeting that people answer about. Raises ``no-meeting-ahead`` when it is over, off, or has begun."""
    meeting = act.facts.sip.meeting
    if meeting is None or meeting.starts_at is None or meeting.starts_at <= act.at:
        raise StageNotAllowed(
            "Inget möte väntar på svar.",
            "Läs planen: mötet är hållet, inställt eller har börjat.",
            code="no-meeting-ahead",
            title="Inget möte väntar",
        )
    return meeting


def person_called(meeting: SipMeeting, participant_id: UUID) -> Participant:
    """Return the one without an account who is called. Raises InvalidInput for a unit, and for nobody."""
    one = meeting.participant(str(participant_id))
    if one is None or one.kind == "unit":
        raise InvalidInput(
            "Deltagaren är inte kallad.", "Välj en av dem som är kallade.", field="participant_id"
        )
    return one
