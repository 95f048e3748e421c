"""What is known of one case, folded from its events: the only input of the rules.

Times are aware UTC instants, dates Swedish calendar days, ids strings. None = not known: never false or zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

from .facts_of_blocks import Block
from .facts_of_chain import ChainFacts
from .facts_of_consents import NOBODY_ASKED, Consents
from .facts_of_corrections import CorrectionFacts
from .facts_of_home_ready import HomeReadyFacts, WaitingReason
from .facts_of_leaving import NOTHING_LEFT, Leaving
from .facts_of_messages import NOT_ASKED, Message, Sharing
from .facts_of_notices import FixedCareWorker
from .facts_of_on_call import OnCallFacts
from .facts_of_planning import NO_PLANNING, Planning
from .facts_of_routing import Claim
from .facts_of_scope import ScopeFacts
from .facts_of_settlement import MonthReview
from .facts_of_sip import SipFacts

StayState = Literal["admitted", "on_leave", "transferred", "discharged", "deceased", "entered_in_error"]
Readiness = Literal["not_ready", "ready", "withdrawn"]
Consent = Literal["given", "refused", "unknown"]
SpellEnd = Literal["withdrawn", "annulled", "discharged", "died", "transferred"]
UnitState = Literal[
    "new",
    "acknowledged",
    "unknown_patient",
    "in_progress",
    "ready_to_receive",
    "declined",
    "wrong_recipient",
    "forwarded",
    "removed",
]

MUNICIPAL_ROLES = frozenset({"municipality", "municipal_health"})
OUTPATIENT_ROLES = frozenset({"primary_care", "outpatient_psychiatry", "outpatient"})
PSYCHIATRIC_CARE = frozenset({"psychiatric_adult", "child_psychiatric", "addiction", "forensic_psychiatric"})
ACTIVE_STATES = frozenset({"new", "acknowledged", "unknown_patient", "in_progress", "ready_to_receive"})


@dataclass(frozen=True)
class EventFact:
    """One event as the rules see it (see ``discharge/events/`` for names and keys of ``data``)."""

    event_id: str
    seq: int
    name: str
    happened_at: datetime
    recorded_at: datetime
    unit_id: str | None
    actor_name: str
    unit_name: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Delivery:
    """One message to one unit: when it was delivered, and when and by whom it was acknowledged.

    ``event_id`` is the event that was sent, ``kind`` its name. ``levels``: when the steps of its ladder are due (empty:
    older than the ladder); ``first_level``: where it begins; ``level``: how far it has come, since ``level_at``.
    """

    event_id: str
    kind: str
    unit_id: str
    delivered_at: datetime
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""
    acknowledged_role: str = ""
    levels: tuple[datetime, ...] = ()
    first_level: int = 1
    level: int = 0
    level_at: datetime | None = None


@dataclass(frozen=True)
class ConcernedUnit:
    """Berörd enhet. ``told_at``: when it first got the admission notice (None = not told yet).

    ``planning_at``: when it first began to plan; ``replaced_by`` and ``replaced_at``: the unit that took the
    place of a wrong recipient, and when; ``first_contact_at``: the first visit that a ready unit has stated.
    ``under``: the unit of the same organisation that forwarded the case to it.
    """

    unit_id: str
    role: str
    state: UnitState
    told_at: datetime | None
    acknowledged_at: datetime | None = None
    ready_at: datetime | None = None
    ready_what: str = ""
    suggested_unit_id: str | None = None
    changed_at: datetime | None = None
    planning_at: datetime | None = None
    first_contact_at: datetime | None = None
    replaced_by: str | None = None
    replaced_at: datetime | None = None
    under: str | None = None

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE_STATES

    @property
    def takes_part(self) -> bool:
        """At work in the case, or behind a unit that it has forwarded the case to."""
        return self.is_active or self.state == "forwarded"


@dataclass(frozen=True)
class ReadySpell:
    """An interval as utskrivningsklar: from the notice until what ended it (open: ``ended_at`` None)."""

    event_id: str
    sent_at: datetime
    assessed_at: datetime
    physician: str
    ended_at: datetime | None = None
    end: SpellEnd | None = None


@dataclass(frozen=True)
class CareContact:
    unit_id: str
    name: str
    title: str
    phone: str
    phone_function: str
    named_at: datetime


@dataclass(frozen=True)
class CaseFacts:
    """Everything folded. ``leave``: (start, end|None); ``expected_history``: (set_at, date), oldest first.

    ``outpatient_intervals``: (from, to|None) during which outpatient care said it was available, oldest first;
    ``outpatient_clear_at``: since when it is so now. What was registered late counts from when it was recorded.

    ``care_contact_named_at``: the first naming, kept when the contact changes. ``sip_assessed_at``: the last
    assessment. ``handover_sent_at``: when nothing was missing any more; ``handover_missing``: what none has
    held yet, when it was sent. ``last_event_at``: when it was recorded.
    """

    case_id: str
    reference: str = ""
    person_id: str = ""
    care_form: str = ""
    legal_status: str = "none"
    ward_id: str = ""
    region_code: str = ""
    registered_municipality: str = ""
    placing_municipality: str = ""
    stay: StayState = "admitted"
    readiness: Readiness = "not_ready"
    admitted_at: datetime | None = None
    need_assessed_at: datetime | None = None
    need_municipal_health: bool | None = None
    need_social_services: bool | None = None
    need_outpatient: bool | None = None
    admission_notice_at: datetime | None = None
    admission_notice_event: str = ""
    expected_discharge: date | None = None
    expected_history: tuple[tuple[datetime, date], ...] = ()
    units: tuple[ConcernedUnit, ...] = ()
    claims: tuple[Claim, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    spells: tuple[ReadySpell, ...] = ()
    leave: tuple[tuple[datetime, datetime | None], ...] = ()
    care_contact: CareContact | None = None
    care_contact_named_at: datetime | None = None
    fixed_care_worker: FixedCareWorker | None = None
    sip_assessed_at: datetime | None = None
    sip_needed: bool | None = None
    sip_consent: Consent = "unknown"
    sip_consent_at: datetime | None = None
    consents: Consents = NOBODY_ASKED
    summons_at: datetime | None = None
    outpatient_clear_at: datetime | None = None
    outpatient_intervals: tuple[tuple[datetime, datetime | None], ...] = ()
    handover_sent_at: datetime | None = None
    handover_missing: tuple[str, ...] = ()
    leaving: Leaving = NOTHING_LEFT
    planning: Planning = NO_PLANNING
    discharged_at: datetime | None = None
    destination: str = ""
    destination_text: str = ""
    deceased_at: datetime | None = None
    entered_in_error_at: datetime | None = None
    closed_at: datetime | None = None
    on_call: OnCallFacts = field(default_factory=OnCallFacts)
    messages: tuple[Message, ...] = ()
    sharing: Sharing = NOT_ASKED
    chain: ChainFacts = field(default_factory=ChainFacts)
    scope: ScopeFacts = field(default_factory=ScopeFacts)
    sip: SipFacts = field(default_factory=SipFacts)
    version: int = 0
    last_event_at: datetime | None = None
    home: HomeReadyFacts = field(default_factory=HomeReadyFacts)
    waiting: tuple[WaitingReason, ...] = ()
    blocks: tuple[Block, ...] = ()
    corrections: CorrectionFacts = field(default_factory=CorrectionFacts)
    reviews: tuple[MonthReview, ...] = ()
    events: tuple[EventFact, ...] = field(default=(), repr=False)

    @property
    def open_spell(self) -> ReadySpell | None:
        """The ready notice in force, or None."""
        return self.spells[-1] if self.spells and self.spells[-1].ended_at is None else None

    @property
    def summons_in_force(self) -> datetime | None:
        """When the summons was sent whose meeting has not been called off, or None."""
        return None if self.sip.cancelled_at else self.summons_at

    @cached_property
    def active_units(self) -> tuple[ConcernedUnit, ...]:
        return tuple(unit for unit in self.units if unit.is_active)

    def claim_of(self, unit_id: str | None) -> Claim | None:
        """Who of the unit has taken the case on, if anybody has."""
        return next((claim for claim in self.claims if claim.unit_id == unit_id), None)

    def unit(self, unit_id: str) -> ConcernedUnit | None:
        return next((unit for unit in self.units if unit.unit_id == unit_id), None)
