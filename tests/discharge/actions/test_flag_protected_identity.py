"""Skyddade personuppgifter: masked for everybody at once, and never lowered here."""

import pytest
from django.urls import reverse

from discharge.actions.flag_protected_identity import flag_protected_identity
from lus.notifications.models import Audience, Notification, OutboxRow
from lus.persons.models import Person
from lus.refusals import AlreadyDone, InvalidInput
from tests.factories import a_case, a_person, a_place, signed_in

from .life import Life, refused

WEAK, STRONG = "sekretessmarkering", "skyddad_folkbokforing"


def a_life() -> Life:
    place = a_place()
    person = a_person("Kanariefågel", street="Dolda gatan 1")
    return Life(place=place, case=a_case(place, person=person))


def flagged(level: str = WEAK) -> Life:
    life = a_life()
    life.does(life.municipality, flag_protected_identity, level=level)
    return life


def person_of(life: Life) -> Person:
    return Person.objects.get(pk=life.case.person_id)


def test_the_name_is_masked_at_once_on_every_units_board() -> None:
    life = a_life()
    boards = [(signed_in(actor), reverse("board")) for actor in (life.ward, life.municipality)]
    assert all("Kanariefågel" in client.get(url).content.decode() for client, url in boards)
    life.does(life.municipality, flag_protected_identity, level=WEAK)
    assert person_of(life).is_protected
    for client, url in boards:
        html = client.get(url).content.decode()
        assert "Kanariefågel" not in html
        assert "Dolda gatan" not in html


def test_the_ward_and_its_administrator_are_told_and_nobody_else() -> None:
    life = flagged()
    cause = life.last("protected_identity_flagged").pk
    assert life.told("protected_identity_flagged") == {"Avd 72"}
    rows = OutboxRow.objects.filter(notification__in=Notification.objects.filter(cause_id=cause))
    assert Audience.ADMIN in set(rows.values_list("audience", flat=True))


def test_a_stronger_protection_replaces_a_weaker_one() -> None:
    life = flagged()
    life.does(life.ward, flag_protected_identity, level=STRONG)
    assert person_of(life).protection == STRONG


def test_it_is_never_lowered() -> None:
    life = flagged(STRONG)
    with refused(InvalidInput, field="level"):
        life.does(life.ward, flag_protected_identity, level=WEAK)


def test_it_is_flagged_once() -> None:
    life = flagged()
    with refused(AlreadyDone):
        life.does(life.ward, flag_protected_identity, level=WEAK)


@pytest.mark.parametrize("level", ["", "none", "hemlig"])
def test_the_kind_of_protection_must_be_said(level: str) -> None:
    life = a_life()
    with refused(InvalidInput, field="level"):
        life.does(life.ward, flag_protected_identity, level=level)
