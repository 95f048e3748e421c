"""Finns ärendet redan?, the open case of a patient on the viewer's own ward."""

from uuid import UUID

from lus.organisations.actor import Actor

from .visible import open_cases


def open_case_of(viewer: Actor, person_id: UUID) -> UUID | None:
    """Return the id of the patient's open stay on the viewer's ward, or None."""
    mine = open_cases(viewer).filter(
        person_id=person_id, ward_id=viewer.unit_id, stay__in=("admitted", "on_leave")
    )
    return mine.values_list("pk", flat=True).first()
