"""Codes that ended a month ago are gone; those that hold, and those that somebody may ask about, are not."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lus.one_time import delete_ended as deleting
from lus.one_time.codes import issue_code, open_code, redeem_code, withdraw_codes
from lus.one_time.delete_ended import KEPT_AFTER_END, delete_ended
from lus.one_time.models import OneTimeCode
from lus.one_time.tasks import delete_ended as woken
from tests.factories import NOW

pytestmark = pytest.mark.django_db
END = NOW + timedelta(days=3)
SECOND = timedelta(seconds=1)


def issued(**more: timedelta) -> str:
    return issue_code("test_answer", uuid4(), valid_until=END + more.get("later", timedelta()), at=NOW)


def test_a_code_is_deleted_a_month_after_its_end_whatever_became_of_it() -> None:
    used, withdrawn = issued(), uuid4()
    redeem_code(used, purpose="test_answer", address="", at=NOW)
    issue_code("test_answer", withdrawn, valid_until=END, at=NOW)
    withdraw_codes("test_answer", withdrawn, at=NOW)
    issued()
    assert delete_ended(at=END + KEPT_AFTER_END - SECOND) == 0
    assert delete_ended(at=END + KEPT_AFTER_END) == 3
    assert not OneTimeCode.objects.exists()


def test_a_code_that_holds_still_opens() -> None:
    issued()
    code = issued(later=KEPT_AFTER_END + SECOND)
    at = END + KEPT_AFTER_END
    assert delete_ended(at=at) == 1
    assert open_code(code, purpose="test_answer", address="", at=at).valid_until > at


@pytest.mark.at(END + KEPT_AFTER_END)
def test_the_oldest_go_first_and_the_next_wake_up_takes_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deleting, "BATCH", 2)
    for days in (2, 1, 0):
        issued(later=-timedelta(days=days))
    woken()
    assert OneTimeCode.objects.get().valid_until == END
    woken()
    assert not OneTimeCode.objects.exists()
