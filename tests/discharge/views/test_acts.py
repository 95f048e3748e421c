"""Every act's page: shown, done, refused with the form kept and no event left."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import resolve, reverse

from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.send_message import send_message
from discharge.models import Case
from discharge.views.correction_acts import CORRECTIONS
from discharge.views.message_acts import MESSAGES
from discharge.views.on_call_acts import ON_CALL
from discharge.views.planning_acts import PLANNING
from discharge.views.receiver_acts import RECEIVERS
from discharge.views.ward_acts import WARD
from lus.events.models import Event
from lus.organisations.models import Unit, UnitKind
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from sip.views.acts import ACTS as SIP
from tests.factories import NOW, Place, a_case, a_person, a_place, a_unit, mark_ready, signed_in
from tests.rosters import a_roster_on_duty, office_hours

from .block_pages import BEFORE_BLOCKS, BLOCK_PAGES
from .chain_pages import BEFORE_CHAIN, CHAIN_PAGES
from .correction_pages import BEFORE_CORRECTIONS, CORRECTION_PAGES
from .planning_told import PLANNING_TOLD
from .sip_pages import BEFORE_SIP, SIP_PAGES
from .told import Told

READY_AT = NOW + timedelta(hours=1)
EVERY = (*WARD, *RECEIVERS, *PLANNING, *ON_CALL, *SIP, *MESSAGES, *CORRECTIONS)
AT = NOW + timedelta(hours=1, minutes=30)  # 11.30 in Sweden
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]


@pytest.fixture
def place() -> Place:
    return a_place()


READY_FORM = {"physician": "Jonas Ek", "assessed_at": "2026-03-03 11.20", "legal_ground": "consent"}
SUMMARY = {"done": "Du fick vård.", "medicines": "Alvedon vid behov.", "watch_for": "Feber."}
ACTS = (
    Told(
        "mark_ready_for_discharge", "ward", READY_FORM, "ready_notice_sent", {**READY_FORM, "physician": ""}
    ),
    Told(
        "withdraw_ready_notice",
        "ward",
        {"reason": "deteriorated"},
        "ready_notice_withdrawn",
        {"reason": "other"},
        ("ready",),
    ),
    Told(
        "void_ready_notice",
        "ward",
        {"reason": "Fel patient", "confirmed": "on"},
        "ready_notice_entered_in_error",
        {"reason": "Fel patient"},
        ("ready",),
    ),
    Told(
        "withdraw_admission_notice",
        "ward",
        {"reason": "Fel patient", "confirmed": "on"},
        "admission_notice_withdrawn",
        {"reason": "Fel patient"},
    ),
    Told(
        "name_fixed_care_worker",
        "municipality",
        {"name": "Ann Berg", "phone": "08-2", "from_day": "2026-03-04"},
        "fixed_care_worker_named",
        {"name": " ", "phone": "08-2", "from_day": "2026-03-04"},
    ),
    Told(
        "flag_protected_identity",
        "ward",
        {"level": "sekretessmarkering", "confirmed": "on"},
        "protected_identity_flagged",
        {"level": "sekretessmarkering"},
    ),
    Told(
        "change_expected_discharge",
        "ward",
        {"expected_choice": "2026-03-06", "reason": "transport"},
        "expected_discharge_changed",
        {"expected_choice": "other", "expected_date": "i övermorgon", "reason": "transport"},
    ),
    Told(
        "assess_need",
        "ward",
        {"needs": ["social_services"], "physician": "Jonas Ek"},
        "need_assessed",
        {"physician": "Jonas Ek"},
    ),
    Told("send_handover", "ward", {"parts": ["medicine_list"]}, "handover_sent", {}),
    Told(
        "add_handover_part",
        "ward",
        {"part": "food", "where": "here", "text": "Matlåda"},
        "handover_part_added",
        {"part": "food", "where": "here", "text": ""},
    ),
    Told(
        "declare_handover_part_not_needed",
        "ward",
        {"part": "keys_access", "reason": "Dottern öppnar"},
        "handover_part_declared_not_needed",
        {"part": "keys_access", "reason": " "},
    ),
    Told(
        "write_patient_summary",
        "ward",
        SUMMARY,
        "patient_summary_written",
        {**SUMMARY, "medicines": " "},
    ),
    Told(
        "give_patient_summary",
        "ward",
        {"how": "both", "to": "patient"},
        "patient_summary_given",
        {"how": "both", "to": "patient"},
        before=("summary",),
    ),
    Told("plan_follow_up_call", "ward", {}, "follow_up_call_planned", {"unit_id": ""}),
    Told(
        "record_follow_up_call",
        "primary_care",
        {"result": "well"},
        "follow_up_call_done",
        {"result": "help_needed", "note": ""},
        before=("call", "home"),
    ),
    Told(
        "waive_follow_up_call",
        "ward",
        {"reason": "Patienten tackar nej"},
        "follow_up_call_waived",
        {"reason": " "},
        before=("call",),
    ),
    Told(
        "confirm_handover_received",
        "municipality",
        {},
        "handover_received",
        before=("handover",),
    ),
    Told(
        "discharge_patient",
        "ward",
        {"left_at": "2026-03-03 11.25", "destination": "home"},
        "patient_discharged",
        {"left_at": "2026-03-03 13.25", "destination": "home"},
    ),
    Told("undo_discharge", "ward", {"reason": "Fel rad"}, "discharge_corrected", {"reason": " "}, ("home",)),
    Told(
        "record_death",
        "ward",
        {"died_at": "2026-03-03 11.20", "confirmed": "on"},
        "patient_deceased_recorded",
        {"died_at": "2026-03-03 11.20"},
    ),
    Told(
        "undo_death", "ward", {"reason": "Fel patient"}, "death_record_corrected", {"reason": ""}, ("death",)
    ),
    Told(
        "void_case",
        "ward",
        {"reason": "Dubblett", "confirmed": "on"},
        "case_entered_in_error",
        {"reason": "Dubblett"},
    ),
    Told("close_case", "ward", {"reason": "home"}, "case_closed", {"reason": ""}, ("home",)),
    Told("answer_unknown_patient", "municipality", {}, "patient_answered_unknown"),
    Told(
        "decline_case",
        "municipality",
        {"reason": "no_need_of_us"},
        "case_declined",
        {"reason": "other", "text": ""},
    ),
    Told(
        "report_wrong_recipient",
        "municipality",
        {"reason": "moved"},
        "wrong_recipient_reported",
        {"reason": "moved", "suggestion": "elsewhere"},
    ),
    Told("start_planning", "municipality", {}, "planning_started"),
    Told("claim_case", "municipality", {}, "case_claimed"),
    Told("release_claim", "municipality", {}, "claim_released", before=("claimed",)),
    Told(
        "report_ready_to_receive",
        "municipality",
        {"what": "Hemtjänst"},
        "unit_ready_to_receive",
        {"what": ""},
    ),
    Told(
        "withdraw_ready_to_receive",
        "municipality",
        {"reason": "Ingen plats"},
        "unit_ready_withdrawn",
        {},
        ("receives",),
    ),
    Told(
        "name_care_contact",
        "primary_care",
        {"name": "Eva Nordin", "title": "Distriktssköterska"},
        "care_contact_named",
        {"name": "Eva"},
    ),
    Told("state_outpatient_readiness", "primary_care", {"ready": "yes"}, "outpatient_readiness_stated", {}),
    Told("assess_sip_need", "primary_care", {"needed": "yes"}, "sip_need_assessed", {"needed": "no"}),
    Told(
        "record_sip_consent",
        "ward",
        {
            "kinds": ["sip_summons"],
            "state": "given",
            "given_by": "self",
            "how": "oral",
            "valid_until": "2027-03-03",
        },
        "consent_recorded",
        {
            "kinds": ["sip_summons"],
            "state": "given",
            "given_by": "self",
            "how": "oral",
            "valid_until": "2029-03-03",
        },
        ("sip",),
    ),
    Told(
        "send_sip_summons",
        "primary_care",
        {"meeting_at": "2026-03-05 10.00", "place": "Avd 72", "purpose": "Planera hemgång"},
        "sip_summons_sent",
        {"meeting_at": "2026-03-01 10.00", "place": "Avd 72", "purpose": "Planera hemgång"},
        ("sip", "consent"),
    ),
    Told(
        "answer_weekend_warning",
        "ward",
        {"weekend_choice": "agreed", "weekend_with": "Mottagningen 14.20"},
        "weekend_warning_answered",
        {"weekend_choice": "agreed", "weekend_with": ""},
        ("closed_door",),
    ),
    Told(
        "record_phone_contact",
        "ward",
        {"outcome": "no_answer"},
        "phone_contact_recorded",
        {"outcome": "reached", "answered_by": ""},
    ),
    Told(
        "record_on_call_contact",
        "ward",
        {"item": "home_care_start"},
        "on_call_contacted",
        {"item": ""},
        ("jour",),
    ),
    Told(
        "record_on_call_decision",
        "ward",
        {"item": "home_care_start", "outcome": "yes"},
        "on_call_decision_recorded",
        {"item": "home_care_start", "outcome": "no", "text": ""},
        ("jour",),
    ),
    Told(
        "send_message",
        "municipality",
        {"category": "organisation", "text": "Vem ringer vi?"},
        "message_sent",
        {"category": "organisation", "text": "å" * 2001},
    ),
    Told(
        "correct_message",
        "ward",
        {"text": "Rullatorn kommer på torsdag.", "reason": "Ny tid"},
        "event_corrected",
        {"text": "", "reason": "Ny tid"},
        ("ground", "message"),
    ),
    Told(
        "withdraw_message",
        "ward",
        {"reason": "Fel patient"},
        "message_withdrawn",
        {"reason": " "},
        ("ground", "message"),
    ),
    Told(
        "record_information_consent",
        "ward",
        {"state": "given"},
        "consent_recorded",
        {"given_by": "self", "form": "oral"},
    ),
    Told(
        "record_harm_test",
        "ward",
        {"outcome": "no_harm", "physician": "Jonas Ek"},
        "harm_test_recorded",
        {"outcome": "provision", "physician": "Jonas Ek"},
    ),
    *(Told(*row) for row in PLANNING_TOLD),
    *CHAIN_PAGES,
    *BLOCK_PAGES,
    *CORRECTION_PAGES,
    *SIP_PAGES,
)


def a_case_before(place: Place, steps: tuple[str, ...]) -> Case:
    case = a_case(place)
    for step in steps:
        BEFORE[step](place, case)
    return Case.objects.get(pk=case.pk)


def _post(place: Place, case: Case, who: str, act: str, typed: dict[str, Any]) -> Any:
    return signed_in(getattr(place, who)).post(reverse(act, args=[case.pk]), typed)


def to_a_closed_door(place: Place, case: Case) -> None:
    office_hours(place.municipality)
    saturday = date(2026, 3, 7)
    change_expected_discharge(
        case_id=case.pk, actor=place.ward, at=READY_AT, new_date=saturday, reason="medical"
    )


BEFORE: dict[str, Any] = {
    "claimed": lambda place, case: _post(place, case, "municipality", "claim_case", {}),
    "closed_door": lambda place, case: to_a_closed_door(place, case),
    "jour": lambda place, case: a_roster_on_duty(place),
    **BEFORE_CHAIN,
    **BEFORE_BLOCKS,
    **BEFORE_CORRECTIONS,
    **BEFORE_SIP,
    "ready": lambda place, case: mark_ready(place, case, at=READY_AT),
    "home": lambda place, case: _post(
        place, case, "ward", "discharge_patient", {"left_at": "2026-03-03 11.25", "destination": "home"}
    ),
    "summary": lambda place, case: _post(place, case, "ward", "write_patient_summary", SUMMARY),
    "call": lambda place, case: _post(
        place, case, "ward", "plan_follow_up_call", {"unit_id": str(place.primary_care.unit_id)}
    ),
    "handover": lambda place, case: _post(place, case, "ward", "send_handover", {"parts": ["medicine_list"]}),
    "death": lambda place, case: _post(
        place, case, "ward", "record_death", {"died_at": "2026-03-03 11.20", "confirmed": "on"}
    ),
    "receives": lambda place, case: report_ready_to_receive(
        case_id=case.pk, actor=place.municipality, at=READY_AT, what="Hemtjänst"
    ),
    "sip": lambda place, case: assess_sip_need(
        case_id=case.pk, actor=place.primary_care, at=READY_AT, needed=True
    ),
    "ground": lambda place, case: record_information_consent(
        case_id=case.pk, actor=place.ward, at=READY_AT, state="given"
    ),
    "message": lambda place, case: send_message(
        case_id=case.pk,
        actor=place.ward,
        at=READY_AT,
        recipients=[place.municipality.unit_id],
        category="aids",
        text="Rullatorn är beställd.",
    ),
    "consent": lambda place, case: record_sip_consent(
        case_id=case.pk, actor=place.ward, at=READY_AT, state="given"
    ),
}


def names(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("name", flat=True))


def shown_inputs(client: Client, url: str) -> dict[str, Any]:
    """Return the form's own values as a browser would send them back."""
    form = client.get(url).context["form"]
    return {bound.html_name: bound.value() for bound in form if bound.value() is not None}


