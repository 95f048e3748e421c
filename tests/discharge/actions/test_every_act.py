"""What holds for every act: it does what it says, and is refused alike, leaving nothing behind."""

import ast
import importlib
import pkgutil
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

import deviations.actions
import discharge.actions
import sip.actions
from deviations.rules.flow import FLOW
from deviations.rules.lift import LIFT_ACTS
from discharge.events import EVENTS
from lus.events.models import Event
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Assignment, Unit
from lus.organisations.roles import Role
from lus.refusals import NotThere, Refused, StageNotAllowed, TimeNotPossible
from sip.rules.document.when import DOCUMENT_ACTS
from tests.factories import an_actor

from .good_input import BY_NAME, TRIES, Try
from .life import Life, names, refused

TESTS = Path(__file__).parents[2]
every_act = pytest.mark.parametrize("one", TRIES, ids=BY_NAME)

# Acts that are not about a case that exists, or not a person's.
OTHERWISE = {
    "register_admission",
    "admit_and_notify",
    "note_payment_day",
    "escalate_receipt",
    "make_weekend_list",
    "propose_activation",
    "activate_agreement",
    "load_agreements",
    "load_checklist",
    "change_routing_rules",
    "note_deviation",
    "dismiss_candidate",
    "postpone_candidate",
    "freeze_half_year_report",
    "answer_for_participant",
    "answer_by_code",
    "give_sip_code",
    "close_settlement",
    "approve_clean_lines",
    "open_plan",
    "add_sip_unit",
    "remove_sip_unit",
    *DOCUMENT_ACTS,
    *FLOW,  # on a deviation
    *LIFT_ACTS,
}


def public_acts() -> set[str]:
    """A module that defines a function with its own name is an act."""
    return {
        name for package in (discharge.actions, sip.actions, deviations.actions) for name in _acts_of(package)
    }


def _acts_of(package: ModuleType) -> set[str]:
    found = [module.name for module in pkgutil.iter_modules(package.__path__)]
    return {name for name in found if hasattr(importlib.import_module(f"{package.__name__}.{name}"), name)}


def _tested() -> set[str]:
    """An act is tested by the module with its name, or by one whose ``TESTED_ACTS`` names it."""
    found: set[str] = set()
    for path in (
        *TESTS.glob("discharge/actions/test_*.py"),
        *TESTS.glob("sip/test_*.py"),
        *TESTS.glob("deviations/test_*.py"),
        TESTS / "discharge/test_agreements.py",
        *TESTS.glob("discharge/test_routing_rules.py"),
    ):
        found.add(path.stem.removeprefix("test_"))
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "TESTED_ACTS":
                found.update(ast.literal_eval(node.value))
    return found


def test_every_act_has_right_input_here_and_a_module_of_its_own() -> None:
    assert public_acts() == BY_NAME.keys() | OTHERWISE
    assert public_acts() - _tested() == set()


@every_act
def test_it_records_its_events_with_the_data_that_they_promise(one: Try) -> None:
    life = one.life()
    version = life.facts.version
    one.do(life)
    new = life.new_since(version)
    assert [name for name in names(new) if name != "message_delivered"] == list(one.names)
    for event in new:
        assert set(event.data) - {"late", "limits"} <= {*EVENTS[event.name].data, "assessed_at"}
        assert set(EVENTS[event.name].data) - {"late"} <= set(event.data)
        by = "Klockan" if event.actor_kind == "clock" else getattr(life, one.who).name
        assert event.actor_name == by
    assert life.row.version == new[-1].seq == life.facts.version
    each_is_delivered_in_the_same_breath(life, new)


def each_is_delivered_in_the_same_breath(life: Life, new: list[Event]) -> None:
    """See that each of the ``new`` events that asks for a receipt is followed by its delivery, and no other."""
    sent = {item.event_id for item in life.facts.deliveries}
    said = {str(event.pk): after for event, after in pairwise(new) if str(event.pk) in sent}
    assert said.keys() == {str(event.pk) for event in new} & sent
    for event_id, after in said.items():
        assert after.name == "message_delivered"
        units = [item.unit_id for item in life.facts.deliveries if item.event_id == event_id]
        assert (after.data["event_id"], after.data["recipients"]) == (event_id, units)
    assert len(said) == names(new).count("message_delivered")


@every_act
def test_it_is_refused_alike_and_leaves_nothing(one: Try) -> None:
    life, stranger = one.life(), Life()
    arguments, who = one.arguments(life), getattr(life, one.who)
    with refused(NotPermitted):
        life.does(an_actor(Unit.objects.get(pk=who.unit_id), Role.UNIT_ADMIN), one.act, **arguments)
    with refused(NotThere, code="not-found"):
        life.does(getattr(stranger, one.who), one.act, **arguments)
    now, life.at = life.at, life.case.admitted_at - timedelta(days=1)
    with refused(Refused):
        life.does(who, one.act, **arguments)
    life.at = now
    if one.act.__name__ == "undo_death":
        life.does(life.ward, BY_NAME["undo_death"].act, reason="Fel patient")
    life.voided()
    with refused(StageNotAllowed, says="felregistrera"):
        life.does(who, one.act, **arguments)


TYPED = {
    "state_outpatient_readiness": "happened_at",
    "send_handover": "happened_at",
    "give_patient_summary": "happened_at",
    "discharge_patient": "left_at",
    "record_death": "died_at",
    "mark_ready_for_discharge": "assessed_at",
}


@pytest.mark.parametrize(("name", "field"), TYPED.items(), ids=TYPED)
@pytest.mark.parametrize(
    ("off", "code"),
    [(timedelta(minutes=1), "time-in-future"), (timedelta(days=-9), "before-admission")],
    ids=["in the future", "before the admission"],
)
def test_a_typed_time_that_cannot_be_is_refused_at_its_field(
    name: str, field: str, off: timedelta, code: str
) -> None:
    life = BY_NAME[name].life()
    at = life.at + timedelta(minutes=10) + off
    with refused(TimeNotPossible, code=code, field=field):
        BY_NAME[name].do(life, **{field: at})


LATE = {name: field for name, field in TYPED.items() if field != "assessed_at"}


@pytest.mark.parametrize(("name", "field"), LATE.items(), ids=LATE)
def test_a_late_entry_needs_a_reason_and_keeps_both_times(name: str, field: str) -> None:
    life = BY_NAME[name].life()
    then = life.at
    life.later(hours=1)
    with refused(Refused, code="late-reason-missing", field="late_reason"):
        BY_NAME[name].do(life, **{field: then})
    BY_NAME[name].do(life, **{field: then}, late_reason="Systemet låg nere")
    event = next(event for event in life.new_since(0) if "late" in event.data)
    assert event.data["late"] == {"reason": "Systemet låg nere"}
    assert (event.happened_at, event.recorded_at) == (then, life.at)


def test_an_assignment_above_the_ward_may_act_for_it() -> None:
    life = Life()
    Unit.objects.filter(pk=str(life.ward.unit_id)).update(
        parent=Unit.objects.create(
            name="S", kind="hospital", hsa_id="SE-S", principal_id=str(life.ward.principal_id)
        )
    )
    hospital = Unit.objects.get(name="S")
    above = an_actor(hospital, Role.DISCHARGE_COORDINATOR, include_subunits=True)
    assert Assignment.objects.filter(unit=hospital).exists()
    life.does(
        above, BY_NAME["mark_ready_for_discharge"].act, **BY_NAME["mark_ready_for_discharge"].arguments(life)
    )
    assert Event.objects.filter(name="ready_notice_sent").count() == 1
