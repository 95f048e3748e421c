"""Routing rules that somebody keeps: tried on the last 30 days, saved from a day on, read by the ward's proposal."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from discharge.actions.change_routing_rules import change_routing_rules, preview_routing_rules
from discharge.models import Case
from discharge.queries.closed_units import left_behind
from discharge.queries.recipients import proposed
from discharge.rules.recipients import Expected, Patient
from discharge.rules.routing import Rule
from lus.organisations.actor import Actor, NotPermitted
from lus.organisations.models import RoutingChange, RoutingRule, Unit, UnitKind
from lus.organisations.roles import Role
from lus.organisations.routing_rules import rules_on
from lus.refusals import InvalidInput, NotAllowed, StalePage
from lus.swedish_time import local_date
from tests.factories import NOW, Place, a_case, a_person, a_place, a_unit, an_actor, signed_in

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("change_routing_rules",)
TODAY = local_date(NOW)
TOMORROW = TODAY + timedelta(days=1)
SOCIAL = Expected(social_services=True)
OLD = Patient("0182", "Nacka", age=81)


@pytest.fixture
def place() -> Place:
    found = a_place()
    Unit.objects.filter(pk=str(found.municipality.unit_id)).update(municipality_code="0182")
    return found


@pytest.fixture
def reception(place: Place) -> Unit:
    return Unit.objects.get(pk=str(place.municipality.unit_id))


@pytest.fixture
def elders(reception: Unit) -> Unit:
    return a_unit(
        "Nacka äldre",
        UnitKind.RECEPTION,
        principal=reception.principal,
        parent=reception,
        municipality_code="0182",
    )


@pytest.fixture
def admin(reception: Unit) -> Actor:
    return an_actor(reception, Role.UNIT_ADMIN)


def rules(elders: Unit, reception: Unit) -> list[Rule]:
    return [Rule(str(elders.pk), ages="65+"), Rule(str(reception.pk))]


def save(admin: Actor, wanted: list[Rule], valid_from: date = TODAY, **other: Any) -> RoutingChange:
    said: dict[str, Any] = {"route": "municipality", "rules": wanted, "valid_from": valid_from}
    said |= {"actor": admin, "at": NOW}
    _, seal = preview_routing_rules(**said)
    return change_routing_rules(**{"previewed": seal, **said, **other})


def names(patient: Patient, on: date = TODAY) -> list[tuple[str, str]]:
    return [(item.name, item.why) for item in proposed(patient, SOCIAL, "somatic_acute", on=on).receivers]


def test_the_wards_proposal_follows_the_rules_of_the_day(admin: Actor, elders: Unit, reception: Unit) -> None:
    assert names(OLD) == [("Nacka", "Folkbokförd i Nacka")]
    save(admin, rules(elders, reception), TOMORROW)
    assert names(OLD) == [("Nacka", "Folkbokförd i Nacka")]
    assert names(OLD, TOMORROW) == [("Nacka äldre", "Folkbokförd i Nacka, 65+")]
    assert names(Patient("0182", "Nacka", age=40), TOMORROW) == [("Nacka", "Folkbokförd i Nacka")]


def test_a_closed_unit_is_never_proposed_and_the_default_takes_over(
    admin: Actor, elders: Unit, reception: Unit
) -> None:
    save(admin, rules(elders, reception))
    Unit.objects.filter(pk=elders.pk).update(closed_on=TODAY)
    assert names(OLD) == [("Nacka", "Folkbokförd i Nacka")]
    Unit.objects.filter(pk=reception.pk).update(closed_on=TODAY)
    found = proposed(OLD, SOCIAL, "somatic_acute", on=TODAY)
    assert found.receivers == []
    assert found.trouble.startswith("Enheten som tog emot för Nacka är nedlagd.")


def test_the_preview_counts_the_last_30_days_and_names_no_patient(
    place: Place, admin: Actor, elders: Unit, reception: Unit
) -> None:
    old = a_person("Åldrig", born=date(1940, 1, 1), registered_municipality="0182")
    moved = a_case(place, at=NOW - timedelta(days=5), person=old)
    young = a_person("Unge", born=date(1990, 1, 1), registered_municipality="0182")
    a_case(place, at=NOW - timedelta(days=5), person=young)
    for days, other in ((31, {"registered_municipality": "0182"}), (5, {"registered_municipality": "0184"})):
        a_case(place, at=NOW - timedelta(days=days), person=a_person("Annan", born=date(1940, 1, 1), **other))
    hidden = a_person("Hemlig", registered_municipality="0182", protection="sekretessmarkering")
    a_case(place, at=NOW - timedelta(days=5), person=hidden)
    save(admin, [Rule(str(reception.pk))])
    found, _ = preview_routing_rules(
        route="municipality", rules=rules(elders, reception), valid_from=TODAY, actor=admin, at=NOW
    )
    assert (found.tried, found.changed, found.by_rule) == (2, 1, (1, 1))
    assert [(item.unit_id, item.codes) for item in found.moved] == [(str(elders.pk), (moved.reference,))]
    change = save(admin, rules(elders, reception))
    assert change.dry_run == "1 av 2 ärenden skulle ha gått någon annanstans."


def test_a_case_that_the_municipality_was_not_told_of_is_not_counted(
    place: Place, admin: Actor, reception: Unit
) -> None:
    a_case(place, at=NOW, person=a_person(registered_municipality="0182"))
    other = a_place("Avd 9", "Solna", "Vc Ö")
    a_case(other, at=NOW, person=a_person("Öberg", registered_municipality="0182"))
    found, _ = preview_routing_rules(
        route="municipality", rules=[Rule(str(reception.pk))], valid_from=TODAY, actor=admin, at=NOW
    )
    assert found.tried == 1


def test_only_what_was_tried_is_saved(admin: Actor, elders: Unit, reception: Unit) -> None:
    wanted = rules(elders, reception)
    with pytest.raises(StalePage) as refused:
        save(admin, wanted, previewed="")
    assert refused.value.code == "preview-needed"
    said: dict[str, Any] = {"route": "municipality", "rules": wanted, "valid_from": TODAY}
    _, seal = preview_routing_rules(**said, actor=admin, at=NOW)
    for other in (
        {"rules": wanted[1:]},
        {"valid_from": TOMORROW},
        {"actor": an_actor(reception, Role.UNIT_ADMIN)},
    ):
        with pytest.raises(StalePage):
            change_routing_rules(**{"actor": admin, "at": NOW, "previewed": seal, **said, **other})
    assert not RoutingChange.objects.exists()
    assert not RoutingRule.objects.exists()


def test_a_preview_is_old_when_somebody_saved_meanwhile(admin: Actor, elders: Unit, reception: Unit) -> None:
    wanted = rules(elders, reception)
    said: dict[str, Any] = {"route": "municipality", "valid_from": TODAY, "actor": admin, "at": NOW}
    _, seal = preview_routing_rules(rules=wanted, **said)
    save(an_actor(reception, Role.UNIT_ADMIN), [Rule(str(reception.pk))])
    with pytest.raises(StalePage):
        change_routing_rules(rules=wanted, previewed=seal, **said)


def test_a_change_ends_the_old_rows_and_is_undone_by_new_ones(
    admin: Actor, elders: Unit, reception: Unit
) -> None:
    first = [Rule(str(reception.pk))]
    save(admin, first)
    save(admin, rules(elders, reception), TOMORROW)
    save(admin, first, TOMORROW)
    assert RoutingChange.objects.count() == 3
    assert RoutingRule.objects.count() == 4
    held = [(row.target_id, row.order) for row in rules_on("0182", ("municipality",), TOMORROW)]
    assert held == [(reception.pk, 1)]
    assert [row.valid_to for row in RoutingRule.objects.filter(target=elders)] == [TOMORROW]


WRONG = [
    ("yesterday", {"valid_from": TODAY - timedelta(days=1)}, "valid_from"),
    ("no rules", {"rules": []}, "rules"),
    ("a unit of others", {"rules": [Rule("00000000-0000-0000-0000-000000000001")]}, "rules"),
    ("a service", {"rules": [Rule("own", service="home_care")]}, "rules"),
    ("the same twice", {"rules": [Rule("own"), Rule("own")]}, "rules"),
]


@pytest.mark.parametrize(("life", "other", "field"), WRONG, ids=[row[0] for row in WRONG])
def test_a_list_that_cannot_be_is_refused_at_its_field(
    admin: Actor, reception: Unit, life: str, other: dict[str, Any], field: str
) -> None:
    given: dict[str, Any] = {"route": "municipality", "rules": [Rule("own")], "valid_from": TODAY, **other}
    given["rules"] = [
        Rule(str(reception.pk), service=rule.service) if rule.target_id == "own" else rule
        for rule in given["rules"]
    ]
    with pytest.raises(InvalidInput) as said:
        preview_routing_rules(actor=admin, at=NOW, **given)
    assert said.value.field == field


def test_a_closed_unit_cannot_be_chosen(admin: Actor, elders: Unit, reception: Unit) -> None:
    Unit.objects.filter(pk=elders.pk).update(closed_on=TODAY)
    with pytest.raises(InvalidInput):
        save(admin, rules(elders, reception))


def test_services_are_asked_inside_the_municipality_only(admin: Actor, reception: Unit, elders: Unit) -> None:
    inside = [Rule(str(elders.pk), service="home_care")]
    said: dict[str, Any] = {
        "route": "forward",
        "rules": inside,
        "valid_from": TODAY,
        "actor": admin,
        "at": NOW,
    }
    _, seal = preview_routing_rules(**said)
    change_routing_rules(previewed=seal, **said)
    assert names(OLD) == [("Nacka", "Folkbokförd i Nacka")]


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.WARD_STAFF])
def test_who_does_not_administer_changes_nothing(reception: Unit, role: str) -> None:
    with pytest.raises(NotPermitted):
        save(an_actor(reception, role), [Rule(str(reception.pk))])


def test_another_units_rules_are_its_own(place: Place, elders: Unit, reception: Unit) -> None:
    for unit in (elders, Unit.objects.get(pk=str(place.ward.unit_id))):
        with pytest.raises(NotAllowed):
            save(an_actor(unit, Role.UNIT_ADMIN), [Rule(str(reception.pk))])


def test_what_a_closed_unit_leaves_is_told_by_code(place: Place, admin: Actor, reception: Unit) -> None:
    case = a_case(place)
    assert left_behind(admin) == []
    Unit.objects.filter(pk=reception.pk).update(closed_on=TODAY)
    (left,) = left_behind(admin)
    assert (left.unit, left.codes, left.unread) == (reception, (case.reference,), 1)


# the pages


def typed(*rows: dict[str, str], **more: str) -> dict[str, str]:
    fields = {f"{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}
    return {"count": str(len(rows)), "valid_from": TODAY.isoformat(), **fields, **more}


@time_machine.travel(NOW, tick=False)
def test_the_page_moves_tries_and_saves(place: Place, admin: Actor, elders: Unit, reception: Unit) -> None:
    person = a_person("Ljungberg", registered_municipality="0182")
    case = a_case(place, person=person)
    client, url = signed_in(admin), reverse("change_routing_rules")
    assert client.get("/").url == reverse("unit")  # type: ignore[attr-defined]
    assert "Mottagning och routing" in client.get(reverse("unit")).content.decode()
    rows = ({"target_id": str(reception.pk)}, {"ages": "65+", "target_id": str(elders.pk)})
    moved = client.post(url, typed(*rows, do="up:1")).content.decode()
    assert moved.index("65+ → Nacka äldre") < moved.index("Alla andra → Nacka")
    wrong = client.post(url, typed(*rows, do="try"))
    assert wrong.status_code == 422
    assert "ska stå sist" in wrong.content.decode()
    rows = rows[::-1]
    assert client.post(url, typed(*rows, do="save")).status_code == 409
    tried = client.post(url, typed(*rows, do="try"))
    html = tried.content.decode()
    assert "1 ärende till Nacka äldre" in html
    assert case.reference in html
    assert "Ljungberg" not in html
    assert person.identifier not in html
    seal = tried.context["form"]["previewed"].value()
    key = {"idempotency_key": "k1", "previewed": seal}
    assert client.post(url, typed(*rows, do="save", **key)).status_code == 302
    assert client.post(url, typed(*rows, do="save", **key)).status_code == 302
    assert RoutingChange.objects.count() == 1
    shown = client.get(url).content.decode()
    assert admin.name in shown
    assert "Gäller från tis 3/3" in shown


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize("do", ["add", "remove:0", "down:0", "up:9", "remove:x", "dans"])
def test_nothing_is_stored_before_it_is_saved(admin: Actor, reception: Unit, do: str) -> None:
    answer = signed_in(admin).post(
        reverse("change_routing_rules"), typed({"target_id": str(reception.pk)}, do=do, valid_from="i går")
    )
    assert answer.status_code == 200
    assert not RoutingRule.objects.exists()


def test_who_does_not_administer_sees_no_page(place: Place) -> None:
    client = signed_in(place.municipality)
    for name in ("unit", "change_routing_rules", "routing_errors"):
        assert client.get(reverse(name)).status_code == 403


def test_a_ward_has_no_rules_of_its_own_and_is_told_whose_they_are(place: Place) -> None:
    ward = an_actor(Unit.objects.get(pk=str(place.ward.unit_id)), Role.UNIT_ADMIN)
    assert "Kommunens regler sköts vid kommunens mottagning" in (
        signed_in(ward).get(reverse("change_routing_rules")).content.decode()
    )
    assert not Case.objects.exists()