@pytest.mark.parametrize("told", ACTS, ids=lambda told: told.act)
def test_the_page_does_the_act_and_returns_to_the_case(place: Place, told: Told) -> None:
    case = a_case_before(place, told.before)
    client, url = signed_in(getattr(place, told.who)), reverse(told.act, args=[case.pk])
    typed = {**shown_inputs(client, url), **told.sound}
    answer = client.post(url, typed)
    assert answer.status_code == 302, answer.content.decode()
    assert told.event in names(case)
    home = "/" if told.act == "report_wrong_recipient" else f"/discharge/{case.pk}/"
    section = getattr(resolve(url).kwargs.get("row"), "back", "")
    assert answer["Location"] == home + (f"?section={section}#section" if section else "")


@pytest.mark.parametrize(
    "told", [told for told in ACTS if told.faulty is not None], ids=lambda told: told.act
)
def test_a_refused_form_is_kept_and_leaves_no_event(place: Place, told: Told) -> None:
    case = a_case_before(place, told.before)
    client, url = signed_in(getattr(place, told.who)), reverse(told.act, args=[case.pk])
    assert told.faulty is not None
    before = names(case)
    answer = client.post(url, told.faulty)
    assert answer.status_code == told.status
    assert names(case) == before
    for name, value in told.faulty.items():
        if isinstance(value, str) and value.strip() and value != "on":
            assert value in answer.content.decode(), name


