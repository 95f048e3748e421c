"""Inskrivning och inskrivningsmeddelande: both or neither, four items, and nobody is told by guess."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from discharge.actions.admit_and_notify import admit_and_notify
from discharge.actions.assess_need import Needs
from discharge.actions.register_admission import register_admission
from discharge.actions.send_admission_notice import Recipient, send_admission_notice
from discharge.models import Case, CaseUnit
from lus.deadlines.models import Obligation
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Unit, UnitKind
from lus.refusals import AlreadyDone, CaseExists, InvalidInput, PrimaryCareRequired, Refused, TimeNotPossible
from lus.swedish_time import local_date
from tests.factories import NOW, Place, a_case, a_person, a_place, a_unit

from .good_input import BY_NAME
from .life import Life, refused
from .lives import admitted

TESTED_ACTS = ("register_admission", "admit_and_notify", "send_admission_notice")
HOUR = timedelta(hours=1)
TODAY = local_date(NOW)


def notice(place: Place, **other: Any) -> dict[str, Any]:
    return {
        "person_id": a_person().pk,
        "actor": place.ward,
        "at": NOW,
        "admitted_at": NOW - HOUR,
        "needs": Needs(municipal_health=True),
        "expected_discharge": TODAY,
        "recipients": place.recipients(),
    } | other


def test_a_stay_opens_a_case_that_only_the_ward_sees() -> None:
    life = admitted()
    assert (life.row.stay, life.row.readiness, life.row.version) == ("admitted", "not_ready", 2)
    assert list(CaseUnit.objects.values_list("role", "unit_id")) == [("ward", life.ward.unit_id)]
    owed = Obligation.objects.get()
    assert (owed.code, owed.due_at) == ("send_admission_notice", life.row.admitted_at + timedelta(hours=24))


def test_the_notice_reaches_every_unit_and_starts_what_they_owe() -> None:
    life = Life()
    assert life.told("admission_notice_sent") == {"Nacka", "Vårdcentralen Solen"}
    assert life.owes(life.municipality) == {"acknowledge", "start_planning"}
    assert life.owes(life.primary_care) == {
        "acknowledge",
        "start_planning",
        "name_care_contact",
        "assess_sip_need",
    }
    sent = Obligation.objects.get(code="send_admission_notice")
    assert (sent.met_at, sent.due_at) == (NOW, life.row.admitted_at + timedelta(hours=24))


def test_the_notice_holds_the_expected_day_and_whom_it_went_to_nothing_of_the_patient() -> None:
    life = Life()
    data = life.last("admission_notice_sent").data
    assert set(data) == {"expected_discharge", "recipients", "limits"}
    assert set(data["limits"]) == {item["unit_id"] for item in data["recipients"]}  # times of its receipts


def test_a_need_judged_later_starts_the_24_hours_later() -> None:
    life = admitted()
    BY_NAME["send_admission_notice"].do(
        life, needs=Needs(social_services=True, assessed_at=NOW), recipients=life.place.recipients()
    )
    sent = Obligation.objects.get(code="send_admission_notice", cancelled_at=None)
    assert sent.due_at == NOW + timedelta(hours=24)


@pytest.mark.parametrize(
    ("other", "kind", "code", "field"),
    [
        ({"admitted_at": NOW + HOUR}, TimeNotPossible, "time-in-future", "admitted_at"),
        ({"care_form": "spa"}, InvalidInput, "", "care_form"),
        ({"legal_status": "lvu"}, InvalidInput, "", "legal_status"),
        ({"person_id": "00000000-0000-0000-0000-000000000000"}, InvalidInput, "", "person"),
        ({"needs": Needs()}, InvalidInput, "", "needs"),
        ({"expected_discharge": TODAY - timedelta(days=1)}, InvalidInput, "expected-discharge-past", ""),
        ({"recipients": []}, InvalidInput, "no-recipient", "recipients"),
        (
            {"needs": Needs(social_services=True, assessed_at=NOW + HOUR)},
            TimeNotPossible,
            "time-in-future",
            "need_assessed_at",
        ),
        (
            {"needs": Needs(social_services=True, assessed_at=NOW - 2 * HOUR)},
            TimeNotPossible,
            "before-admission",
            "need_assessed_at",
        ),
    ],
    ids=[
        "admitted in the future",
        "an unknown care form",
        "an unknown legal status",
        "an unknown person",
        "no need",
        "home yesterday",
        "nobody to tell",
        "a need judged in the future",
        "a need judged before the admission",
    ],
)
def test_bad_input_leaves_neither_stay_nor_notice(
    other: dict[str, Any], kind: type[Refused], code: str, field: str
) -> None:
    arguments = notice(a_place()) | other
    with refused(kind, code=code, field=field):
        admit_and_notify(**arguments)
    assert not Case.objects.exists()


def test_municipal_health_care_needs_outpatient_care_beside_it() -> None:
    place = a_place()
    with refused(PrimaryCareRequired, field="recipients", says="LUS 2 kap. 1 §"):
        admit_and_notify(**notice(place, recipients=place.recipients()[:1]))


def wrong_recipients(place: Place) -> dict[str, tuple[Recipient, str]]:
    municipality, closed = str(place.municipality.unit_id), a_unit("Nedlagd", UnitKind.PRIMARY_CARE)
    Unit.objects.filter(pk=closed.pk).update(closed_on=date(2025, 1, 1))
    return {
        "a closed unit": (Recipient(str(closed.pk), "primary_care"), "unknown-unit"),
        "an unknown unit": (
            Recipient("00000000-0000-0000-0000-000000000000", "primary_care"),
            "unknown-unit",
        ),
        "no id at all": (Recipient("Nacka", "municipality"), "unknown-unit"),
        "the ward itself": (Recipient(str(place.ward.unit_id), "ward"), "wrong-role"),
        "a municipality as primary care": (Recipient(municipality, "primary_care"), "wrong-role"),
        "a role that is none": (Recipient(municipality, "grannen"), "wrong-role"),
    }


@pytest.mark.parametrize(
    "who",
    [
        "a closed unit",
        "an unknown unit",
        "no id at all",
        "the ward itself",
        "a municipality as primary care",
        "a role that is none",
    ],
)
def test_a_unit_that_cannot_be_told_is_refused(who: str) -> None:
    place = a_place()
    recipient, code = wrong_recipients(place)[who]
    arguments = notice(place, needs=Needs(social_services=True), recipients=[recipient])
    with refused(InvalidInput, code=code, field="recipients"):
        admit_and_notify(**arguments)


def test_the_same_unit_twice_is_told_once() -> None:
    place = a_place()
    admit_and_notify(**notice(place, recipients=[*place.recipients(), *place.recipients()]))
    assert CaseUnit.objects.exclude(role="ward").count() == 2


def test_one_open_case_for_each_person_and_ward() -> None:
    place, person = a_place(), a_person()
    a_case(place, person=person)
    with refused(CaseExists, says="redan ett pågående"):
        admit_and_notify(**notice(place, person_id=person.pk))


def test_after_the_discharge_the_same_person_may_come_back() -> None:
    life = Life().left()
    again = a_case(life.place, person=life.case.person, at=life.at + timedelta(days=1))
    assert again.pk != life.case.pk


def test_two_wards_may_have_the_same_person() -> None:
    person = a_person()
    a_case(a_place(), person=person)
    a_case(a_place("Avd 15"), person=person)
    assert Case.objects.count() == 2


def test_a_notice_is_sent_once() -> None:
    life = Life()
    with refused(AlreadyDone, says=f"av {life.ward.name}, Avd 72"):
        BY_NAME["send_admission_notice"].do(life)


def test_only_a_ward_registers_a_stay() -> None:
    place = a_place()
    with refused(NotPermitted):
        register_admission(person_id=a_person().pk, actor=place.municipality, admitted_at=NOW, at=NOW)
    elsewhere = replace(place.ward, unit_id=place.primary_care.unit_id)
    with refused(InvalidInput, field="ward"):
        register_admission(person_id=a_person().pk, actor=elsewhere, admitted_at=NOW, at=NOW)


def test_the_notice_cannot_be_sent_for_a_patient_who_has_left() -> None:
    life = admitted().left()
    with refused(Refused, code="stage-not-allowed", says=f"utskriven av {life.ward.name}"):
        life.does(life.ward, send_admission_notice, **BY_NAME["send_admission_notice"].arguments(life))
