"""Överenskommelser i ord: what each record says, what it lacks, and what can be done with it now."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from discharge.queries.agreement_list import ShownAgreement
from discharge.rules.agreements import ALL, AgreementRecord
from discharge.rules.amounts import NATIONAL, UNVERIFIED_TEXT, LiabilityAmount
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

CARE = {"somatic": "Somatisk vård", "psychiatric": "Psykiatrisk vård", ALL: "All vård"}
MODEL = {"individual": "Per vårddygn", "monthly_mean": "Medelvärde per månad", "none": "Ingen modell funnen"}
DAYS = {"calendar": "kalenderdagar", "weekday": "vardagar"}
CUTOFF = {"after": "efter {}", "at_or_after": "{} eller senare"}
READ = {"full": "läst i sin helhet", "part": "läst i delar", "none": "inte läst"}
TRUST = {
    "fact": "säker uppgift",
    "fact_part": "säker i delar",
    "secondary": "andrahandsuppgift",
    "assumption": "antagande",
}
CHIP = {
    "complete": {"word": "Fullständig", "color": "success"},
    "incomplete_shadow_ok": {"word": "Skugga, kan räknas", "color": "info"},
    "incomplete": {"word": "Ofullständig: kan inte aktiveras", "color": "warning"},
}
AMOUNT = {"unverified": UNVERIFIED_TEXT, "missing": "saknas", "usable": "verifierat"}
UNKNOWN = "inte känt"


def agreement_words(shown: ShownAgreement, viewer: Actor) -> dict[str, Any]:
    """Return one row of the page."""
    record = shown.record
    return {
        "title": record.title[:1].upper() + record.title[1:],
        "key": f"{record.key} · version {record.version}",
        "practice": shown.row.is_practice,
        "source": source_words(record),
        "note": record.note,
        "bound": bound_words(record),
        "valid": valid_words(record),
        "model": MODEL.get(record.model or "", f"Modell {UNKNOWN}"),
        "terms": list(terms_in_words(record)),
        "chip": CHIP[shown.completeness.level],
        "missing": [field.label for field in shown.completeness.missing],
        "payment": payment_words(shown),
        "proposal": proposal_words(shown),
        "actions": list(_actions(shown, viewer)),
    }


def bound_words(record: AgreementRecord) -> str:
    """``Somatisk vård, län 01`` or the kommun codes."""
    care = CARE.get(record.care_form, record.care_form)
    if record.municipality_codes != (ALL,):
        return f"{care}, kommun {', '.join(record.municipality_codes)}"
    return f"{care}, hela landet" if record.region_code == ALL else f"{care}, län {record.region_code}"


def valid_words(record: AgreementRecord) -> str:
    """``Gäller från 2018-01-01 till 2019-12-31``"""
    start = f"från {record.valid_from.isoformat()}" if record.valid_from else "från okänd dag"
    return f"Gäller {start}{f' till {record.valid_to.isoformat()}' if record.valid_to else ''}"


def source_words(record: AgreementRecord) -> str:
    """``Källa: … (läst i delar). Tillit: andrahandsuppgift.``"""
    source = f"{record.source_title} ({READ[record.source_read]})" if record.source_title else UNKNOWN
    return f"Källa: {source}. Tillit: {TRUST[record.trust]}."


def terms_in_words(record: AgreementRecord) -> Iterator[str]:
    """Yield each known term as a sentence; what is unknown stands among the missing fields instead."""
    if record.mean_level is not None:
        yield f"Kommunen betalar för det som överstiger {_number(record.mean_level)} dagar i medeltal."
    if record.counts_day_zero_cases:
        yield "Den som skrivs ut samma dag räknas med som noll dagar."
    if record.individual_after_days is not None:
        yield f"Ärenden över {record.individual_after_days} dagar räknas för sig."
    if record.first_liable_offset is not None:
        kind = DAYS.get(record.day_kind or "", f"dagslag {UNKNOWN}")
        # Under a monthly mean nobody pays for a single day: the number is only the work list's counter.
        what = "Över frist i listorna" if record.model == "monthly_mean" else "Första möjliga betalningsdag"
        yield f"{what}: dag {record.first_liable_offset} efter dag noll ({kind})."
    if record.free_days_text:
        yield f"Överenskommelsens ord: ”{record.free_days_text}”."
    if record.cutoff_rule in CUTOFF and record.cutoff_time is not None:
        late = CUTOFF[record.cutoff_rule].format(f"{record.cutoff_time:%H.%M}")
        yield f"Skickat {late}: dag noll är nästa dag."
    if record.amount_source is not None:
        own = record.amount_source == "own"
        yield "Eget belopp per dygn." if own else "Socialstyrelsens belopp per dygn."
    if record.correction_deadline_day is not None:
        yield f"Rättelse senast dag {record.correction_deadline_day} i följande månad."


def payment_words(shown: ShownAgreement) -> str:
    """Whether the days of this version can cost money."""
    if not shown.is_newest:
        return "Ersatt av en senare version."
    start = shown.record.payment_active_from
    if start is not None:
        return f"Betalning från {start.isoformat()}."
    if shown.completeness.level == "incomplete":
        return "Dagarna räknas inte."
    return "Inte aktiverad: dagarna visas som skuggberäkning."


def proposal_words(shown: ShownAgreement) -> str:
    """Who has proposed which day, or nothing."""
    if shown.proposal is None:
        return ""
    by, day = shown.proposal, shown.proposal.payment_active_from.isoformat()
    on = local_date(by.proposed_at).isoformat()
    return f"{by.name} ({by.principal_name}) föreslog {on} betalning från {day}."


def amount_words(amount: LiabilityAmount) -> dict[str, str]:
    """Return one row of the table of amounts. A missing amount is told in words, never as zero."""
    kronor = "" if amount.amount_sek is None else f"{_number(amount.amount_sek)} kr"
    return {
        "source": "Socialstyrelsen" if amount.source == NATIONAL else amount.source,
        "year": str(amount.year),
        "amount": kronor,
        "status": AMOUNT[amount.status],
        "usable": "ja" if amount.status == "usable" else "",
        "regulation": amount.regulation,
    }


def _actions(shown: ShownAgreement, viewer: Actor) -> Iterator[dict[str, str]]:
    """The approver's button is offered to the other principal only; the act itself refuses too."""
    if not shown.may_be_proposed:
        return
    address = [shown.row.key]
    label = "Föreslå annan dag" if shown.proposal else "Föreslå aktivering"
    yield {"label": label, "url": reverse("propose_activation", args=address), "variant": "secondary"}
    if shown.proposal and shown.proposal.principal_id != viewer.principal_id:
        yield {"label": "Godkänn", "url": reverse("activate_agreement", args=address)}


def _number(value: Any) -> str:
    """``3``, ``2,8``, ``9 300`` (with a space that does not break)."""
    text = f"{value.normalize():,f}" if value % 1 else f"{int(value):,}"
    return text.replace(",", " ").replace(".", ",")