def test_every_act_with_a_page_is_tried_here() -> None:
    rows = {row.act for row in EVERY}
    # A file is sent as multipart: test_messages.py.
    elsewhere = {
        "add_attachment",
        "send_admission_notice",
        "redirect_notice",
        "add_concerned_unit",
        "remove_concerned_unit",
        "forward_case",
        "reassign_planning_field",
        "record_aid",
        "change_ward",
        "transfer_patient",
        "confirm_ward_change",
        "record_care_plan_instead",
        "record_told_outside",
        "register_paper_notice",
        # An input for each called unit: test_sip_pages.py.
        "record_sip_meeting",
        # An input for each unit and participant: tests/sip/test_participants.py.
        "change_sip_participants",
        "answer_sip_substitute",
        "turn_meeting_to_phone",
        "answer_sip_poll",
        "choose_sip_slot",
    }
    assert rows - elsewhere == {told.act for told in ACTS}


def test_the_limit_of_noon_is_told_before_sending(place: Place) -> None:
    case = a_case(place)
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/mark-ready/").content.decode()
    assert "Om du skickar nu, 11.30" in html
    assert "i dag, tis 3/3" in html
    assert "fre 6/3" in html


def test_a_passed_limit_gives_the_new_consequence_and_then_sends_anyway(place: Place) -> None:
    case = a_case(place)
    url = f"/discharge/{case.pk}/mark-ready/"
    with time_machine.travel(NOW + timedelta(hours=1, minutes=59), tick=False):
        client = signed_in(place.ward)
        typed = {**shown_inputs(client, url), **READY_FORM}
    with time_machine.travel(NOW + timedelta(hours=2, seconds=1), tick=False):
        answer = client.post(url, typed)
        assert answer.status_code == 409
        html = answer.content.decode()
        assert "Skicka ändå" in html
        assert "i morgon, ons 4/3" in html
        assert "ready_notice_sent" not in names(case)
        assert answer.context["form"]["physician"].value() == "Jonas Ek"
        again = {
            bound.html_name: bound.value() for bound in answer.context["form"] if bound.value() is not None
        }
        assert client.post(url, again).status_code == 302
    assert "ready_notice_sent" in names(case)


