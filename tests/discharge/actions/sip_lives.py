"""Cases that stand somewhere in the life of a joint plan."""

from datetime import timedelta

from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.establish_sip import establish_sip
from sip.actions.offer_sip import offer_sip
from sip.actions.open_sip_poll import open_sip_poll
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.rules.summons import MeetingPlace, Summons

from .life import Life
from .lives import consented

PLAN = {"goals": "Klara trappan själv", "responsible": "region", "consented": True}


def offered() -> Life:
    life = Life()
    life.does(life.ward, offer_sip, how="oral")
    return life


def polled() -> Life:
    life = consented()
    times = [life.at + timedelta(days=days) for days in (2, 3)]
    life.does(life.primary_care, open_sip_poll, times=times)
    return life


def slots(life: Life) -> list[str]:
    """Return the ids of the proposed times, the earliest first."""
    assert life.facts.sip.poll is not None
    return [slot.slot_id for slot in life.facts.sip.poll.slots]


def summoned() -> Life:
    life = consented()
    life.does(
        life.primary_care, send_sip_summons, meeting_at=life.at + timedelta(days=2), place="Avdelningen"
    )
    return life


def digital() -> Life:
    life = consented()
    where = MeetingPlace("digital", video_url="https://mote.invalid/j/1", phone="010-1", host_confirmed=True)
    more = {"meeting_at": life.at + timedelta(days=2), "place": "", "summons": Summons(at_place=where)}
    life.does(life.primary_care, send_sip_summons, **more)
    return life


def substituted() -> Life:
    """The municipality proposes the ward in its place."""
    life = summoned()
    life.does(
        life.municipality,
        answer_sip_summons,
        answer="sends_other",
        text="Avdelningens sjuksköterska",
        substitute_unit_id=life.ward.unit_id,
    )
    return life


def time_for_the_meeting() -> Life:
    return summoned().later(days=2)


def attended(life: Life) -> dict[str, str]:
    """Return the attendance when all who were called came."""
    return dict.fromkeys(life.facts.sip.called, "physical")


def held() -> Life:
    life = time_for_the_meeting()
    life.does(life.primary_care, record_sip_meeting, attendance=attended(life), person="physical")
    return life


def established() -> Life:
    life = held()
    life.does(life.primary_care, establish_sip, **PLAN)
    return life
