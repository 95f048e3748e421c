"""The acts of the leaving with input that is right; part of ``good_input``."""

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.plan_follow_up_call import plan_follow_up_call
from discharge.actions.record_follow_up_call import record_follow_up_call
from discharge.actions.send_handover import send_handover
from discharge.actions.waive_follow_up_call import waive_follow_up_call
from discharge.actions.write_patient_summary import write_patient_summary

from .lives import called_for, handed_over, part_added, summary_written
from .one_try import READ, Try

LEAVING_TRIES = (
    Try(
        add_handover_part,
        "ward",
        ("handover_part_added",),
        arguments=lambda life: {"part": "food", "where": "here", "text": "Matlåda i kylen"},
    ),
    Try(
        declare_handover_part_not_needed,
        "ward",
        ("handover_part_declared_not_needed",),
        arguments=lambda life: {"part": "keys_access", "reason": "Dottern öppnar"},
    ),
    Try(send_handover, "ward", ("handover_sent",), life=part_added),
    Try(confirm_handover_received, "municipality", (READ, "handover_received"), life=handed_over),
    Try(
        write_patient_summary,
        "ward",
        ("patient_summary_written",),
        arguments=lambda life: {"done": "Du fick vård.", "medicines": "Inga nya.", "watch_for": "Feber."},
    ),
    Try(
        give_patient_summary,
        "ward",
        ("patient_summary_given", "handover_part_added"),
        life=summary_written,
        arguments=lambda life: {"form": "both"},
    ),
    Try(
        plan_follow_up_call,
        "ward",
        ("follow_up_call_planned",),
        arguments=lambda life: {"unit_id": life.primary_care.unit_id},
    ),
    Try(
        record_follow_up_call,
        "primary_care",
        (READ, READ, "follow_up_call_done"),
        life=called_for,
        arguments=lambda life: {"result": "well"},
    ),
    Try(
        waive_follow_up_call,
        "ward",
        ("follow_up_call_waived",),
        life=called_for,
        arguments=lambda life: {"reason": "Patienten tackar nej"},
    ),
)
