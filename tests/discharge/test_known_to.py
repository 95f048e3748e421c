"""A unit that has left a case keeps what it had received, and sees nothing that came later."""

from datetime import timedelta

import pytest

from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.decline_case import decline_case
from discharge.actions.remove_concerned_unit import remove_concerned_unit
from discharge.models import Delivery
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from lus.organisations.models import UnitKind
from lus.refusals import Refused
from sip.actions.assess_sip_need import assess_sip_need
from tests.factories import NOW, a_case, a_place, a_unit, mark_ready

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)


def test_what_happens_after_a_decline_stays_with_the_others() -> None:
    place = a_place()
    case = a_case(place)
    decline_case(
        case_id=case.pk, actor=place.municipality, at=NOW + timedelta(hours=1), reason="not_resident_here"
    )
    mark_ready(place, case, at=LATER)
    assert case_page(place.municipality, case.pk, at=LATER).facts.readiness == "not_ready"
    assert case_page(place.ward, case.pk, at=LATER).facts.readiness == "ready"
    assert board(place.municipality, at=LATER).rows == ()


def test_a_removed_unit_can_do_nothing_more() -> None:
    place = a_place()
    case = a_case(place)
    assert place.municipality.unit_id is not None
    remove_concerned_unit(
        case_id=case.pk, unit_id=place.municipality.unit_id, actor=place.ward, at=NOW, reason="Inget behov"
    )
    with pytest.raises(Refused):
        assess_sip_need(case_id=case.pk, actor=place.municipality, at=LATER, needed=False, reason="Nej")


def test_a_unit_that_comes_after_the_ready_notice_gets_it_too() -> None:
    place = a_place()
    case = mark_ready(place, a_case(place), at=NOW + timedelta(hours=1))
    rehab = a_unit("Rehab Öst", UnitKind.OUTPATIENT)
    add_concerned_unit(case_id=case.pk, unit_id=rehab.pk, role="outpatient", actor=place.ward, at=LATER)
    kinds = set(Delivery.objects.filter(unit=rehab).values_list("kind", "delivered_at"))
    assert kinds == {("concerned_unit_added", LATER), ("ready_notice_forwarded", LATER)}
