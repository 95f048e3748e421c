"""*Meddelanden* as pages: threads, phrases, files, the note for the journal."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from discharge.actions.acknowledge import acknowledge
from discharge.actions.correct_message import correct_message
from discharge.actions.withdraw_message import withdraw_message
from discharge.models import Phrase
from lus.access_log.models import Entry
from lus.events.models import Event
from tests.discharge.actions.life import Life
from tests.discharge.actions.lives_with_messages import TEXT, informed, shared, write, written
from tests.factories import NOW, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW + timedelta(hours=2))]


def html(client: Client, life: Life, section: str = "messages") -> str:
    return client.get(f"{reverse('case', args=[life.case.pk])}?section={section}").content.decode()


def test_the_thread_shows_text_receipts_and_what_one_can_do() -> None:
    life = written()
    shown = html(signed_in(life.ward), life)
    assert TEXT in shown
    assert "Ej kvitterad" in shown
    for word in ("Svara", "Rätta", "Återkalla", "Bifoga fil", "Kopiera till journal"):
        assert f">{word}<" in shown, word
    theirs = html(signed_in(life.municipality), life)
    assert ">Kvittera<" in theirs
    assert ">Rätta<" not in theirs
    assert TEXT not in html(signed_in(life.primary_care), life)


def test_the_receipt_is_told_by_role_and_time() -> None:
    life = written()
    life.does(life.municipality, acknowledge, message_id=life.last("message_sent").pk)
    shown = html(signed_in(life.ward), life)
    assert 'Kvitterad i dag 10.30 <span class="lus-muted">· Nacka, kommunens mottagning' in shown


def test_a_correction_shows_the_difference_and_a_withdrawal_strikes_through() -> None:
    life = written()
    message = life.last("message_sent").pk
    life.does(
        life.ward,
        correct_message,
        message_id=message,
        text=TEXT.replace("onsdag", "torsdag"),
        reason="Ny tid",
    )
    shown = html(signed_in(life.municipality), life)
    assert "onsdag.</del>" in shown
    assert "torsdag.</ins>" in shown
    assert "Kvittera rättelsen" in shown
    life.does(life.ward, withdraw_message, message_id=message, reason="Fel patient")
    shown = html(signed_in(life.municipality), life)
    assert "<s>Rullatorn" in shown
    assert "Kvittera återkallelsen" in shown
    assert "Kvittera rättelsen" not in shown


def test_all_information_is_acknowledged_in_one_press() -> None:
    life = informed()
    write(life, life.ward, life.municipality, category="info", text="Hemgång efter lunch.")
    client = signed_in(life.municipality)
    assert "Kvittera all information (2)" in html(client, life)
    answer = client.post(reverse("acknowledge_information", args=[life.case.pk]), follow=True)
    assert "Informationen kvitterad" in answer.content.decode()
    assert "Kvittera all information" not in answer.content.decode()


def test_my_turn_says_kvittera_or_las() -> None:
    life = written()
    write(life, life.ward, life.municipality, ack_wanted=False)
    shown = signed_in(life.municipality).get("/").content.decode()
    assert "Kvittera meddelande" in shown
    assert "Läs meddelande" in shown
    assert reverse("read_messages", args=[life.case.pk]) in shown


def test_what_is_lacking_is_told_before_anybody_writes() -> None:
    life = Life()
    assert "Dokumentera samtycke" in html(signed_in(life.ward), life)
    page = signed_in(life.municipality).get(reverse("send_message", args=[life.case.pk]))
    assert "praktisk fråga till avdelningen" in page.content.decode()
    assert page.context["form"]["category"].value() == "organisation"
    said = signed_in(life.ward).post(
        reverse("send_message", args=[life.case.pk]),
        {"recipients": [str(life.municipality.unit_id)], "category": "aids", "text": TEXT},
    )
    assert said.status_code == 422
    assert TEXT in said.content.decode()


def test_the_banner_tells_both_consents() -> None:
    life = shared()
    assert "information ja, SIP ej frågad" in html(signed_in(life.municipality), life)


def test_a_phrase_is_put_into_the_text_without_a_script() -> None:
    life = shared()
    phrase = Phrase.objects.create(unit_id=life.row.ward_id, text="Ring oss gärna.")
    client, url = signed_in(life.ward), reverse("send_message", args=[life.case.pk])
    typed = {
        "recipients": [str(life.primary_care.unit_id)],
        "category": "aids",
        "text": "Hej.",
        "phrase": str(phrase.pk),
        "insert_phrase": "1",
    }
    form = client.post(url, typed).context["form"]
    assert form["text"].value() == "Hej.\nRing oss gärna."
    assert form["recipients"].value() == [str(life.primary_care.unit_id)]
    assert not Event.objects.filter(name="message_sent").exists()
    other = signed_in(life.municipality).post(url, typed).context["form"]
    assert other["text"].value() == "Hej."


def test_an_answer_is_addressed_to_all_who_had_the_question() -> None:
    life = shared()
    write(life, life.municipality, life.ward, life.primary_care)
    url = f"{reverse('send_message', args=[life.case.pk])}?reply_to={life.last('message_sent').pk}"
    form = signed_in(life.ward).get(url).context["form"]
    assert set(form["recipients"].value()) == {str(life.municipality.unit_id), str(life.primary_care.unit_id)}
    assert form["category"].value() == "aids"


def attach(life: Life, file: SimpleUploadedFile, **more: Any) -> Any:
    sent = {"message_id": str(life.last("message_sent").pk), "title": "Lista", "file": file, **more}
    return signed_in(life.ward).post(reverse("add_attachment", args=[life.case.pk]), sent)


def test_a_file_is_added_and_saved_under_our_name() -> None:
    life = written()
    pdf = b"%PDF-1.7 lista"
    assert attach(life, SimpleUploadedFile("Anna Åberg.pdf", pdf, "application/pdf")).status_code == 302
    client = signed_in(life.municipality)
    assert ">Lista</a>" in html(client, life)
    url = reverse("attachment", args=[life.case.pk, life.last("attachment_added").pk])
    answer = client.get(url)
    assert answer.content == pdf
    assert answer["Content-Disposition"] == f'attachment; filename="bilaga-{life.case.reference}-1.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Entry.objects.filter(action="attachment").count() == 1
    assert signed_in(life.primary_care).get(url).status_code == 404


def test_a_file_that_lies_is_told_clearly_and_can_be_chosen_again() -> None:
    life = written()
    answer = attach(
        life, SimpleUploadedFile("bild.png", b"%PDF-1.7", "image/png"), idempotency_key="key-0001"
    )
    assert answer.status_code == 422
    assert "något annat än den är" in answer.content.decode()
    assert life.last("attachment_rejected").data["code"] == "attachment-type-mismatch"
    again = answer.context["form"]["idempotency_key"].value()
    assert again != "key-0001"
    sound = SimpleUploadedFile("bild.pdf", b"%PDF-1.7", "application/pdf")
    assert attach(life, sound, idempotency_key=again).status_code == 302


def test_the_note_for_the_journal_has_the_case_code_and_no_patient() -> None:
    life = written()
    client, url = signed_in(life.municipality), reverse("journal_note", args=[life.case.pk])
    whole = client.get(url).context["note"]
    one = client.get(f"{url}?message={life.last('message_sent').pk}").context["note"]
    for note in (whole, one):
        assert TEXT in note
        assert life.case.reference in note
        assert life.case.person.family_name not in note
        assert life.case.person.identifier[-4:] not in note
    theirs = signed_in(life.primary_care)
    assert TEXT not in theirs.get(url).context["note"]
    assert theirs.get(f"{url}?message={life.last('message_sent').pk}").status_code == 404
    assert Entry.objects.filter(action="journal_note").count() >= 3