def test_a_double_click_does_it_once(place: Place) -> None:
    case, client = a_case(place), signed_in(place.ward)
    url = f"/discharge/{case.pk}/mark-ready/"
    typed = {**shown_inputs(client, url), **READY_FORM}
    assert [client.post(url, typed).status_code for _ in range(2)] == [302, 302]
    assert names(case).count("ready_notice_sent") == 1


def test_a_double_click_of_the_unit_that_leaves_gets_the_first_answer(place: Place) -> None:
    case, client = a_case(place), signed_in(place.municipality)
    url = f"/discharge/{case.pk}/wrong-recipient/"
    typed = {**shown_inputs(client, url), "reason": "moved"}
    assert [client.post(url, typed)["Location"] for _ in range(2)] == ["/", "/"]
    assert client.get(url).status_code == 404


def test_a_stale_page_says_what_has_changed_and_keeps_the_form(place: Place) -> None:
    case, client = a_case(place), signed_in(place.ward)
    url = f"/discharge/{case.pk}/expected-discharge/"
    typed = {**shown_inputs(client, url), "expected_choice": "2026-03-06", "reason": "transport"}
    change_expected_discharge(
        case_id=case.pk,
        actor=place.ward,
        at=READY_AT,
        new_date=(NOW + timedelta(days=9)).date(),
        reason="medical",
    )
    answer = client.post(url, typed)
    assert answer.status_code == 409
    assert "Beräknad utskrivning ändrad" in answer.content.decode()
    again = {bound.html_name: bound.value() for bound in answer.context["form"] if bound.value() is not None}
    assert again["reason"] == "transport"
    assert client.post(url, again).status_code == 302


