"""A deviation is lifted: local group, county, VIS; measures, several in one, and who sees and does what."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import InternalError, transaction
from django.test import Client
from django.urls import reverse

from deviations.actions.acknowledge_deviation import acknowledge_deviation
from deviations.actions.add_to_lift import add_to_lift
from deviations.actions.close_lift import close_lift
from deviations.actions.decide_lift_measure import decide_lift_measure
from deviations.actions.lift_deviation import lift_deviation
from deviations.actions.put_lift_on_agenda import put_lift_on_agenda
from deviations.actions.raise_lift import raise_lift
from deviations.actions.settle_lift_measure import settle_lift_measure
from deviations.models import Lift, LiftEntry
from deviations.queries.lifts import recurring
from deviations.rules.lift import LIFT_ACTS, LiftFacts
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotAllowed, NotThere, StageNotAllowed
from lus.swedish_time import local_date
from tests.discharge.actions.life import refused
from tests.factories import NOW, a_place, a_unit, an_actor, signed_in

from .flow_life import DeviationLife

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = (
    "add_to_lift",
    "close_lift",
    "decide_lift_measure",
    "lift_deviation",
    "put_lift_on_agenda",
    "raise_lift",
    "settle_lift_measure",
)
WHY = "Samma sak varje vecka, och ingen av oss kan ändra rutinen."
LATER = local_date(NOW) + timedelta(days=30)


class Groups:
    """VIS, the county below it, and a local group; a secretary at each."""

    def __init__(self) -> None:
        vis = a_unit("VIS styrgrupp", UnitKind.COOPERATION)
        county = a_unit("Storsthlm och HSF", UnitKind.COOPERATION, parent=vis)
        self.local = a_unit("Lokal grupp", UnitKind.COOPERATION, parent=county)
        self.secretaries = {
            level: an_actor(unit, Role.COOPERATION_SECRETARY)
            for level, unit in (("vis", vis), ("county", county), ("local", self.local))
        }


@pytest.fixture
def groups() -> Groups:
    return Groups()


@pytest.fixture
def life() -> DeviationLife:
    life = DeviationLife()
    life.does(life.ward, acknowledge_deviation)
    return life


@pytest.fixture
def lift(life: DeviationLife, groups: Groups) -> Lift:
    life.does(life.ward, lift_deviation, group_id=groups.local.pk, text=WHY)
    return Lift.objects.get()


def does(lift: Lift, actor: Actor, act: Any, **given: Any) -> LiftFacts:
    facts: LiftFacts = act(reference=lift.reference, actor=actor, at=NOW + timedelta(hours=5), **given)
    return facts


def measure(lift: Lift, actor: Actor, unit: Unit, text: str = "Gemensam rutin skrivs.") -> str:
    facts = does(
        lift,
        actor,
        decide_lift_measure,
        text=text,
        owner_unit_id=unit.pk,
        owner_role="coordinator",
        due=LATER,
    )
    return facts.measures[-1].measure.event_id


def test_from_the_local_group_to_vis_and_closed_when_every_measure_is_settled(
    lift: Lift, life: DeviationLife, groups: Groups
) -> None:
    local, county, vis = (groups.secretaries[level] for level in ("local", "county", "vis"))
    does(lift, local, put_lift_on_agenda, day=LATER)
    does(lift, local, raise_lift, text="Gäller hela länet.")
    with refused(NotAllowed, code="deviation-not-yours"), transaction.atomic():
        measure(lift, local, groups.local)  # the county has it now
    does(lift, county, raise_lift, text="Avtalet behöver läsas.")
    assert (life.now().lift_level, life.now().state) == ("vis", "received")
    first, second = measure(lift, vis, groups.local), measure(lift, vis, groups.local, "Utbildning hålls.")
    with refused(StageNotAllowed, code="lift-state", says="2 åtgärder"), transaction.atomic():
        does(lift, vis, close_lift)
    does(lift, vis, settle_lift_measure, measure_id=first, outcome="done", text="Rutinen gäller.")
    does(lift, vis, settle_lift_measure, measure_id=second, outcome="rejected", text="Behövs inte.")
    assert does(lift, vis, close_lift).state == "done"
    with refused(StageNotAllowed, code="lift-state"), transaction.atomic():
        does(lift, vis, raise_lift, text="Igen.")
    call_command("verify_deviations")


def test_several_deviations_are_one_matter(lift: Lift, groups: Groups, life: DeviationLife) -> None:
    second = DeviationLife(life.place)
    analyst = an_actor(groups.local, Role.COUNTY_ANALYST)
    with refused(InvalidInput, field="number"), transaction.atomic():
        does(lift, analyst, add_to_lift, number=second.number)  # nobody has read it yet
    second.does(second.ward, acknowledge_deviation)
    does(lift, analyst, add_to_lift, number=second.number)
    for wrong in (second.number, "AV-2026-999999"):
        with refused(InvalidInput, field="number"), transaction.atomic():
            does(lift, analyst, add_to_lift, number=wrong)
    assert lift.deviations.count() == 2
    does(lift, analyst, raise_lift, text="Gäller hela länet.")
    assert second.now().lift_level == "county"
    call_command("verify_deviations")


def test_a_lifted_text_is_read_by_its_group_and_the_analyst(lift: Lift, life: DeviationLife) -> None:
    from .reports import TEXT

    analyst = life.somebody(life.clinic, Role.COUNTY_ANALYST)
    secretary = an_actor(Unit.objects.get(name="Lokal grupp"), Role.COOPERATION_SECRETARY)
    other = an_actor(a_unit("Annan grupp", UnitKind.COOPERATION), Role.COOPERATION_SECRETARY)
    url = reverse("deviation", args=[life.number])
    for viewer in (analyst, secretary):
        assert TEXT in signed_in(viewer).get(url).content.decode()
        assert signed_in(viewer).get(reverse("lift", args=[lift.reference])).status_code == 200
    assert signed_in(other).get(url).status_code == 404
    assert signed_in(other).get(reverse("lift", args=[lift.reference])).status_code == 404
    not_lifted = DeviationLife(life.place)
    url = reverse("deviation", args=[not_lifted.number])
    assert TEXT not in signed_in(analyst).get(url).content.decode()
    assert signed_in(secretary).get(url).status_code == 404


def test_strangers_and_members_of_vis_do_not_learn_that_it_exists(lift: Lift, groups: Groups) -> None:
    stranger = a_place("Avd 9", "Solna", "Ek").ward
    for act in (close_lift, put_lift_on_agenda, raise_lift):
        given = {"day": LATER} if act is put_lift_on_agenda else {"text": WHY} if act is raise_lift else {}
        with refused(NotThere), transaction.atomic():
            does(lift, stranger, act, **given)
    member = signed_in(an_actor(groups.local, Role.VIS_MEMBER))
    assert member.get("/deviations/lifts/").status_code == 403


BAD: list[tuple[Any, dict[str, Any], str]] = [
    (put_lift_on_agenda, {"day": local_date(NOW) - timedelta(days=1)}, "day"),
    (raise_lift, {"text": "Gäller 900602-2397."}, "text"),
    (settle_lift_measure, {"measure_id": "x", "outcome": "done", "text": WHY}, "measure_id"),
]


@pytest.mark.parametrize(
    ("act", "given", "field"), BAD, ids=lambda value: getattr(value, "__name__", str(value))[:30]
)
def test_what_cannot_be_is_refused_at_its_field(
    lift: Lift, groups: Groups, act: Any, given: dict[str, Any], field: str
) -> None:
    secretary = groups.secretaries["local"]
    measure(lift, secretary, groups.local)
    with refused(InvalidInput, field=field), transaction.atomic():
        does(lift, secretary, act, **given)


def test_only_a_group_can_be_lifted_to(life: DeviationLife) -> None:
    with refused(InvalidInput, field="group_id"):
        life.does(life.ward, lift_deviation, group_id=life.clinic.unit_id, text=WHY)


def test_what_a_group_said_is_only_masked(lift: Lift) -> None:
    rows = LiftEntry.objects.filter(lift=lift)
    with pytest.raises(InternalError), transaction.atomic():
        rows.update(text="något annat")
    rows.update(text="█" + WHY[1:])


def test_what_comes_back_is_proposed_until_it_is_lifted(groups: Groups) -> None:
    lives = [DeviationLife()]
    lives += [DeviationLife(lives[0].place) for _ in range(2)]
    analyst = an_actor(groups.local, Role.COUNTY_ANALYST)
    (found,) = recurring(analyst, at=NOW)
    assert (found.code, found.count, found.unit_name) == ("K02.1", 3, "Avd 72")
    assert "3 gånger på 90 dagar" in signed_in(analyst).get("/deviations/lifts/").content.decode()
    lives[0].does(lives[0].ward, acknowledge_deviation)
    lives[0].does(lives[0].ward, lift_deviation, group_id=groups.local.pk, text=WHY)
    assert recurring(analyst, at=NOW) == []


def test_a_secretary_works_it_through_on_its_pages_and_by_rest(
    lift: Lift, groups: Groups, settings: Any, life: DeviationLife
) -> None:
    from lus.api.demo_tokens import issue_demo_token

    settings.DEMO = True
    secretary = groups.secretaries["local"]
    client: Client = signed_in(secretary)
    assert client.get("/deviations/")["Location"] == "/deviations/lifts/"
    form = client.get(reverse("decide_lift_measure", args=[lift.reference])).context["form"]
    sent = {
        "idempotency_key": form["idempotency_key"].value(),
        "text": "Gemensam rutin.",
        "owner_unit_id": str(life.ward.unit_id),
        "owner_role": "coordinator",
        "due": LATER.isoformat(),
    }
    assert client.post(reverse("decide_lift_measure", args=[lift.reference]), sent).status_code == 302
    html = client.get(reverse("lift", args=[lift.reference])).content.decode()
    assert "Gemensam rutin." in html
    assert "Samordnare, Avd 72" in html
    token = issue_demo_token(secretary.assignment_id, at=NOW)  # type: ignore[arg-type]
    headers = {"Authorization": f"Bearer {token}"}
    read = Client().get(f"/api/v1/lifts/{lift.reference}", headers=headers).json()
    assert set(read["acts"]) <= {act.replace("_", "-") for act in LIFT_ACTS}
    settle = {"measure_id": read["measures"][0]["measure_id"], "outcome": "done", "text": "Rutinen gäller."}
    path = f"/api/v1/lifts/{lift.reference}/acts"
    for name, body in (("settle-lift-measure", settle), ("close-lift", {})):
        answer = Client().post(
            f"{path}/{name}", body, "application/json", headers=headers | {"Idempotency-Key": f"lyft-{name}"}
        )
        assert answer.status_code == 201, answer.content
    again = Client().post(
        f"{path}/close-lift", {}, "application/json", headers=headers | {"Idempotency-Key": "lyft-igen"}
    )
    assert again.status_code == 409
    assert again.json()["allowed_acts"] == []
    assert Client().get("/api/v1/lifts", headers=headers).json()["results"][0]["state"] == "done"
