"""Who was party to a past case."""

from dataclasses import dataclass

from discharge.rules.facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES

from .course import Staff


@dataclass(frozen=True, slots=True)
class Party:
    """A concerned unit with the one who acts for it, and its role in the case."""

    staff: Staff
    role: str

    @property
    def unit_id(self) -> str:
        assert self.staff.unit_id is not None
        return self.staff.unit_id


@dataclass(frozen=True, slots=True)
class Parties:
    """``health``: municipal health care may be needed."""

    ward: Staff
    told: tuple[Party, ...]
    health: bool

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(party.unit_id for party in self.told)

    @property
    def municipal(self) -> tuple[Party, ...]:
        return tuple(party for party in self.told if party.role in MUNICIPAL_ROLES)

    @property
    def outpatient(self) -> Party | None:
        """The unit that names the care contact and calls to SIP: psychiatry before primary care."""
        return next((party for party in self.told if party.role in OUTPATIENT_ROLES), None)

    @property
    def has_outpatient(self) -> bool:
        return self.outpatient is not None
