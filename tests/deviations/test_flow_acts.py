"""The acts on a deviation: done, told, owed; refused in words; two at once; nothing personal in events."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import InternalError, connection, transaction

from deviations.actions.accept_deviation_answer import accept_deviation_answer
from deviations.actions.acknowledge_deviation import acknowledge_deviation
from deviations.actions.assess_deviation import assess_deviation
from deviations.actions.comment_deviation import comment_deviation
from deviations.actions.complete_deviation import complete_deviation
from deviations.actions.decide_deviation_action import decide_deviation_action
from deviations.actions.decide_no_deviation_action import decide_no_deviation_action
from deviations.actions.dispute_deviation_answer import dispute_deviation_answer
from deviations.actions.finish_deviation_action import finish_deviation_action
from deviations.actions.give_deviation_feedback import give_deviation_feedback
from deviations.actions.note_deviation_internally import note_deviation_internally
from deviations.actions.personal_data import PersonalData
from deviations.actions.reopen_deviation import reopen_deviation
from deviations.actions.request_deviation_completion import request_deviation_completion
from deviations.actions.reroute_deviation import reroute_deviation
from deviations.actions.retract_deviation import retract_deviation
from deviations.models import Deviation, DeviationEntry
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.notifications.models import Notification, OutboxRow
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotAllowed, NotThere, StageNotAllowed
from lus.swedish_time import end_of_local_day, local_date
from tests.discharge.actions.life import refused
from tests.factories import NOW, a_case, a_place, a_unit, an_actor

from .flow_life import DeviationLife

pytestmark = pytest.mark.django_db
TESTED_ACTS = (
    "accept_deviation_answer",
    "acknowledge_deviation",
    "assess_deviation",
    "comment_deviation",
    "complete_deviation",
    "decide_deviation_action",
    "decide_no_deviation_action",
    "dispute_deviation_answer",
    "finish_deviation_action",
    "give_deviation_feedback",
    "note_deviation_internally",
    "reopen_deviation",
    "request_deviation_completion",
    "reroute_deviation",
    "retract_deviation",
)
WHY = "Underlaget räckte inte för vår bedömning."


def said(life: DeviationLife, kind: str) -> str:
    return DeviationEntry.objects.get(deviation=life.row, kind=kind).text


def owed(life: DeviationLife) -> set[tuple[str, Any]]:
    rows = Obligation.objects.filter(
        case_id=life.row.pk, met_at=None, cancelled_at=None, unit_id__isnull=False
    )
    return {(row.code, row.unit_id) for row in rows}


def test_a_report_begins_the_clocks_of_the_addressee() -> None:
    life = DeviationLife()
    ward = life.ward.unit_id
    assert owed(life) == {
        ("acknowledge_deviation", ward),
        ("assess_deviation", ward),
        ("give_deviation_feedback", ward),
    }
    row = life.now()
    assert (row.turn_code, row.turn_unit_id, row.county) == ("acknowledge_deviation", ward, "99")


def test_from_report_to_closing_with_a_measure() -> None:
    life = DeviationLife()
    life.does(life.ward, acknowledge_deviation)
    life.does(life.ward, assess_deviation, severity=3, text="Allvarligt: två dagar utan besked.")
    due = local_date(life.at) + timedelta(days=10)
    life.does(
        life.ward, decide_deviation_action, text="Ny rutin vid ändrat datum.", owner_role="unit_head", due=due
    )
    life.does(life.ward, give_deviation_feedback, text="Tack. Rutinen ändras från april.")
    assert life.now().state == "answered"
    life.does(life.municipality, accept_deviation_answer)
    assert life.now().state == "closed"
    assert owed(life) == {("finish_deviation_action", life.ward.unit_id)}
    life.does(life.ward, finish_deviation_action, text="Rutinen gäller.")
    assert owed(life) == set()
    assert said(life, "action") == "Ny rutin vid ändrat datum."
    call_command("verify_deviations")


def test_no_text_and_no_name_stands_in_an_event() -> None:
    life = DeviationLife().assessed().answered()
    for event in Event.objects.filter(case_id=life.row.pk):
        assert (event.user_id, event.assignment_id) == (None, None)
        assert life.ward.name not in str(event.actor_name)
        assert "händelsen" not in str(event.data)
    entry = DeviationEntry.objects.get(deviation=life.row, kind="feedback")
    assert (entry.author_side, entry.author_role, entry.author_unit_id) == (
        "receiver",
        "Sjuksköterska",
        life.ward.unit_id,
    )


def test_the_other_side_is_told_that_there_is_news() -> None:
    life = DeviationLife()
    facts = life.does(life.ward, acknowledge_deviation)
    notice = Notification.objects.get(cause_id=facts.events[-1].event_id)
    assert (notice.unit_id, notice.case_id, notice.kind) == (
        life.municipality.unit_id,
        None,
        "deviation_news",
    )
    facts = life.does(life.ward, note_deviation_internally, text="Fråga läkarchefen på måndag.")
    assert not Notification.objects.filter(cause_id=facts.events[-1].event_id).exists()


def test_a_dispute_and_a_second_answer() -> None:
    life = DeviationLife().answered()
    life.does(life.municipality, dispute_deviation_answer, text="Vi fick aldrig något besked.")
    assert life.now().state == "assessing"
    life.answered()
    with refused(StageNotAllowed, code="deviation-disputed-once"), transaction.atomic():
        life.does(life.municipality, dispute_deviation_answer, text="Samma sak igen.")
    life.does(life.municipality, accept_deviation_answer)
    call_command("verify_deviations")


def test_completion_stops_the_clock_and_starts_it_again() -> None:
    life = DeviationLife().assessed()
    life.does(life.ward, request_deviation_completion, text=WHY)
    assert owed(life) == {("complete_deviation", life.municipality.unit_id)}
    life.at += timedelta(days=5)
    life.does(life.municipality, complete_deviation, text="Besked kom 36 timmar efter beslutet.")
    duty = Obligation.objects.get(case_id=life.row.pk, code="give_deviation_feedback", cancelled_at=None)
    assert duty.due_at == end_of_local_day(local_date(NOW) + timedelta(days=35))
    call_command("verify_deviations")


def test_a_wrong_addressee_sends_it_on_and_keeps_seeing_that_it_went() -> None:
    life = DeviationLife()
    life.does(
        life.ward, reroute_deviation, to_unit_id=life.clinic.unit_id, text="Steget hör till vårdcentralen."
    )
    row = life.now()
    assert (row.addressed_unit_id, row.state, row.former_units) == (
        life.clinic.unit_id,
        "registered",
        [life.ward.unit_id],
    )
    assert {unit for _, unit in owed(life)} == {life.clinic.unit_id}
    with refused(NotAllowed, code="deviation-not-yours"), transaction.atomic():
        life.does(life.ward, acknowledge_deviation)
    life.does(life.clinic, acknowledge_deviation)
    call_command("verify_deviations")


@pytest.mark.parametrize("to", ["ward", "municipality"])
def test_it_is_not_sent_to_who_has_had_it_or_wrote_it(to: str) -> None:
    life = DeviationLife()
    with refused(InvalidInput, field="to_unit_id"):
        life.does(life.ward, reroute_deviation, to_unit_id=getattr(life, to).unit_id, text=WHY)


def test_it_is_not_sent_where_nobody_receives() -> None:
    life = DeviationLife()
    with refused(InvalidInput, field="to_unit_id", code="addressee-cannot-receive"):
        life.does(life.ward, reroute_deviation, to_unit_id=a_unit("Avd tom").pk, text=WHY)


def test_the_unit_that_owned_the_step_is_suggested() -> None:
    from deviations.queries.suggested_receiver import suggested_receiver

    place = a_place()
    case = a_case(place)
    life = DeviationLife(place, case, process_step=1, code="K01.2")
    assert suggested_receiver(life.row) is None  # the ward itself sent it
    other = DeviationLife(place, case, process_step=1, code="K01.2")
    Deviation.objects.filter(pk=other.row.pk).update(addressed_unit_id=str(life.clinic.unit_id))
    found = suggested_receiver(Deviation.objects.get(pk=other.row.pk))
    assert found is not None
    assert found.pk == life.ward.unit_id


def test_a_report_is_taken_back_until_somebody_has_read_it() -> None:
    life = DeviationLife()
    life.does(life.municipality, retract_deviation, text="Skickad två gånger.")
    assert (life.now().state, owed(life)) == ("retracted", set())
    later = DeviationLife()
    later.does(later.ward, acknowledge_deviation)
    with refused(StageNotAllowed, code="deviation-state", says="mottagen"), transaction.atomic():
        later.does(later.municipality, retract_deviation, text="Skickad två gånger.")


def test_a_head_of_either_side_opens_it_again() -> None:
    life = DeviationLife().closed()
    head = life.somebody(life.municipality, Role.UNIT_HEAD)
    with refused(NotAllowed, code="deviation-not-yours"), transaction.atomic():
        life.does(life.municipality, reopen_deviation, text="Hände igen.")
    life.does(head, reopen_deviation, text="Hände igen.")
    assert life.now().state == "assessing"
    assert ("give_deviation_feedback", life.ward.unit_id) in owed(life)
    call_command("verify_deviations")


def test_silence_closes_it() -> None:
    life = DeviationLife().answered()
    sweep_due(at=life.at + timedelta(days=13))
    assert life.now().state == "answered"
    sweep_due(at=life.at + timedelta(days=15))
    assert life.now().state == "closed"
    event = Event.objects.get(case_id=life.row.pk, name="deviation_accepted")
    assert (event.actor_kind, event.data) == ("clock", {"how": "silence"})
    call_command("verify_deviations")


def test_a_limit_that_passes_is_told_to_the_unit_and_later_to_its_head() -> None:
    life = DeviationLife()
    sweep_due(at=NOW + timedelta(days=4))
    passed = Notification.objects.get(kind="deviation_clock_passed")
    assert (passed.unit_id, passed.urgent) == (life.ward.unit_id, True)
    sweep_due(at=NOW + timedelta(days=8))
    late = Notification.objects.get(kind="deviation_late")
    assert OutboxRow.objects.get(notification=late).audience == "head"
    call_command("verify_deviations")


def test_once_somebody_is_named_only_they_receive() -> None:
    life = DeviationLife()
    named = life.somebody(life.ward, Role.DEVIATION_RECEIVER)
    with refused(NotAllowed, code="deviation-not-yours", says="avvikelsemottagare"), transaction.atomic():
        life.does(life.ward, acknowledge_deviation)
    life.does(named, acknowledge_deviation)
    assert life.now().state == "received"


def test_others_do_not_learn_that_it_exists() -> None:
    life, others = DeviationLife(), a_place("Avd 9", "Solna", "Vårdcentralen Ek")
    for act in (acknowledge_deviation, accept_deviation_answer):
        with refused(NotThere):
            life.does(others.ward, act)


BAD: list[tuple[Any, dict[str, Any], str, str]] = [
    (assess_deviation, {"severity": 5}, "severity", "1 till 4"),
    (decide_no_deviation_action, {"text": "  "}, "text", "saknas"),
    (decide_no_deviation_action, {"text": "å" * 1501}, "text", "1501"),
    (decide_no_deviation_action, {"text": "x" * 10_000_000}, "text", "10000000"),
    (
        decide_deviation_action,
        {"text": WHY, "owner_role": "", "due": local_date(NOW)},
        "owner_role",
        "ansvarig",
    ),
    (
        decide_deviation_action,
        {"text": WHY, "owner_role": "nurse", "due": local_date(NOW) - timedelta(days=1)},
        "due",
        "redan varit",
    ),
]


@pytest.mark.parametrize(("act", "given", "field", "says"), BAD, ids=lambda value: str(value)[:30])
def test_what_cannot_be_is_refused_at_its_field(act: Any, given: Any, field: str, says: str) -> None:
    life = DeviationLife()
    before = Event.objects.filter(case_id=life.row.pk).count()
    with refused(InvalidInput, field=field, says=says), transaction.atomic():
        life.does(life.ward, act, **given)
    assert Event.objects.filter(case_id=life.row.pk).count() == before


def test_a_number_of_a_person_is_stopped_in_every_text() -> None:
    life = DeviationLife().assessed()
    for act in (comment_deviation, note_deviation_internally, request_deviation_completion):
        with refused(PersonalData, code="personal-data", field="text"), transaction.atomic():
            life.does(life.ward, act, text="Gäller 900602-2397 hos oss.")
    life.does(life.ward, comment_deviation, text="Dr Ekman svarar.", not_personal=["staff_name"])
    assert DeviationEntry.objects.get(kind="comment").not_personal == ["staff_name"]


def test_the_persons_name_is_stopped_for_who_cannot_read_the_case() -> None:
    place = a_place()
    life = DeviationLife(place, a_case(place))
    named = life.somebody(life.ward, Role.DEVIATION_RECEIVER)
    with refused(PersonalData, code="personal-data"), transaction.atomic():
        life.does(named, comment_deviation, text="Anna Åberg fick vänta.")


def test_what_was_said_is_never_changed_nor_deleted() -> None:
    life = DeviationLife().answered()
    entry = DeviationEntry.objects.get(kind="feedback")
    for change in ({"text": "något annat"}, {"author_role": "Läkare"}):
        with pytest.raises(InternalError), transaction.atomic():
            DeviationEntry.objects.filter(pk=entry.pk).update(**change)
    with pytest.raises(InternalError), transaction.atomic():
        entry.delete()
    assert life.now().state == "answered"


@pytest.mark.django_db(transaction=True)
def test_of_two_receivers_at_once_the_second_reads_what_the_first_did() -> None:
    life = DeviationLife()
    unit = Unit.objects.get(pk=str(life.ward.unit_id))
    both = [life.ward, an_actor(unit, Role.WARD_STAFF)]

    def one(actor: Any) -> str:
        try:
            acknowledge_deviation(number=life.number, actor=actor, at=NOW)
        except StageNotAllowed as error:
            return error.detail
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(one, both))
    assert answers[1] == "done"
    assert "mottagen (Sjuksköterska, Avd 72" in answers[0]
    assert Event.objects.filter(name="deviation_acknowledged").count() == 1
