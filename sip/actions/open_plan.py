"""Påbörja SIP utanför sjukhus, SoL 10 kap. 8 §, HSL 16 kap. 4 §: either principal may begin, if the person wants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.actions.consent_answer import Answered, consent_given
from discharge.actions.free_text import tidy_text
from discharge.actions.new_case import new_reference
from discharge.queries.facts import event_facts
from discharge.queries.shown_person import is_child
from discharge.queries.visible import readable_cases
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.recipients import ROLE_OF_KIND
from discharge.rules.sip_choices import OFFERED_HOW
from discharge.rules.sip_not_open import LEGAL_WORDS
from lus.events.reactions import react
from lus.events.record import New, open_stream, record
from lus.organisations.actor import Actor
from lus.organisations.models import PrincipalKind, Unit
from lus.organisations.queries import open_units
from lus.organisations.roles import Permission
from lus.persons.models import Person
from lus.refusals import InvalidInput, refused
from lus.swedish_time import local_date
from sip.models import Plan
from sip.queries.visible import readable_plans
from sip.rules.fold_process import fold_process
from sip.rules.opening import ORIGINS
from sip.rules.principals import refuse_units

from .kept_duties import keep_duties_outside
from .picture import plan_columns, save_plan_outside
from .plan_act import tell_plan
from .record_sip_consent import checked_giver
from .request_by import requested

WHY_LIMIT = 800


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person said. ``given_by``: of ``GIVEN_BY``, or one of a child's guardians; "" the usual one.

    ``how`` of ``OFFERED_HOW``; ``words``: the person's own.
    """

    accepted: bool
    given_by: str = ""
    how: str = "oral"
    words: str = ""


@transaction.atomic
def open_plan(
    *,
    person_id: UUID,
    actor: Actor,
    at: datetime,
    why: str,
    units: Sequence[UUID],
    asked: Asked,
    origin: str = "outpatient",
    replaces_open: bool = False,
    compulsory_ended: bool = False,
    requested_by: str = "",
    requested_on: date | None = None,
) -> Plan:
    """Begin a joint plan for somebody who lives at home. ``units``: of the others that take part; ``origin``: a key.

    A no is kept too, so that nobody asks anew without knowing. Raises InvalidInput, the refusals SIP06–SIP08, and
    ``sip-plan-exists`` when an own open plan for the person can be used instead (``replaces_open`` goes on anyway);
    SIP10 when the unit knows of ÖPT or ÖRV from its own newest case (``compulsory_ended``: it has ended since).
    ``requested_by``, ``requested_on``: as in ``assess_sip_need``.
    """
    actor.require(Permission.LEAD_SIP)
    if origin not in ORIGINS:
        raise InvalidInput("Var planen påbörjas fattas.", "Välj ett av alternativen.", field="origin")
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise InvalidInput("Personen finns inte i registret.", "Kontrollera numret.", field="number")
    if not replaces_open:
        _refuse_second(actor, person)
    _refuse_care_plan(actor, person, compulsory_ended)
    child = asked.accepted and is_child(person.birth_date, local_date(at))
    asked = replace(asked, given_by=checked_giver(asked.given_by, child))
    taking_part = _units(actor, units)
    opened = New(
        "sip_plan_opened",
        {
            "person_id": str(person.pk),
            "origin": origin,
            "case_id": None,
            "why": tidy_text(why, "why", required=True, limit=WHY_LIMIT),
            "units": [{"unit_id": unit_id, "role": role} for unit_id, role in taking_part],
            "region_code": _region_of(unit_id for unit_id, _ in taking_part),
        },
    )
    wanted = requested(requested_by, requested_on, at)
    return _save(person, origin, [opened, *wanted, *_asked(asked, at)], actor, at)