def test_an_act_that_somebody_has_done_tells_who(place: Place) -> None:
    case, client = a_case(place), signed_in(place.ward)
    typed = {**READY_FORM, "seen_version": "999"}
    mark_ready(place, case, at=READY_AT)
    answer = client.post(f"/discharge/{case.pk}/mark-ready/", typed)
    assert answer.status_code == 409
    assert "Redan markerad utskrivningsklar" in answer.content.decode()
    assert client.get(f"/discharge/{case.pk}/mark-ready/").status_code == 409


def test_a_late_entry_needs_its_reason_and_is_marked_as_late(place: Place) -> None:
    case, client = a_case(place), signed_in(place.ward)
    url = f"/discharge/{case.pk}/handover/"
    typed = {"parts": ["medicine_list"], "happened_at": "2026-03-03 09.10"}
    assert client.post(url, typed).status_code == 422
    assert client.post(url, {**typed, "late_reason": "Glömdes"}).status_code == 302
    assert (
        "Efterregistrerat: hände 09.10, infört 11.30" in client.get(f"/discharge/{case.pk}/").content.decode()
    )


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("2026-03-29 02.30", "finns inte: klockan ställdes fram"),
        ("2025-10-26 02.30", "två gånger natten den 26/10"),
        ("i går", "Tiden går inte att läsa"),
    ],
    ids=["skipped in spring", "doubled in autumn", "words"],
)
def test_a_time_that_cannot_be_is_refused_in_words(place: Place, time: str, said: str) -> None:
    case = a_case(place)
    answer = _post(place, case, "ward", "discharge_patient", {"left_at": time, "destination": "home"})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_doubled_hour_asks_which_one(place: Place) -> None:
    with time_machine.travel(NOW.replace(year=2025, month=10, day=26), tick=False):
        at = NOW.replace(year=2025, month=10, day=25)
        case = a_case(place, at=at)
        typed = {"left_at": "2025-10-26 02.30", "destination": "home", "late_reason": "Natt"}
        first = _post(place, case, "ward", "discharge_patient", typed)
        assert "Normaltid (andra gången)" in first.content.decode()
        assert (
            _post(place, case, "ward", "discharge_patient", {**typed, "left_at_pass": "second"}).status_code
            == 302
        )
    assert Case.objects.get(pk=case.pk).discharged_at == NOW.replace(
        year=2025, month=10, day=26, hour=1, minute=30
    )


