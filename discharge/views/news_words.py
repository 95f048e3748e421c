"""*Nytt*: one line on what has happened since the reader last looked: *datum ändrat, Nacka klar +2*."""

from collections.abc import Sequence

from discharge.events import EVENTS
from discharge.queries.unseen import Unseen

# Short enough for a list. ``{}`` is the unit that did it; the others are told by the event's own label.
WORDS = {
    "message_acknowledged": "{} kvitterat",
    "expected_discharge_changed": "datum ändrat",
    "unit_ready_to_receive": "{} klar",
    "ready_notice_sent": "utskrivningsklar",
    "ready_notice_withdrawn": "utskrivningsklar återtagen",
    "admission_notice_withdrawn": "inskrivningsmeddelande återkallat",
    "wrong_recipient_reported": "{} fel mottagare",
    "planning_started": "{} planerar",
    "care_contact_named": "vårdkontakt utsedd",
    "patient_discharged": "utskriven",
    "patient_admitted": "nytt ärende",
    "admission_notice_sent": "nytt ärende",
}
# Told by the event beside them.
SAID_BESIDE = frozenset({"expected_discharge_set", "readiness_assessed", "acknowledgement_requested_again"})
SILENT = SAID_BESIDE | {"case_opened", "day_began"}
SHOWN = 2


def news_line(unseen: Sequence[Unseen]) -> str:
    """Return the newest two things in words, and how many more; empty when nothing is new."""
    said = list(dict.fromkeys(_words(event) for event in reversed(unseen) if event.name not in SILENT))
    if not said:
        return ""
    more = f" +{len(said) - SHOWN}" if len(said) > SHOWN else ""
    return ", ".join(said[:SHOWN]) + more


def _words(event: Unseen) -> str:
    if event.name in WORDS:
        return WORDS[event.name].format(event.unit_name)
    label = EVENTS[event.name].label if event.name in EVENTS else "ändrat"
    return label[:1].lower() + label[1:]
