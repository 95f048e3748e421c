"""Lagens fyra uppgifter, LUS 2 kap. 2 §: what of a case only the ward reads (docs/adr/0017)."""

from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor

# Tell what somebody judged about the patient, what is not sent yet, or that she has been in another case.
EVENTS: frozenset[str] = frozenset(
    {"need_assessed", "handover_part_added", "patient_summary_written", "care_chain_joined"}
)
# Of these the others are told what came of it, not who judged and why.
FIELDS: dict[str, frozenset[str]] = {
    "harm_test_started": frozenset({"reason"}),
    "harm_test_recorded": frozenset({"physician", "provision", "reasons", "views"}),
}


def reads_more(viewer: Actor, facts: CaseFacts) -> bool:
    """Return whether ``viewer`` works on the case's ward. Others have no recorded ground for more than the notice."""
    return facts.ward_id in {str(unit_id) for unit_id in viewer.unit_ids}
