"""Vårdtiden och utskrivningen, LUS 3–4 kap.: what each event of the stay does to the facts."""

from __future__ import annotations

from .case_draft import Draft, counts_from, instant
from .facts import EventFact
from .fold_consents import answer_consent
from .fold_home_ready import ask_again, begin_list
from .fold_messages import information_consent
from .fold_sip import consent_to_summons
from .fold_sip_end import back_to_life, end_with_life


def case_opened(case: Draft, event: EventFact) -> None:
    keys = ("person_id", "reference", "care_form", "legal_status", "ward_id", "registered_municipality")
    for key in (*keys, "region_code", "placing_municipality"):
        if event.data.get(key):
            case.known[key] = event.data[key]
    begin_list(case, event)


def patient_admitted(case: Draft, event: EventFact) -> None:
    case.known.update(stay="admitted", admitted_at=event.happened_at)
    if event.data.get("ward_id"):
        case.known["ward_id"] = event.data["ward_id"]
    ward = case.known.get("ward_id", "")
    case.arrive(ward, event.happened_at, from_another=event.unit_id not in (None, ward))


def need_assessed(case: Draft, event: EventFact) -> None:
    # The 24 hours run from when need was first judged (2:3): a later addition must not move them.
    needs = {
        f"need_{kind}": event.data[kind] for kind in ("municipal_health", "social_services", "outpatient")
    }
    had = any(case.known.get(key) for key in needs)
    if not (had and any(needs.values())):
        case.known["need_assessed_at"] = event.happened_at
    case.known.update(needs)


def patient_discharged(case: Draft, event: EventFact) -> None:
    # Typed in the very minute of the admission it reads as some seconds before it.
    left_at = max(event.happened_at, case.known.get("admitted_at") or event.happened_at)
    case.known.update(stay="discharged", discharged_at=left_at)
    case.known.update({key: event.data.get(key, "") for key in ("destination", "destination_text")})
    case.end_spell(left_at, "discharged")


def discharge_corrected(case: Draft, event: EventFact) -> None:
    case.known.update(discharged_at=None, destination="", destination_text="")
    case.known["stay"] = case.stay_before()
    case.reopen_spell("discharged")


def patient_deceased_recorded(case: Draft, event: EventFact) -> None:
    case.known.update(stay="deceased", deceased_at=event.happened_at)
    case.end_spell(event.happened_at, "died")
    end_with_life(case, event)


def death_record_corrected(case: Draft, event: EventFact) -> None:
    case.known.update(stay=case.stay_before(), deceased_at=None, closed_at=None)
    case.reopen_spell("died")
    back_to_life(case)


def case_entered_in_error(case: Draft, event: EventFact) -> None:
    case.known.update(stay="entered_in_error", entered_in_error_at=event.happened_at)
    case.end_spell(event.happened_at, "annulled")
    for spell in case.spells:
        spell["end"] = "annulled"


def case_closed(case: Draft, event: EventFact) -> None:
    case.known["closed_at"] = event.happened_at


def ready_notice_sent(case: Draft, event: EventFact) -> None:
    case.known["readiness"] = "ready"
    case.spells.append(
        {
            "event_id": event.event_id,
            "sent_at": event.happened_at,
            "assessed_at": instant(event.data.get("assessed_at")) or event.happened_at,
            "physician": event.data.get("physician", ""),
        }
    )


def ready_notice_withdrawn(case: Draft, event: EventFact) -> None:
    case.end_spell(event.happened_at, "withdrawn", "withdrawn")
    ask_again(case, event)


def ready_notice_entered_in_error(case: Draft, event: EventFact) -> None:
    case.end_spell(event.happened_at, "annulled")


def outpatient_readiness_stated(case: Draft, event: EventFact) -> None:
    case.outpatient_clear(counts_from(event), event.data["ready"])


def consent_recorded(case: Draft, event: EventFact) -> None:
    """One answer about one kind, given, refused or taken back; what follows depends on the kind."""
    kind = event.data["kind"]
    if kind == "sip_summons":
        consent_to_summons(case, event)
    elif kind == "information":
        information_consent(case, answer_consent(case, event), event.happened_at)
    else:
        answer_consent(case, event)


consent_withdrawn = consent_recorded
