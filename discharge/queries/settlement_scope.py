"""Vems rader?, which cases a settlement officer reads: those that the own principal pays for or has cared for.

The officer is no party to any case. Whose a line is follows from the ward's region and the municipality that pays.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from discharge.models import Case
from discharge.rules.facts_of_settlement import Side
from discharge.rules.settlement_line import next_month
from lus.organisations.actor import Actor
from lus.organisations.models import Principal, PrincipalKind, Unit, UnitKind
from lus.organisations.roles import Permission
from lus.persons.models import Protection
from lus.refusals import NotThere

# Cases of patients with a protected identity are settled by hand: their municipality is not ours to use.
OPEN = Q(person__protection=Protection.NONE) & ~Q(stay="entered_in_error")


@dataclass(frozen=True, slots=True)
class Officer:
    """Whose officer asks. ``code``: the county's or the municipality's."""

    side: Side
    code: str
    name: str

    def mine(self) -> Q:
        """What of the cases is the principal's."""
        if self.side == "payer":
            return Q(payer_code=self.code)
        return Q(ward__principal__kind=PrincipalKind.REGION, ward__principal__code=self.code)

    def shared_with(self, code: str) -> Q:
        """What of them is also the counterpart's."""
        return Q(ward__principal__code=code) if self.side == "payer" else Q(payer_code=code)

    def pair(self, counterpart: str) -> tuple[str, str]:
        """Return ``(region code, code of the municipality that pays)``."""
        return (counterpart, self.code) if self.side == "payer" else (self.code, counterpart)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The other side of a month: its code, its name, and how many cases may have a line."""

    code: str
    name: str
    cases: int


def officer_of(viewer: Actor) -> Officer:
    """Return whose officer the viewer is. Raises NotPermitted for an assignment that does not settle."""
    viewer.require(Permission.SETTLE)
    principal = Principal.objects.get(pk=str(viewer.principal_id))
    side: Side = "region" if principal.kind == PrincipalKind.REGION else "payer"
    return Officer(side, principal.code, principal.name)


def cases_of_month(officer: Officer, first: date) -> QuerySet[Case]:
    """Return the cases whose count may touch the month that begins on ``first``."""
    ran = Q(count_ended_on__isnull=True) | Q(count_ended_on__gte=first)
    return Case.objects.filter(officer.mine(), OPEN, ran, first_ready_on__lt=next_month(first))


def counterparts(officer: Officer, first: date) -> list[Counterpart]:
    """Return the other sides of the month, most cases first. Two statements. A case without a payer has none."""
    field = "ward__principal__code" if officer.side == "payer" else "payer_code"
    counted = cases_of_month(officer, first).exclude(payer_code="").values(code=F(field)).order_by()
    found = {row["code"]: row["cases"] for row in counted.annotate(cases=Count("pk"))}
    kind = PrincipalKind.REGION if officer.side == "payer" else PrincipalKind.MUNICIPALITY
    names = dict(Principal.objects.filter(kind=kind, code__in=list(found)).values_list("code", "name"))
    sides = [Counterpart(code, names.get(code, f"Kommun {code}"), cases) for code, cases in found.items()]
    return sorted(sides, key=lambda side: (-side.cases, side.name))


def case_of_officer(viewer: Actor, case_id: UUID) -> Case:
    """Return one case of the viewer's principal, with person and ward. Raises NotThere for a case of others."""
    officer = officer_of(viewer)
    case = (
        Case.objects.filter(officer.mine(), OPEN, pk=case_id).select_related("person", "ward__parent").first()
    )
    if case is None:
        raise NotThere
    return case


def officers_units(region_code: str, payer_code: str) -> set[UUID]:
    """Return the finance units of both sides: those who are told how the review goes."""
    both = Q(principal__kind=PrincipalKind.REGION, principal__code=region_code)
    both |= Q(principal__kind=PrincipalKind.MUNICIPALITY, principal__code=payer_code)
    units = Unit.objects.filter(both, kind=UnitKind.FINANCE, closed_on__isnull=True)
    return set(units.values_list("pk", flat=True))
