"""Files at messages: kept when they are what they say, stopped and noted when not, read by the message's readers."""

from dataclasses import replace
from typing import Any

import pytest

from discharge.actions.add_attachment import add_attachment
from discharge.actions.withdraw_message import withdraw_message
from discharge.models import Attachment
from discharge.queries.attachments import attachment
from discharge.rules.attachment_type import Offered, type_of
from discharge.verify import differences
from lus.access_log.models import Entry
from lus.organisations.actor import Actor
from lus.refusals import AlreadyDone, InvalidInput, NotThere, StageNotAllowed

from .life import Life, names, refused
from .lives_with_messages import A_PDF, write, written

pytestmark = pytest.mark.django_db


def add(life: Life, file: Offered = A_PDF, title: str = "Hjälpmedelslista", who: Actor | None = None) -> Any:
    message_id = life.last("message_sent").pk
    return life.does(who or life.ward, add_attachment, message_id=message_id, title=title, file=file)


def test_those_who_have_the_message_read_the_file_and_leave_a_trace() -> None:
    life = written()
    add(life)
    file_id = life.last("attachment_added").pk
    for reader in (life.ward, life.municipality):
        file = attachment(reader, life.case.pk, file_id, at=life.at)
        assert (file.kind, file.content) == ("application/pdf", A_PDF.content)
        assert file.name == f"bilaga-{life.case.reference}-1.pdf"
        entry = Entry.objects.filter(action="attachment", unit_id=reader.unit_id).get()
        assert entry.person_ids == [life.case.person_id]
    assert life.told("attachment_added") == {"Nacka"}


def test_a_party_without_the_message_and_a_stranger_find_nothing() -> None:
    life, stranger = written(), Life()
    add(life)
    file_id = life.last("attachment_added").pk
    for other in (life.primary_care, stranger.ward):
        with refused(NotThere):
            attachment(other, life.case.pk, file_id, at=life.at)
    assert not Entry.objects.filter(action="attachment").exists()


def test_the_files_own_name_is_kept_nowhere() -> None:
    life = written()
    add(life, replace(A_PDF, name="Anna Åberg epikris.pdf"))
    assert "Åberg" not in str(life.last("attachment_added").data)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (Offered("bild.png", "image/png", b"%PDF-1.7"), "attachment-type-mismatch"),
        (Offered("lista.pdf", "image/png", b"%PDF-1.7"), "attachment-type-mismatch"),
        (Offered("lista.pdf", "application/pdf", b"MZ\x90\x00program"), "attachment-type-not-allowed"),
        (Offered("lista.docx", "", b"PK\x03\x04\x00"), "attachment-type-not-allowed"),
        (Offered("lista.exe", "text/plain", b"vanlig text"), "attachment-type-mismatch"),
        (Offered("tom.txt", "text/plain", b""), "attachment-empty"),
        (Offered("stor.txt", "text/plain", b"a" * 101), "attachment-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_file_that_is_stopped_leaves_its_refusal_and_nothing_else(
    file: Offered, code: str, settings: Any
) -> None:
    settings.ATTACHMENT_MAX_BYTES = 100
    life = written()
    version = life.facts.version
    add(life, file)
    assert names(life.new_since(version)) == ["attachment_rejected"]
    assert life.last("attachment_rejected").data["code"] == code
    assert not Attachment.objects.exists()
    assert life.told("attachment_rejected") == set()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("Åtta rader\r\n".encode(), "text/plain"),
        ("Med märke".encode("utf-8-sig"), "text/plain"),
        (b" %PDF-1.4\x00", ""),
        (b"GIF89a\x01\x00", ""),
        ("Åtta".encode("latin-1"), ""),
        (b"rad\x1b[31m", ""),
    ],
)
def test_the_type_is_what_the_content_says(content: bytes, kind: str) -> None:
    assert type_of(content) == kind


def test_endings_and_claims_in_other_letters_are_the_same() -> None:
    life = written()
    add(life, Offered("Foto.JPEG", "IMAGE/JPEG; q=1", b"\xff\xd8\xff\xe0"))
    add(life, Offered("foto.jpg", "application/octet-stream", b"\xff\xd8\xff\xe0"))
    assert Attachment.objects.count() == 2
    (message,) = life.facts.messages
    assert [one.number for one in message.attachments] == [1, 2]


def test_only_the_senders_living_message_takes_a_file() -> None:
    life = written()
    with refused(StageNotAllowed, code="not-sender"):
        add(life, who=life.municipality)
    with refused(NotThere):
        add(life, who=life.primary_care)
    with refused(InvalidInput, field="title"):
        add(life, title=" ")
    life.does(life.ward, withdraw_message, message_id=life.last("message_sent").pk, reason="Fel")
    with refused(AlreadyDone):
        add(life)


def test_without_a_ground_nobody_adds_a_file() -> None:
    life = Life()
    write(life, life.municipality, life.ward, category="organisation")
    with refused(InvalidInput, code="legal-ground-missing"):
        add(life, who=life.municipality)


def test_a_file_that_was_changed_in_the_table_is_found_out() -> None:
    life = written()
    add(life)
    assert all(isinstance(found, int) for found in differences())
    Attachment.objects.update(content=b"%PDF-1.7 annan")
    assert [str(found).split(":")[1] for found in differences() if not isinstance(found, int)]
    Attachment.objects.update(content=A_PDF.content)
