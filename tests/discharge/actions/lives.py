"""Cases that stand somewhere in the middle, for acts that are not a case's first."""

from datetime import timedelta

from discharge.actions.register_admission import register_admission
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from tests.factories import NOW, a_person, a_place

from .life import Life


def admitted() -> Life:
    """A patient on the ward about whom nobody has been told."""
    place = a_place()
    case = register_admission(
        person_id=a_person().pk, actor=place.ward, at=NOW, admitted_at=NOW - timedelta(hours=2)
    )
    return Life(place=place, case=case)


def misrouted() -> Life:
    life = Life()
    life.does(life.municipality, report_wrong_recipient, reason="moved")
    return life


def received() -> Life:
    life = Life()
    life.does(life.municipality, report_ready_to_receive, what="Hemtjänst från i kväll")
    return life


def consented() -> Life:
    life = Life()
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.ward, record_sip_consent, state="given")
    return life
