"""Everything that follows an event by itself, in the same transaction: event name → acts, in order.

Down by call, up by reaction: the platform and ``discharge`` never import what stands here.
"""

from collections.abc import Sequence

from deviations.actions.follow_clock import close_when_silent, tell_head_when_late
from deviations.actions.watch_case import RUNS, candidates_follow_case
from deviations.rules.candidates.detectors import ENDS
from discharge.actions.close_case import close_when_days_have_passed
from discharge.actions.confirm_late_registration import let_silence_confirm
from discharge.actions.escalate_receipt import when_a_level_is_due, when_a_receipt_is_late
from discharge.actions.note_payment_day import after_day_began
from discharge.actions.picture import note_clock
from discharge.events.sip import SIP
from followup.actions.meeting_counts import meetings_are_counted
from lus.events.reactions import Reaction
from sip.actions.close_on_death import plans_end_with_life, plans_live_again
from sip.actions.follow_case import calendars_follow_case, plan_follows_case
from sip.actions.kept_duties import duties_follow_case
from sip.rules.meeting_facts import HELD, LED_TO

CHANGES_WHO_IS_CALLED = (
    "concerned_unit_removed",
    "case_declined",
    "ward_changed",
    "wrong_recipient_reported",
    "protected_identity_flagged",
)

# In a discharge whoever calls to SIP leads the plan, and those that have left owe it nothing.
CHANGES_WHO_OWES = (
    "care_contact_named",
    "care_contact_changed",
    "admission_notice_sent",
    "admission_notice_withdrawn",
    "concerned_unit_added",
    "recipient_corrected",
    "case_forwarded",
    "legal_status_changed",
    "event_corrected",
    "case_entered_in_error",
)

TABLE: dict[str, Sequence[Reaction]] = {
    "deadline_passed": (note_clock, when_a_receipt_is_late, let_silence_confirm),
    "day_began": (
        note_clock,
        after_day_began,
        close_when_days_have_passed,
        when_a_level_is_due,
        close_when_silent,
        tell_head_when_late,
    ),
    **dict.fromkeys((*SIP, "sip_replaced_by_care_plan"), (plan_follows_case,)),
    **dict.fromkeys((HELD, *sorted(LED_TO)), (plan_follows_case, meetings_are_counted)),
    "patient_deceased_recorded": (plan_follows_case, plans_end_with_life),
    "death_record_corrected": (plan_follows_case, plans_live_again),
    **dict.fromkeys(CHANGES_WHO_IS_CALLED, (calendars_follow_case, duties_follow_case)),
    **dict.fromkeys(CHANGES_WHO_OWES, (duties_follow_case,)),
}

# What a detector listens to, after whatever else follows from the event.
REACTIONS: dict[str, Sequence[Reaction]] = TABLE | {
    name: (*TABLE.get(name, ()), candidates_follow_case) for name in sorted(RUNS | ENDS)
}
