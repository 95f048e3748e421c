"""The care chain in pages: moves, transfers, marks, and who sees the links."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.transfer_patient import transfer_patient
from discharge.models import Case
from lus.organisations.models import Unit
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from tests.discharge.actions.chain_lives import moved, other_hospital, under, ward_beside
from tests.discharge.actions.life import Life
from tests.factories import NOW, a_case, a_person, a_place, a_unit, signed_in

AT = NOW + timedelta(hours=1, minutes=30)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]
TIME = "2026-03-03 11.25"


def test_a_move_is_made_and_confirmed_in_pages() -> None:
    life = Life()
    there = ward_beside(life)
    client, url = signed_in(life.ward), reverse("change_ward", args=[life.case.pk])
    html = client.get(url).content.decode()
    assert "Avd 73" in html
    assert "samma ärende" in html
    assert client.post(url, {"to_ward_id": "", "moved_at": TIME}).status_code == 422
    assert client.post(url, {"to_ward_id": str(there.unit_id), "moved_at": TIME}).status_code == 302
    shown = client.get(f"/discharge/{life.case.pk}/").content.decode()
    assert "Avdelningsbyte" in shown
    assert client.get(url).status_code == 409
    theirs = signed_in(there)
    assert "Bekräfta att patienten har kommit" in theirs.get("/").content.decode()
    confirm = reverse("confirm_ward_change", args=[life.case.pk])
    assert confirm in theirs.get("/").content.decode()
    assert theirs.post(confirm, {}).status_code == 302
    assert confirm not in theirs.get("/").content.decode()


def test_a_transfer_is_made_in_the_page_and_neither_side_is_shown_the_others_case() -> None:
    life, there = Life(), other_hospital()
    client, url = signed_in(life.ward), reverse("transfer_patient", args=[life.case.pk])
    assert "Avd G2" in client.get(url).content.decode()
    assert client.post(url, {"to_ward_id": str(there.unit_id), "moved_at": TIME}).status_code == 302
    html = client.get(f"/discharge/{life.case.pk}/").content.decode()
    assert "Överflyttad härifrån" in html
    begun = Case.objects.exclude(pk=life.case.pk).get()
    theirs = signed_in(there).get(f"/discharge/{begun.pk}/").content.decode()
    assert "Överflyttad hit" in theirs
    assert "Ert uppdrag ser inte det tidigare ärendet." in theirs
    assert life.case.reference not in theirs


def test_what_was_agreed_before_the_transfer_is_put_forward_and_consent_asked_anew() -> None:
    life, there = Life(at=NOW - timedelta(hours=2)), other_hospital()
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.ward, record_sip_consent, state="given")
    life.does(life.primary_care, name_care_contact, name="Eva Nord", title="dsk", phone="08-1")
    life.does(life.municipality, report_ready_to_receive, what="Hemtjänst varje kväll")
    life.does(life.ward, transfer_patient, to_ward_id=there.unit_id, moved_at=life.at)
    begun = Case.objects.exclude(pk=life.case.pk).get()
    client, url = signed_in(there), reverse("send_admission_notice", args=[begun.pk])
    assert "Samtycke till SIP i förra ärendet: ja" in client.get(f"/discharge/{begun.pk}/").content.decode()
    form = client.get(url).context["form"]
    assert set(form["recipients"].value()) == {str(life.municipality.unit_id), str(life.primary_care.unit_id)}
    assert form["needs"].value() == ["municipal_health", "social_services"]
    typed = {
        "needs": form["needs"].value(),
        "need_judged": "same",
        "expected_choice": "2026-03-06",
        "recipients": form["recipients"].value(),
    }
    assert client.post(url, typed).status_code == 302
    contact = signed_in(life.primary_care).get(reverse("name_care_contact", args=[begun.pk]))
    assert contact.context["form"]["name"].value() == "Eva Nord"
    plan = signed_in(life.municipality).get(reverse("report_ready_to_receive", args=[begun.pk]))
    assert plan.context["form"]["what"].value() == "Hemtjänst varje kväll"
    both = signed_in(life.municipality).get(f"/discharge/{begun.pk}/").content.decode()
    assert f"Ärende {life.case.reference}" in both
    assert "Samtycke till SIP i förra" not in both


def test_a_readmission_on_the_same_ward_links_both_cases() -> None:
    place = a_place()
    with time_machine.travel(NOW - timedelta(days=10), tick=False):
        first = Life(place=place, at=NOW - timedelta(days=10)).left()
    again = a_case(place, person=first.case.person, at=NOW)
    client = signed_in(place.ward)
    assert f"Ärende {first.case.reference}" in client.get(f"/discharge/{again.pk}/").content.decode()
    assert f"Ärende {again.reference}" in client.get(f"/discharge/{first.case.pk}/").content.decode()
    assert "Återinskriven, 10 dagar" in client.get(f"/discharge/{again.pk}/").content.decode()
    both = signed_in(place.municipality).get(f"/discharge/{again.pk}/").content.decode()
    assert f"Ärende {first.case.reference}" in both
    assert "Återinskriven" not in both


def test_under_opt_every_part_of_the_page_says_care_plan() -> None:
    life = under("opt")
    client = signed_in(life.ward)
    html = client.get(f"/discharge/{life.case.pk}/").content.decode()
    assert "Samordnad vårdplan ersätter SIP" in html
    assert "samordnad vårdplan" in html
    summons = signed_in(life.primary_care).get(reverse("send_sip_summons", args=[life.case.pk]))
    assert summons.status_code == 409
    assert "en samordnad vårdplan ersätter SIP" in summons.content.decode()
    ready = client.get(reverse("mark_ready_for_discharge", args=[life.case.pk])).content.decode()
    assert "chefsöverläkarens enligt LPT 7 a §" in ready
    plan = client.post(
        reverse("record_care_plan_instead", args=[life.case.pk]),
        {"physician": "M Alm", "approved_by": [str(life.municipality.unit_id)], "made_at": TIME},
    )
    assert plan.status_code == 302
    section = client.get(f"/discharge/{life.case.pk}/?section=sip").content.decode()
    assert "Upprättad" in section


def test_outside_the_act_is_said_on_the_case_the_board_and_at_payment() -> None:
    life = Life().ready()
    client = signed_in(life.ward)
    said = client.post(reverse("mark_outside_act", args=[life.case.pk]), {"reason": "no_municipality"})
    assert said.status_code == 302
    for url in (
        f"/discharge/{life.case.pk}/",
        "/discharge/board/",
        f"/discharge/{life.case.pk}/?section=payment",
    ):
        assert "Omfattas inte av lagen" in client.get(url).content.decode(), url


def test_a_child_is_named_as_one_and_guardians_answer_for_consent() -> None:
    place = a_place()
    child = a_case(place, person=a_person(born=date(2015, 5, 1)))
    html = signed_in(place.ward).get(f"/discharge/{child.pk}/").content.decode()
    assert "Vårdnadshavare informeras" in html
    grown_place = a_place("Avd 9", "Solna", "Vc Nord")
    grown = a_case(grown_place)
    assert "Vårdnadshavare" not in signed_in(grown_place.ward).get(f"/discharge/{grown.pk}/").content.decode()


def test_another_countys_patient_and_how_the_home_municipality_is_told() -> None:
    place = a_place()
    case = a_case(place, person=a_person(registered_municipality="0680"))
    client = signed_in(place.ward)
    assert "Från annat län" in client.get(f"/discharge/{case.pk}/").content.decode()
    url = reverse("record_told_outside", args=[case.pk])
    assert "Systemet skickar inget till kommunen" in client.get(url).content.decode()
    sent = {"channel": "phone_and_paper", "receiver": "Växeln", "told_at": TIME}
    assert client.post(url, {**sent, "receiver": ""}).status_code == 422
    assert client.post(url, sent).status_code == 302
    assert "Telefon och papper till Växeln" in client.get(f"/discharge/{case.pk}/").content.decode()


def test_on_leave_is_said_on_the_board() -> None:
    life = Life()
    client = signed_in(life.ward)
    assert client.post(reverse("start_leave", args=[life.case.pk]), {"left_at": TIME}).status_code == 302
    assert "Permission" in client.get("/discharge/board/").content.decode()


def test_a_ward_that_the_patient_has_left_has_no_buttons() -> None:
    life, _ = moved(Life(at=NOW - timedelta(hours=3)))
    html = signed_in(life.ward).get(f"/discharge/{life.case.pk}/").content.decode()
    assert "Fler åtgärder" not in html


def test_wards_to_choose_between_are_those_of_the_act() -> None:
    life, there = Life(), other_hospital()
    beside = ward_beside(life)
    closed = a_unit(
        "Nedlagd", parent=Unit.objects.get(pk=str(life.ward.unit_id)).parent, closed_on=date(2020, 1, 1)
    )
    client = signed_in(life.ward)
    same = client.get(reverse("change_ward", args=[life.case.pk])).content.decode()
    other = client.get(reverse("transfer_patient", args=[life.case.pk])).content.decode()
    assert (str(beside.unit_id) in same, str(there.unit_id) in same) == (True, False)
    assert (str(beside.unit_id) in other, str(there.unit_id) in other) == (False, True)
    assert str(closed.pk) not in same + other
