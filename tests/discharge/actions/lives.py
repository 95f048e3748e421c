"""Cases that stand somewhere in the middle, for acts that are not a case's first."""

from datetime import timedelta

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.claim_case import claim_case
from discharge.actions.forward_case import forward_case
from discharge.actions.open_waiting_reason import open_waiting_reason
from discharge.actions.plan_follow_up_call import plan_follow_up_call
from discharge.actions.register_admission import register_admission
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.send_handover import send_handover
from discharge.actions.write_patient_summary import write_patient_summary
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from tests.factories import NOW, a_person, a_place, a_unit, an_actor

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


def claimed() -> Life:
    life = Life()
    life.does(life.municipality, claim_case)
    return life


def sub_unit(life: Life, name: str, kind: str = UnitKind.HOME_CARE, role: str = Role.NEEDS_ASSESSOR) -> Actor:
    """Return somebody at a unit below the case's reception."""
    above = Unit.objects.get(pk=str(life.municipality.unit_id))
    return an_actor(a_unit(name, kind, principal=above.principal, parent=above), role)


def forwarded() -> tuple[Life, Actor]:
    """A case that the reception has sent on to home care."""
    life = Life()
    home_care = sub_unit(life, "Hemtjänst Nacka")
    life.does(life.municipality, forward_case, unit_id=home_care.unit_id, note="Gäller hemtjänst")
    return life, home_care


def part_added() -> Life:
    life = Life()
    life.does(life.ward, add_handover_part, part="medicine_list", where="paper")
    return life


def handed_over() -> Life:
    life = part_added()
    life.does(life.ward, send_handover)
    return life


def called_for() -> Life:
    life = Life()
    life.does(life.ward, plan_follow_up_call, unit_id=life.primary_care.unit_id)
    return life.left()


def summary_written() -> Life:
    life = Life()
    words = {"done": "Du fick vård.", "medicines": "Alvedon vid behov.", "watch_for": "Feber."}
    life.does(life.ward, write_patient_summary, **words)
    return life


def waiting() -> Life:
    life = Life().ready()
    life.does(life.ward, open_waiting_reason, code="municipal_decision", owner_id=life.municipality.unit_id)
    return life
