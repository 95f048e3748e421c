"""SIP utanför sjukhus i demon: persons in Nacka who live at home, by the real acts."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from discharge.rules.facts_of_consents import CONSENT_KINDS, SIP_KINDS
from lus.organisations.actor import Actor
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from lus.swedish_time import at_local, is_weekday, local_date, nth_weekday_after
from sip.actions.answer_for_participant import answer_for_participant
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.change_sip_participants import change_sip_participants
from sip.actions.close_sip import close_sip
from sip.actions.open_plan import Asked, open_plan
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.record_sip_harm_test import record_sip_harm_test
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.start_harm_test import start_harm_test
from sip.models import Participant, Plan
from sip.rules.participants import ParticipantChanges
from sip.rules.summons import Invited, Summons

from .accounts import MUNICIPAL_HEALTH, PRIMARY_CARE, actor_at
from .county_plan import NACKA, CountyPlan
from .people import People, Wanted
from .plan_written import begin_to_write, write_plan

NURSE_SAYS = "Ramlar hemma och äter dåligt. Vill bo kvar och slippa berätta allt flera gånger."
CHILD_SAYS = "Missar skolan sedan i höstas. Flera verksamheter är inkopplade."
CARE_SAYS = "Många kontakter och svårt att veta vem som gör vad."


def tell_plans(plan: CountyPlan, people: People, *, now: datetime) -> None:
    """Begin seven plans: not yet called, with a meeting ahead, to follow up, declined, judged, a child's, and ended."""
    nurse = actor_at(plan.named(MUNICIPAL_HEALTH).id, Role.MUNICIPAL_NURSE)
    care = actor_at(plan.named(PRIMARY_CARE).id, Role.CARE_CONTACT)
    social = _social(plan)
    four = [_person(people, age) for age in (88, 79, 84, 91)]
    _begin(four[0], nurse, [care, social], _office(now, days=1), NURSE_SAYS, requested_by="relative")
    ahead = _begin(four[1], nurse, [care, social], _office(now, days=6), NURSE_SAYS)
    record_sip_consent(
        case_id=ahead.pk, actor=nurse, at=_office(now, days=6), state="given", kinds=tuple(CONSENT_KINDS)
    )
    _summon(ahead, nurse, _office(now, days=5), nth_weekday_after(local_date(now), 2))
    answer_sip_summons(case_id=ahead.pk, actor=care, at=_office(now, days=4), answer="comes")
    _daughter_comes(ahead, nurse, _office(now, days=4))
    _one_more(ahead, nurse, _office(now, days=3))
    begin_to_write(ahead, nurse, _office(now, days=4))
    _followed(four[2], care, [nurse, social], now)
    _begin(four[3], care, [nurse], _office(now, days=9), CARE_SAYS, Asked(accepted=False, words="Inte nu"))
    _cannot_say(_person(people, 86), care, [nurse], now)
    _guardians_disagree(_person(people, 12), care, [social], now)
    _ended_by_death(_person(people, 93), care, [nurse, social], now)


def _ended_by_death(person: Person, leads: Actor, others: list[Actor], now: datetime) -> None:
    """Called to a meeting next week when she died; the nurse told it, and nobody comes in vain."""
    plan = _begin(person, leads, others, _office(now, days=12), CARE_SAYS)
    _summon(plan, leads, _office(now, days=7), nth_weekday_after(local_date(now), 5))
    close_sip(case_id=plan.pk, actor=others[0], at=_office(now, days=2), reason="deceased")


def _cannot_say(person: Person, care: Actor, others: list[Actor], now: datetime) -> None:
    """Her first yes ran out; she cannot say any more, and a physician lets the units meet."""
    plan = _begin(person, care, others, _office(now, days=400), CARE_SAYS)
    begun, judged = _office(now, days=3), _office(now, days=2)
    start_harm_test(case_id=plan.pk, actor=care, at=begun, reason="Svår demens. Förstår inte frågan.")
    record_sip_harm_test(
        case_id=plan.pk,
        actor=care,
        at=judged,
        outcome="no_harm",
        physician="Maria Sand",
        reasons="Hemtjänsten och vårdcentralen behöver samordna läkemedlen.",
        views="Dottern vill att enheterna talar med varandra.",
        review_on=local_date(judged) + timedelta(days=90),
    )


