"""Places of the stories that lie beyond the three of Stockholm and Nacka."""

from lus.organisations.models import Principal, Route, RoutingRule, Unit, UnitKind
from lus.organisations.roles import Role
from tests.factories import Place, a_unit, an_actor
from tests.journeys.story import in_stockholm

PSYCHIATRY = "Psykiatri Nacka"


def psychiatric_place() -> Place:
    """A psychiatric ward, Nacka's reception, and in the place of primary care the clinic that the rules propose."""
    place = in_stockholm()
    region = Principal.objects.get(code="01")
    ward = a_unit("Avd P2", principal=region, care_form="psychiatric_adult")
    clinic = a_unit(PSYCHIATRY, UnitKind.OUTPATIENT_PSYCHIATRY, principal=region, municipality_code="0182")
    nacka = Unit.objects.get(pk=str(place.municipality.unit_id))
    for route, target in ((Route.PSYCHIATRY, clinic), (Route.MUNICIPALITY, nacka)):
        RoutingRule.objects.create(
            principal=target.principal,
            municipality_code="0182",
            route=route,
            order=1,
            target=target,
            valid_from="2020-01-01",
        )
    return Place(
        an_actor(ward, Role.WARD_STAFF),
        place.municipality,
        an_actor(clinic, Role.PRIMARY_CARE_COORDINATOR),
    )
