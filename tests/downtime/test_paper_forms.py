"""Pappersblanketter: serials that prove themselves, one use each, and a list of those that nobody has seen."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from discharge.downtime.paper_pdf import qr_of
from discharge.rules.paper_blanks import BLANKS
from discharge.views.more_acts import TITLES
from lus.downtime import mode, paper_forms
from lus.downtime.models import Outage, PaperForm
from lus.downtime.paper_forms import SerialOfOtherForm, SerialUnknown, SerialUsed, use_serial
from lus.downtime.serials import LETTERS, new_serial, read_serial
from tests.factories import NOW, Place, a_place, signed_in

pytestmark = pytest.mark.django_db
NOT_LISTED = {"acknowledge", "send_admission_notice"}  # have pages of their own
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _ordinary(settings, tmp_path) -> Iterator[None]:
    settings.SPOOL_FOLDER = str(tmp_path)
    with time_machine.travel(NOW, tick=False):
        mode.cache.delete(mode.KEY)
        mode.forget()
        yield


@pytest.fixture
def place() -> Place:
    return a_place()


def make(place: Place, *forms: str, copies: int = 1, at=NOW) -> list[PaperForm]:
    pack = paper_forms.make_pack(place.ward, forms or ("ready_notice",), copies, at=at)
    return paper_forms.forms_of_pack(pack, place.ward.unit_id)


def test_one_wrong_letter_and_two_that_changed_places_are_found() -> None:
    for serial in (new_serial() for _ in range(20)):
        plain = serial.replace("-", "")
        assert read_serial(f" {plain.lower()[:4]} {plain[4:]} ") == serial
        for at, right in enumerate(plain):
            for other in LETTERS:
                typed = plain[:at] + other + plain[at + 1 :]
                assert (read_serial(typed) is None) == (other != right)
        for at in range(6):
            swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
            assert (read_serial(swapped) is None) == (plain[at] != plain[at + 1])
    for typed in ("", "K7PM", "O0I1-LLLL", "K7PM-4TQ9-K7PM"):
        assert read_serial(typed) is None


def test_a_serial_is_used_once_for_its_own_form_and_unit(place: Place) -> None:
    (form,) = make(place)
    with pytest.raises(SerialOfOtherForm):
        use_serial(form.serial, place.ward.unit_id, "discharge", NOW + HOUR)
    with pytest.raises(SerialUnknown):
        use_serial(form.serial, place.municipality.unit_id, "ready_notice", NOW + HOUR)
    with pytest.raises(SerialUnknown) as wrong:
        use_serial("AAAA-AAAB", place.ward.unit_id, "ready_notice", NOW + HOUR)
    assert wrong.value.field == "serial"
    assert (
        use_serial(form.serial.lower(), place.ward.unit_id, "ready_notice", NOW + HOUR).used_at == NOW + HOUR
    )
    with pytest.raises(SerialUsed):
        use_serial(form.serial, place.ward.unit_id, "ready_notice", NOW + HOUR)


def test_a_voided_form_is_not_used(place: Place) -> None:
    (form,) = make(place)
    assert paper_forms.void([form.serial], place.ward.unit_id, "Kaffe på den", at=NOW) == 1
    with pytest.raises(SerialUsed):
        use_serial(form.serial, place.ward.unit_id, "ready_notice", NOW + HOUR)


def test_after_an_outage_what_nobody_has_seen_is_chased(place: Place) -> None:
    used, counted, voided, lost = make(place, copies=4)
    outage = Outage.objects.create(
        cause="decided", why="Test", started_at=NOW + HOUR, ended_at=NOW + 3 * HOUR
    )
    use_serial(used.serial, place.ward.unit_id, "ready_notice", NOW + 4 * HOUR)
    paper_forms.void([voided.serial], place.ward.unit_id, "Trasig", at=NOW + 4 * HOUR)
    paper_forms.count_in([counted.serial], place.ward.unit_id, at=NOW + 2 * HOUR)
    unit = place.ward.unit_id
    assert {form.serial for form in paper_forms.to_chase(unit, outage)} == {counted.serial, lost.serial}
    paper_forms.count_in([counted.serial], unit, at=NOW + 4 * HOUR)
    make(place, at=NOW + 4 * HOUR)  # made afterwards: was never out
    assert [form.serial for form in paper_forms.to_chase(unit, outage)] == [lost.serial]


def test_a_pack_is_printed_a_form_to_a_page_with_its_serial(place: Place) -> None:
    client = signed_in(place.ward)
    typed = {"forms": list(BLANKS), "copies": "2", "idempotency_key": "k" * 32}
    answer = client.post("/downtime/make-forms/", typed)
    assert answer.status_code == 302
    assert client.post("/downtime/make-forms/", typed)["Location"] == answer["Location"]
    assert PaperForm.objects.count() == 12
    query = answer["Location"].partition("?")[2].partition("#")[0]
    pdf = client.get(f"/downtime/forms.pdf?{query}")
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages]
    assert len(pages) == 12
    serials = {form.serial for form in PaperForm.objects.all()}
    assert {
        re.findall(r"[A-Z2-9]{4}\u2011[A-Z2-9]{4}", page)[0].replace("\u2011", "-") for page in pages
    } == serials
    first = re.sub(r"\s+", " ", pages[0])
    for said in ("Inskrivningsmeddelande", "Avd 72", "Folkbokföringsadress", "Beräknad utskrivning"):
        assert said in first
    assert signed_in(place.municipality).get(f"/downtime/forms.pdf?{query}").status_code == 404
    assert client.get("/downtime/forms.pdf?pack=nothing").status_code == 404


def test_the_paper_notice_asks_for_the_four_items_and_nothing_else() -> None:
    assert len(BLANKS["admission_notice"].lines) == 4


def test_a_code_holds_the_serial_alone() -> None:
    one, other = qr_of("K7PM-4TQ9"), qr_of("K7PM-4TQB")
    assert one != other
    # 21 modules and a border: a code of that size holds 16 such characters at the most, so nothing else is in it
    assert 'width="25" height="25"' in one


@pytest.mark.parametrize("typed", [{"forms": ["ready_notice"], "copies": "0"}, {"copies": "3"}])
def test_a_wrong_order_keeps_what_was_typed_and_makes_nothing(place: Place, typed: dict[str, str]) -> None:
    answer = signed_in(place.ward).post("/downtime/make-forms/", typed)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert f'value="{typed["copies"]}"' in html
    assert "Inget har gjorts." in html
    assert not PaperForm.objects.exists()


def test_the_binder_is_counted_and_voided_on_the_page(place: Place) -> None:
    one, other = make(place, copies=2)
    client = signed_in(place.ward)
    assert client.post("/downtime/settle-forms/", {"serial": one.serial, "do": "count"}).status_code == 302
    assert client.post("/downtime/settle-forms/", {"serial": other.serial, "do": "void"}).status_code == 422
    kept = client.post("/downtime/settle-forms/", {"serial": other.serial, "do": "void", "why": "Trasig"})
    assert kept.status_code == 302
    html = client.get("/downtime/").content.decode()
    assert "1 blankett ute" in html
    assert "I pärmen i dag 10.00" in html
    assert other.serial not in html
    found = client.post("/downtime/look-up/", {"serial": other.serial}).content.decode()
    assert "Makulerad i dag 10.00: Trasig" in found
    assert client.post("/downtime/look-up/", {"serial": "xx"}).status_code == 422


def test_another_units_forms_are_neither_shown_nor_counted(place: Place) -> None:
    (form,) = make(place)
    client = signed_in(place.municipality)
    assert form.serial not in client.get("/downtime/").content.decode()
    client.post("/downtime/settle-forms/", {"serial": form.serial, "do": "count"})
    form.refresh_from_db()
    assert form.counted_at is None
    assert client.post("/downtime/look-up/", {"serial": form.serial}).status_code == 422


def test_the_way_back_is_a_list_that_becomes_done(place: Place) -> None:
    (form,) = make(place)
    client = signed_in(place.ward)
    assert "Tillbaka efter driftstopp" not in client.get("/downtime/").content.decode()
    mode.turn_on(at=NOW, why="Planerat underhåll")
    html = client.get("/downtime/").content.decode()
    assert html.count("Kvar: ") == 3
    assert "Planerat underhåll" in html
    later = NOW + timedelta(minutes=10)
    with time_machine.travel(later, tick=False):
        mode.turn_off(at=later)
        html = client.get("/downtime/").content.decode()
        assert (html.count("Klart: "), html.count("Kvar: ")) == (3, 1)
        assert "Saknas efter driftstoppet" in html
        client.post("/downtime/settle-forms/", {"serial": form.serial, "do": "count"})
        assert client.get("/downtime/").content.decode().count("Klart: ") == 4


def test_every_form_names_acts_that_exist() -> None:
    assert {act for blank in BLANKS.values() for act in blank.acts} <= {*TITLES, *NOT_LISTED}