def _refuse_second(actor: Actor, person: Person) -> None:
    existing = readable_plans(actor).filter(person=person, closed_at=None).order_by("-opened_at").first()
    if existing is not None:
        raise refused(
            "sip-plan-exists",
            "Personen har redan en plan",
            f"Ni är med i en pågående SIP för personen: {existing.reference}",
            "Öppna den och uppdatera den, eller kryssa för att en ny ska påbörjas ändå.",
            field="replaces_open",
        )


def _refuse_care_plan(actor: Actor, person: Person, ended: bool) -> None:
    """Only what the unit may read of the person's cases is asked: nobody learns of compulsory care by trying."""
    newest = readable_cases(actor).filter(person=person).order_by("-admitted_at").first()
    if newest is not None and newest.legal_status in CARE_PLAN_STATUSES and not ended:
        raise refused(
            "sip-replaced-by-care-plan",
            "Samordnad vårdplan gäller i stället",
            f"Personen vårdas enligt {LEGAL_WORDS[newest.legal_status]} (LUS 4 kap. 1 §)",
            "Använd samordnad vårdplan (SPLPTLRV). Har tvångsvården upphört: kryssa för det.",
            field="compulsory_ended",
        )


def _units(actor: Actor, chosen: Sequence[UUID]) -> list[tuple[str, str]]:
    """Return ``(unit id, role)``, the own unit first. Raises InvalidInput for a unit that is closed or unknown."""
    assert actor.unit_id is not None
    ids = [actor.unit_id, *chosen]
    found = {unit.pk: unit for unit in open_units().filter(pk__in=ids)}
    for unit_id in ids:
        if unit_id not in found or found[unit_id].kind not in ROLE_OF_KIND:
            name = Unit.objects.filter(pk=unit_id).values_list("name", flat=True).first()
            raise InvalidInput(
                f"{name or 'Enheten'} kan inte vara med: enheten är stängd eller tar inte emot.",
                "Välj en annan enhet.",
                field="units",
            )
    parties = [(str(unit_id), ROLE_OF_KIND[found[unit_id].kind]) for unit_id in ids]
    refuse(refuse_units(parties))
    return parties


def _region_of(unit_ids: Iterable[str]) -> str:
    """Return the code of the region that takes part: its local routine holds."""
    regional = Unit.objects.filter(pk__in=list(unit_ids), principal__kind=PrincipalKind.REGION)
    return regional.order_by("principal__code").values_list("principal__code", flat=True).first() or ""


def _asked(asked: Asked, at: datetime) -> list[New]:
    if asked.how not in OFFERED_HOW:
        raise InvalidInput("Hur svaret lämnades fattas.", "Välj ett av svaren.", field="how")
    answer = {"given_by": asked.given_by, "how": asked.how}
    before = [
        New("sip_need_assessed", {"needed": True, "reason": ""}),
        New("sip_offered", {"how": asked.how, "interpreter": False}),
    ]
    if not asked.accepted:
        said = {**answer, "reason": tidy_text(asked.words, "words")}
        return [*before, New("sip_declined_by_person", said)]
    form = "written" if asked.how == "written" else "oral"
    consent = consent_given("sip_summons", Answered(asked.given_by, form), at=at)
    return [*before, New("sip_accepted_by_person", answer), consent]


def _save(person: Person, origin: str, new: list[New], actor: Actor, at: datetime) -> Plan:
    plan_id = uuid4()
    open_stream(plan_id)
    events = record(plan_id, new, actor=actor, at=at, last=0)
    facts = fold_process(str(plan_id), event_facts(events))
    plan = Plan.objects.create(
        id=plan_id,
        person=person,
        origin=origin,
        reference=new_reference(),
        led_by_id=actor.unit_id,
        opened_at=at,
        **plan_columns(facts),
    )
    save_plan_outside(plan_id, facts)
    keep_duties_outside(plan_id, facts, str(actor.unit_id), at=at, because=events[0].name)
    tell_plan(events[-1:], facts, at)
    react(events)
    return plan