def test_the_ward_chooses_the_proposed_unit_instead_of_the_wrong_one(place: Place) -> None:
    case, right = a_case(place), a_unit("Solna", UnitKind.RECEPTION)
    wrong = {"reason": "moved", "suggestion": "elsewhere", "suggested_unit_id": str(right.pk)}
    assert _post(place, case, "municipality", "report_wrong_recipient", wrong).status_code == 302
    client, url = signed_in(place.ward), f"/discharge/{case.pk}/redirect/"
    assert "Föreslagen av Nacka" in client.get(url).content.decode()
    assert client.post(url, shown_inputs(client, url)).status_code == 302
    assert case.units.filter(unit=right, lost_access_at=None).exists()


def test_another_unit_is_added_in_the_role_of_its_kind(place: Place) -> None:
    case, rehab = a_case(place), a_unit("Rehab Öst", UnitKind.OUTPATIENT)
    assert _post(place, case, "ward", "add_concerned_unit", {"unit_id": str(rehab.pk)}).status_code == 302
    assert case.units.get(unit=rehab).role == "outpatient"
    assert _post(place, case, "ward", "add_concerned_unit", {"unit_id": ""}).status_code == 422


def test_a_unit_that_is_not_concerned_is_removed_with_a_reason(place: Place) -> None:
    case = a_case(place)
    typed = {"unit_id": str(place.municipality.unit_id), "reason": "Inget behov"}
    assert _post(place, case, "ward", "remove_concerned_unit", {**typed, "reason": ""}).status_code == 422
    assert _post(place, case, "ward", "remove_concerned_unit", typed).status_code == 302
    assert "concerned_unit_removed" in names(case)


