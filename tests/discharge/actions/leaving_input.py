"""The acts of the leaving with input that is right; part of ``good_input``."""

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.send_handover import send_handover

from .lives import handed_over, part_added
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
)
