"""Words of the case page that need no page: money, opening hours, and the notice of a stay that has none."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
import time_machine

from discharge.actions.register_admission import register_admission
from discharge.models import Case
from discharge.rules.facts import EventFact
from discharge.rules.ledger import Ledger, Status
from discharge.views.payment_words import kronor, money_words
from discharge.views.timeline_words import caught_up
from discharge.views.unit_words import hours_words
from lus.opening_hours import Hours
from lus.organisations.actor import Actor
from lus.organisations.roles import Role
from tests.factories import NOW, a_person, a_place, signed_in

RECEPTION = Actor("person", "Amir", Role.RECEPTION)
WARD = Actor("person", "Karin", Role.WARD_STAFF)
PAID = Ledger((), 2, 0, "ok", Decimal("18420.00"), (), ())
OFFICE = Hours(dict.fromkeys(range(5), (time(8), time(16, 30))))


def test_money_is_shown_to_those_whose_assignment_has_it() -> None:
    assert money_words(PAID, RECEPTION)["amount"] == "18\u00a0420,00 kr"
    assert money_words(PAID, WARD) == {
        "text": "Belopp visas för dem som har det i sitt uppdrag.",
        "amount": "",
    }


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("shadow", "inte aktiverat"),
        ("blocked_missing_amount", "Belopp saknas – kan inte räknas"),
        ("blocked_decision", "gemensamt beslut"),
        ("pending", "inte avgjord"),
        ("nothing_to_pay", "Inget att betala"),
    ],
)
def test_an_unsettled_ledger_names_its_reason_and_no_money(status: Status, said: str) -> None:
    words = money_words(replace(PAID, status=status, money=None), RECEPTION)
    assert said in words["text"]
    assert words["amount"] == ""


@pytest.mark.parametrize(
    ("blocked_by", "said"),
    [
        (("amount:2026",), "Belopp för 2026 saknas. Dagarna är räknade, pengarna är det inte."),
        (("payer_unknown",), "Betalande kommun är inte känd. Dagarna är räknade, pengarna är det inte."),
    ],
)
def test_money_that_cannot_be_counted_says_what_is_lacking(blocked_by: tuple[str, ...], said: str) -> None:
    ledger = replace(PAID, status="blocked_missing_amount", money=None, blocked_by=blocked_by)
    assert money_words(ledger, RECEPTION) == {"text": said, "amount": ""}


NOTICED = datetime(2026, 3, 9, 7, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "data", "happened", "said"),
    [
        ("payment_liability_started", {}, NOTICED - timedelta(days=3), True),
        ("payment_blocked", {}, NOTICED - timedelta(seconds=4), False),
        ("deadline_passed", {"catch_up": True}, NOTICED - timedelta(hours=2), True),
        ("patient_discharged", {}, NOTICED - timedelta(hours=2), False),
    ],
)
def test_a_clock_that_was_noticed_late_says_both_times(
    name: str, data: dict[str, bool], happened: datetime, said: bool
) -> None:
    event = EventFact("1", 1, name, happened, NOTICED, None, "Klockan", "", data)
    words = caught_up(event, NOTICED)
    assert words.startswith("Inföll ") is said
    assert ("visades i dag 08.20 (driftstörning)" in words) is said


def test_kronor_are_swedish() -> None:
    assert kronor(Decimal("1234567.50")) == "1\u00a0234\u00a0567,50 kr"


@pytest.mark.parametrize(
    ("local", "words"),
    [
        (datetime(2026, 3, 3, 6, 0), "öppnar 08.00"),
        (datetime(2026, 3, 3, 10, 0), "öppet till 16.30"),
        (datetime(2026, 3, 3, 17, 0), "stängt till i morgon 08.00"),
        (datetime(2026, 3, 6, 17, 0), "stängt till mån 08.00"),
    ],
    ids=["before", "open", "tonight", "before a weekend"],
)
def test_hours_tell_whether_somebody_is_there(local: datetime, words: str) -> None:
    assert hours_words(OFFICE, local.replace(tzinfo=UTC) - timedelta(hours=1)) == words


def test_a_ward_that_never_closes_says_so() -> None:
    always = Hours(dict.fromkeys(range(7), (time(0), time(23, 59))))
    assert hours_words(always, NOW) == "öppet dygnet runt"


@pytest.mark.django_db
def test_a_registered_stay_gets_its_notice_from_its_own_page() -> None:
    place = a_place()
    with time_machine.travel(NOW, tick=False):
        case = register_admission(
            person_id=a_person().pk, actor=place.ward, admitted_at=NOW - timedelta(hours=2), at=NOW
        )
        client, url = signed_in(place.ward), f"/discharge/{case.pk}/send-notice/"
        assert "inget mer (LUS 2:2)" in client.get(url).content.decode()
        typed = {"needs": ["outpatient"], "need_judged": "same", "expected_choice": "2026-03-06"}
        assert client.post(url, typed).status_code == 422
        assert client.post(url, {**typed, "add_unit": str(place.primary_care.unit_id)}).status_code == 302
    assert Case.objects.get(pk=case.pk).admission_notice_at == NOW