def test_a_reception_sends_the_case_on_to_a_unit_of_its_own(place: Place) -> None:
    case, above = a_case(place), Unit.objects.get(pk=str(place.municipality.unit_id))
    home_care = a_unit("Hemtjänst Nacka", UnitKind.HOME_CARE, principal=above.principal, parent=above)
    solna = a_unit("Hemtjänst Solna", UnitKind.HOME_CARE)
    html = signed_in(place.municipality).get(f"/discharge/{case.pk}/forward/").content.decode()
    assert "Hemtjänst Nacka" in html
    assert "Hemtjänst Solna" not in html
    for wrong in ("", str(solna.pk)):
        assert _post(place, case, "municipality", "forward_case", {"unit_id": wrong}).status_code == 422
    typed = {"unit_id": str(home_care.pk), "note": "Ring anhörig"}
    assert _post(place, case, "municipality", "forward_case", typed).status_code == 302
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/").content.decode()
    assert "Inom organisationen (1)" in html
    assert "Ring anhörig" not in html


def test_a_reception_without_units_of_its_own_is_told_so(place: Place) -> None:
    case = a_case(place)
    html = signed_in(place.municipality).get(f"/discharge/{case.pk}/forward/").content.decode()
    assert "Er organisation har ingen annan enhet här" in html


def test_the_proposals_follow_from_the_reason_and_the_register(place: Place) -> None:
    Unit.objects.filter(pk=str(place.municipality.unit_id)).update(municipality_code="0182")
    a_unit("Mottagningen Solna", UnitKind.RECEPTION, municipality_code="0184")
    a_unit("Mottagningen Nacka öst", UnitKind.RECEPTION, municipality_code="0182")
    case = a_case(place, person=a_person("Flyttare", registered_municipality="0184"))
    client, url = signed_in(place.municipality), f"/discharge/{case.pk}/wrong-recipient/"
    elsewhere = client.get(f"{url}?reason=moved").content.decode().split('id="id_suggested_unit_id"')[0]
    assert "Mottagningen Solna" in elsewhere
    assert "Folkbokförd i" in elsewhere
    assert "Nacka öst" not in elsewhere
    solna = Unit.objects.get(name="Mottagningen Solna").pk
    ticked = client.get(f"{url}?reason=moved&suggestion={solna}").content.decode()
    assert re.search(rf'value="{solna}"[^>]* checked', ticked)
    same = client.get(f"{url}?reason=other_district").content.decode().split('id="id_suggested_unit_id"')[0]
    assert "Nacka öst" in same
    assert "Mottagningen Solna" not in same


def test_where_a_protected_person_lives_is_never_proposed(place: Place) -> None:
    a_unit("Mottagningen Solna", UnitKind.RECEPTION, municipality_code="0184")
    person = a_person("Hemlig", registered_municipality="0184", protection="sekretessmarkering")
    case = a_case(place, person=person)
    html = signed_in(place.municipality).get(f"/discharge/{case.pk}/wrong-recipient/").content.decode()
    assert "Mottagningen Solna" not in html.split('id="id_suggested_unit_id"')[0]


def test_in_a_dialog_the_same_form_comes_without_its_page(place: Place) -> None:
    case, client = a_case(place), signed_in(place.ward)
    headers = {"HX-Request": "true", "HX-Target": "dialog-slot"}
    html = client.get(f"/discharge/{case.pk}/mark-ready/", headers=headers).content.decode()
    assert html.lstrip().startswith("<dialog")
    answer = client.post(f"/discharge/{case.pk}/mark-ready/", READY_FORM, headers=headers)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, f"/discharge/{case.pk}/")


def test_what_was_never_so_has_one_word() -> None:
    buttons = {row.act: row.button for row in WARD}
    assert (buttons["void_ready_notice"], buttons["void_case"]) == ("Felregistrerad", "Felregistrerat")
    shown = [row.title + row.button + row.done for row in EVERY]
    assert not [words for words in shown if re.search("stryk|struket|makuler", words, re.IGNORECASE)]


def test_no_legal_ground_is_chosen_beforehand(place: Place) -> None:
    case = a_case(place, at=NOW - timedelta(hours=1))
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/mark-ready/").content.decode()
    assert "Samtycke" in html
    assert not re.search(r'name="legal_ground"[^>]*checked', html)
