"""Parterna i Min tur: what the list needs of each case's parties, read in one statement."""

from dataclasses import dataclass, field
from uuid import UUID

from discharge.models import CaseUnit
from lus.organisations.actor import Actor

COLUMNS = (
    "case_id",
    "unit_id",
    "role",
    "state",
    "unit__principal__name",
    "claimed_by",
    "claimed_name",
    "blank_fields",
    "unknown_fields",
)


@dataclass(frozen=True, slots=True)
class TurnParties:
    """``states``: of each case's concerned units; ``municipalities``: the case's, by name; ``claims``: (case, unit) →
    who of ours has taken it; ``fields``: (case, unit, duty) → how many questions of the planning basis wait.
    """

    states: dict[UUID, tuple[str, ...]] = field(default_factory=dict)
    municipalities: dict[UUID, str] = field(default_factory=dict)
    claims: dict[tuple[UUID, UUID | None], tuple[UUID | None, str]] = field(default_factory=dict)
    fields: dict[tuple[UUID, UUID | None, str], int] = field(default_factory=dict)


def turn_parties(case_ids: set[UUID], viewer: Actor) -> TurnParties:
    """Return what the parties of the cases are, ``claims`` only those of the viewer's units."""
    found = TurnParties()
    rows = CaseUnit.objects.filter(case_id__in=case_ids).order_by("case_id", "pk").values_list(*COLUMNS)
    for case_id, unit_id, role, state, principal, claimed_by, claimed_name, blank, unknown in rows:
        found.fields[case_id, unit_id, "fill_planning_basis"] = blank
        found.fields[case_id, unit_id, "chase_planning_answers"] = unknown
        if claimed_by and unit_id in viewer.unit_ids:
            found.claims[case_id, unit_id] = (claimed_by, claimed_name)
        if role == "ward":
            continue
        found.states[case_id] = (*found.states.get(case_id, ()), state)
        if role == "municipality":
            found.municipalities.setdefault(case_id, principal)
    return found
