"""Spår föreslaget: told once when the suggestion becomes another, in the product only, and never in a loop."""

from discharge.actions.acknowledge import acknowledge
from discharge.actions.confirm_track import confirm_track
from lus.notifications.models import Notification, OutboxRow
from sip.actions.assess_sip_need import assess_sip_need

from .life import Life


def suggestions(life: Life) -> list[str]:
    return [event.data["track"] for event in life.facts.events if event.name == "track_suggested"]


def more_asked() -> Life:
    life = Life()
    life.does(life.primary_care, assess_sip_need, needed=True)
    return life


def test_nothing_that_points_to_more_is_no_news() -> None:
    assert suggestions(Life()) == []


def test_a_new_suggestion_is_told_once_with_its_reasons() -> None:
    life = more_asked()
    assert len(suggestions(life)) == 1
    event = life.last("track_suggested")
    assert event.actor_kind == "clock"
    assert event.data["reasons"] == ["Kommun och öppenvård planerar tillsammans (SIP)."]
    assert life.told("track_suggested") == {"Nacka", "Vårdcentralen Solen"}
    life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk)
    life.does(life.primary_care, assess_sip_need, needed=True)
    assert len(suggestions(life)) == 1


def test_it_is_news_in_the_product_and_no_nudge() -> None:
    life = more_asked()
    told = Notification.objects.filter(cause_id=life.last("track_suggested").pk)
    assert told.count() == 2
    assert not OutboxRow.objects.filter(notification__in=told).exists()


def test_back_to_the_least_is_news_too() -> None:
    life = more_asked()
    life.does(life.primary_care, assess_sip_need, needed=False, reason="Bara kommunen")
    first, second = suggestions(life)
    assert first != second
    assert life.facts.planning.suggested == second


def test_confirming_another_track_suggests_nothing_anew() -> None:
    life = more_asked()
    life.does(life.ward, confirm_track, track=suggestions(life)[0])
    assert len(suggestions(life)) == 1


def test_when_the_patient_has_left_nothing_is_suggested() -> None:
    life = Life().left()
    life.does(life.primary_care, assess_sip_need, needed=True)
    assert suggestions(life) == []
