"""Mer än registret tar emot: a file, or ten megabytes of text. Answered clearly, with nothing registered."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from deviations.models import Deviation
from tests.factories import NOW, Place, a_place, signed_in

from .flow_life import DeviationLife
from .reports import TEXT
from .test_flow_pages import typed

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
LIES = {
    "name": "rapport.pdf",
    "content": b"MZ\x90\x00 not a report at all",
    "content_type": "application/pdf",
}


@pytest.fixture
def place() -> Place:
    return a_place()


def test_a_file_with_a_report_is_refused_and_what_was_typed_is_kept(place: Place) -> None:
    client, url = signed_in(place.municipality), reverse("new_deviation")
    sent = typed(client, url, do="send", description=TEXT, file=SimpleUploadedFile(**LIES))  # type: ignore[arg-type]
    answer = client.post(url, sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Registret tar inte emot filer" in html
    assert TEXT in html
    assert not Deviation.objects.exists()


def test_a_file_with_an_answer_is_refused() -> None:
    life = DeviationLife()
    ward, url = signed_in(life.ward), reverse("comment_deviation", args=[life.number])
    sent = typed(ward, url, text="Vi har frågat vårdcentralen.", file=SimpleUploadedFile(**LIES))  # type: ignore[arg-type]
    answer = ward.post(url, sent)
    assert answer.status_code == 422
    assert "Registret tar inte emot filer" in answer.content.decode()
    assert "Vi har frågat vårdcentralen." in answer.content.decode()


def test_ten_megabytes_of_text_are_answered_with_a_page(place: Place) -> None:
    client, url = signed_in(place.municipality), reverse("new_deviation")
    values = typed(client, url, do="next", description="x" * 10_000_000)
    client.handler.enforce_csrf_checks = True  # read before the page, as in a browser
    answer = client.post(url, values)
    assert answer.status_code == 413
    assert "Det du skickade är för stort." in answer.content.decode()
    assert not Deviation.objects.exists()
