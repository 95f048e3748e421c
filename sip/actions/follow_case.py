"""En SIP vid utskrivning: its row follows what is written in the case, in the same transaction."""

from uuid import UUID, uuid4

from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts
from lus.events.models import Event
from lus.events.record import New, open_stream, record
from lus.organisations.actor import CLOCK
from sip.models import Plan

from .code_ends import end_codes_with_meeting
from .invitation_rows import post_invitations
from .kept_duties import keep_duties_in_case
from .meeting_picture import save_meeting
from .picture import leading_unit, plan_columns, save_plan_in_case

# Nobody needs a plan, or nobody has said so.
NOTHING_YET = frozenset({"not_assessed", "not_relevant", "replaced_by_care_plan"})


def plan_follows_case(event: Event) -> None:
    """Make or write the plan's row when something about its joint plan is recorded in a case."""
    facts = facts_of(event.case_id)
    if not facts.ward_id:
        return  # a plan outside hospital: its own act writes its row
    plan_id = Plan.objects.filter(case_id=event.case_id).values_list("pk", flat=True).first()
    if plan_id is not None:
        save_plan_in_case(plan_id, facts)
        post_invitations(plan_id, facts, event.recorded_at)
        end_codes_with_meeting(facts, event.recorded_at)
    elif facts.sip_needed or facts.sip.state not in NOTHING_YET:
        plan_id = _open(event, facts)
        post_invitations(plan_id, facts, event.recorded_at)
    if plan_id is not None:
        keep_duties_in_case(plan_id, event.case_id, at=event.recorded_at, because=event.name)


def calendars_follow_case(event: Event) -> None:
    """Take a file back from a unit that has left the case, and every file when the patient's identity is protected."""
    plan_id = (
        Plan.objects.filter(case_id=event.case_id, state="summoned").values_list("pk", flat=True).first()
    )
    if plan_id is not None:
        post_invitations(plan_id, facts_of(event.case_id), event.recorded_at)


def _open(event: Event, facts: CaseFacts) -> UUID:
    plan_id = uuid4()
    opened = {
        "person_id": facts.person_id,
        "origin": "discharge",
        "case_id": facts.case_id,
        "why": "",
        "units": [],
        "region_code": facts.region_code,
    }
    open_stream(plan_id)
    record(plan_id, [New("sip_plan_opened", opened)], actor=CLOCK, at=event.recorded_at, last=0)
    Plan.objects.create(
        id=plan_id,
        person_id=UUID(facts.person_id),
        case_id=event.case_id,
        origin="discharge",
        reference=facts.reference,
        opened_at=event.recorded_at,
        **plan_columns(facts),
        **leading_unit(facts),
    )
    save_meeting(plan_id, facts)
    return plan_id
