"""The patient's information: what stands in it, who may read it, and a PDF that a screen reader can read."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.record_death import record_death
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.send_handover import send_handover
from discharge.actions.write_patient_summary import write_patient_summary
from discharge.models import Case
from lus.access_log.models import Entry
from lus.organisations.models import Unit
from lus.persons.models import Person
from tests.factories import NOW, Place, a_case, a_person, a_place, signed_in

AT = NOW + timedelta(hours=2)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]
WORDS = {
    "done": "Du hade lunginflammation.\nDu fick antibiotika.",
    "medicines": "Nytt: Kåvepenin i sju dagar.",
    "watch_for": "Sök vård om febern kommer tillbaka. <script>alert(1)</script> #panic()",
}


@pytest.fixture
def place() -> Place:
    place = a_place()
    Unit.objects.filter(pk=str(place.municipality.unit_id)).update(phone="08-111 11 11")
    Unit.objects.filter(pk=str(place.ward.unit_id)).update(phone="08-222 22 22")
    return place


def written(place: Place, person: Person | None = None, **more: str) -> Case:
    case = a_case(place, person=person)
    about: dict[str, Any] = {"case_id": case.pk, "at": AT}
    name_care_contact(
        **about, actor=place.primary_care, name="Eva Nord", title="distriktssköterska", phone="08-333 33 33"
    )
    report_ready_to_receive(
        **about, actor=place.municipality, what="Hemtjänst i kväll", first_contact_at=AT + timedelta(hours=5)
    )
    words: dict[str, Any] = {**WORDS, **more}
    write_patient_summary(**about, actor=place.ward, **words)
    return case


def html(place: Place, case: Case, who: str = "ward", size: str = "") -> str:
    answer = signed_in(getattr(place, who)).get(f"/discharge/{case.pk}/summary/{size}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def pdf(place: Place, case: Case, size: str = "") -> PdfReader:
    answer = signed_in(place.ward).get(f"/discharge/{case.pk}/summary.pdf{size}")
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def test_it_tells_what_was_done_what_starts_and_whom_to_call(place: Place) -> None:
    text = html(place, written(place))
    for words in (
        "<li>Du hade lunginflammation.</li><li>Du fick antibiotika.</li>",
        "Eva Nord, distriktssköterska, Vårdcentralen Solen.",
        "Telefon 08-333 33 33",
        "Nacka: Hemtjänst i kväll. Första kontakt tis 3/3 17.00.",
        "Om hjälp hemma: Nacka, telefon 08-111 11 11.",
        "Kväll, natt och helg: ring 1177.",
        "Frågor om tiden på sjukhuset: Avd 72, telefon 08-222 22 22.",
        "Ring Nacka, telefon 08-111 11 11.",
        "Vårdcentralen Solen: är inte klara än.",
    ):
        assert words in text
    assert "<script>alert(1)</script>" not in text


def test_the_planned_call_stands_in_it(place: Place) -> None:
    case = written(place)
    discharge_patient(
        case_id=case.pk,
        actor=place.ward,
        at=AT,
        left_at=AT,
        destination="home",
        follow_up_unit_id=place.primary_care.unit_id,
    )
    assert "Vårdcentralen Solen ringer dig tor 5/3 12.00 till fre 6/3 12.00." in html(place, case)


def test_the_guardians_of_a_child_are_told_too_and_nobody_elses(place: Place) -> None:
    child = a_person(born=date(2016, 5, 1))
    text = html(place, written(place, child, guardians="Skolan vet.\nRing oss."))
    assert "Till dig som är vårdnadshavare" in text
    assert "<li>Skolan vet.</li>" in text
    assert "vårdnadshavare" not in html(place, written(place))


def test_other_units_read_it_when_it_is_sent_to_them(place: Place) -> None:
    case = written(place)
    client = signed_in(place.municipality)
    assert "ingen information att läsa än" in html(place, case, "municipality")
    assert client.get(f"/discharge/{case.pk}/summary.pdf").status_code == 404
    assert "lunginflammation" not in client.get(f"/discharge/{case.pk}/").content.decode()
    give_patient_summary(case_id=case.pk, actor=place.ward, at=AT, form="both")
    send_handover(case_id=case.pk, actor=place.ward, at=AT)
    assert "lunginflammation" in html(place, case, "municipality")
    assert client.get(f"/discharge/{case.pk}/summary.pdf").status_code == 200


def test_a_case_of_others_has_no_information(place: Place) -> None:
    case, stranger = written(place), a_place("Avd 9", "Solna", "Vårdcentralen Månen")
    for tail in ("summary/", "summary.pdf"):
        assert signed_in(stranger.ward).get(f"/discharge/{case.pk}/{tail}").status_code == 404


def test_after_a_death_there_is_no_letter(place: Place) -> None:
    case = written(place)
    record_death(case_id=case.pk, actor=place.ward, at=AT, died_at=AT, confirmed=True)
    assert "lunginflammation" not in html(place, case)
    assert signed_in(place.ward).get(f"/discharge/{case.pk}/summary.pdf").status_code == 404


def test_each_look_and_each_download_is_logged(place: Place) -> None:
    case = written(place)
    html(place, case)
    pdf(place, case)
    for action in ("patient_summary", "patient_summary_pdf"):
        assert Entry.objects.get(action=action).person_ids == [case.person_id]


def test_the_pdf_has_swedish_letters_tags_and_no_personal_data_about_itself(place: Place) -> None:
    case = written(place)
    reader = pdf(place, case)
    root: Any = reader.trailer["/Root"]
    text = "".join(page.extract_text() for page in reader.pages)
    assert "Kåvepenin i sju dagar" in text
    assert "#panic()" in text
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("sv", True)
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert str(reader.metadata["/Title"]) == "Information när du åker hem"
    about = f"{reader.metadata} {reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml()}"
    assert not [word for word in ("Åberg", "Anna", case.person.identifier) if word in about]


def test_large_print_is_larger(place: Place) -> None:
    case = written(place)
    assert len(pdf(place, case, "?size=large").pages) > len(pdf(place, case).pages)
    assert 'data-size="large"' in html(place, case, size="?size=large")


def test_a_protected_person_is_not_named(place: Place) -> None:
    case = written(place, a_person("Dold", protection="sekretessmarkering"))
    text = "".join(page.extract_text() for page in pdf(place, case).pages)
    assert "Dold" not in text
    assert f"Ärende {case.reference}" in text