def _guardians_disagree(person: Person, care: Actor, others: list[Actor], now: datetime) -> None:
    """One guardian has said yes and the other no: the plan waits."""
    plan = _begin(person, care, others, _office(now, days=8), CHILD_SAYS)
    for given_by, state in (("guardian1", "given"), ("guardian2", "refused")):
        record_sip_consent(
            case_id=plan.pk,
            actor=care,
            at=_office(now, days=7),
            state=state,
            kinds=SIP_KINDS,
            given_by=given_by,
        )


def _social(plan: CountyPlan) -> Actor:
    unit = next(
        one for one in plan.units if one.municipality_code == NACKA and one.kind == UnitKind.RECEPTION
    )
    return actor_at(unit.id, Role.NEEDS_ASSESSOR)


def _person(people: People, age: int) -> Person:
    person = people.invent(Wanted(NACKA, age, age % 2 == 0), None)
    person.save(force_insert=True)
    return person


def _begin(
    person: Person,
    leads: Actor,
    others: list[Actor],
    at: datetime,
    why: str,
    asked: Asked | None = None,
    requested_by: str = "",
) -> Plan:
    units = [UUID(str(other.unit_id)) for other in others]
    return open_plan(
        person_id=person.pk,
        actor=leads,
        at=at,
        why=why,
        units=units,
        asked=asked or Asked(accepted=True),
        origin="home",
        requested_by=requested_by,
    )


def _summon(plan: Plan, leads: Actor, at: datetime, day: date) -> None:
    meeting = at_local(day, time(10, 0), which="first")
    summons = Summons(invited=(Invited("relative", "Dotter", "070-555 01 21"),))
    send_sip_summons(
        case_id=plan.pk, actor=leads, at=at, meeting_at=meeting, place="Hemma hos personen", summons=summons
    )


def _daughter_comes(plan: Plan, nurse: Actor, at: datetime) -> None:
    """She has said so on the telephone."""
    daughter = Participant.objects.get(meeting__plan=plan, kind="relative")
    answer_for_participant(
        plan_id=plan.pk,
        actor=nurse,
        at=at,
        participant_id=daughter.pk,
        answer="comes",
        text="Kör från Motala",
    )


def _one_more(plan: Plan, nurse: Actor, at: datetime) -> None:
    """The person asked for somebody whom nobody had thought of."""
    changes = ParticipantChanges(invite=(Invited("representative", "God man", "070-555 01 22"),))
    change_sip_participants(
        case_id=plan.pk, actor=nurse, at=at, changes=changes, reason="Personen vill ha med sin gode man"
    )


def _followed(person: Person, leads: Actor, others: list[Actor], now: datetime) -> None:
    """A plan that was made six weeks ago, and whose follow-up was yesterday."""
    plan = _begin(person, leads, others, _office(now, days=60), CARE_SAYS)
    _summon(plan, leads, _office(now, days=59), local_date(_office(now, days=52)))
    held = _office(now, days=50)
    came = {str(other.unit_id): "physical" for other in others}
    daughter = Participant.objects.get(meeting__plan=plan, kind="relative")
    people = {str(daughter.pk): "phone"}
    record_sip_meeting(
        case_id=plan.pk, actor=leads, at=held, attendance=came, person="physical", people=people
    )
    nurse, social = others
    follow_up_on = local_date(_office(now, days=1))
    write_plan(plan, leads, nurse, social, at=held + timedelta(hours=1), follow_up_on=follow_up_on)


def _office(now: datetime, *, days: int) -> datetime:
    """Return ten o'clock on the nearest weekday at least ``days`` ago."""
    day = local_date(now) - timedelta(days=days)
    while not is_weekday(day):
        day -= timedelta(days=1)
    return at_local(day, time(10, 0), which="first")
