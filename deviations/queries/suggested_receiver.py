"""Vem borde ha fått den: the unit that did the step's own act in the case, read from the events."""

from typing import Final

from deviations.models import Deviation
from lus.events.models import Event
from lus.organisations.models import Unit
from lus.organisations.queries import open_units

# Step of the cooperation → the events that tell whose it was, the newest of them.
OF_STEP: Final[dict[int, tuple[str, ...]]] = {
    1: ("admission_notice_sent",),
    2: ("care_contact_named", "care_contact_changed"),
    3: ("planning_started", "expected_discharge_changed"),
    4: ("sip_summons_sent",),
    5: ("ready_notice_sent",),
    6: ("patient_discharged",),
    7: ("sip_established",),
    8: ("sip_followed_up",),
}


def suggested_receiver(row: Deviation) -> Unit | None:
    """Return the unit that owned the step, when the case tells, and it is neither side now."""
    names = OF_STEP.get(row.process_step, ())
    if row.case_id is None or not names:
        return None
    owners = Event.objects.filter(case_id=row.case_id, name__in=names, unit_id__isnull=False)
    taken = {row.reporting_unit_id, row.addressed_unit_id, *row.former_units}
    owner = owners.exclude(unit_id__in=taken).order_by("-seq").values_list("unit_id", flat=True).first()
    return open_units().filter(pk=owner).first() if owner else None
