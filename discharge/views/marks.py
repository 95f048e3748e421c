"""*Gäller i ärendet* and *Vårdkedja*: what makes this case unlike others, in short sentences."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.care_chain import ChainedCase
from discharge.queries.case_page import CasePage
from discharge.queries.shown_person import is_child
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES, OUTSIDE, OUTSIDE_REASONS
from discharge.rules.labels import TEXTS
from discharge.rules.other_county import is_from_another_county
from discharge.rules.sip_not_open import LEGAL_WORDS
from lus.swedish_time import local_date
from lus.web.words import moment

from .chain_notes import ward_words

Words = dict[str, Any]
STAYS = {"admitted": "Inskriven", "on_leave": "Permission", "discharged": "Utskriven", "deceased": "Avslutat"}


def mark_tags(page: CasePage, at: datetime) -> list[Words]:
    """Return the tags of the banner, words that nobody may miss."""
    facts, tags = page.facts, []
    if facts.scope.is_outside:
        tags.append({"icon": "info", "word": OUTSIDE, "color": "neutral"})
    if facts.legal_status != "none":
        tags.append({"icon": "info", "word": LEGAL_WORDS[facts.legal_status]})
    if is_child(page.case.person.birth_date, local_date(at)):
        tags.append({"icon": "person", "word": "Barn"})
    if is_from_another_county(facts) and not page.case.person.is_protected:
        tags.append({"icon": "info", "word": "Från annat län"})
    return tags


def marks(page: CasePage, municipality: str, at: datetime) -> list[Words]:
    """Return ``{word, detail}`` for each thing that changes what the units are to do."""
    facts, found = page.facts, []
    if facts.scope.is_outside:
        why = facts.scope.outside_text or OUTSIDE_REASONS.get(facts.scope.outside_reason, "")
        found.append((OUTSIDE, f"{why}. Inga lagklockor går, inga dagar räknas."))
    if facts.legal_status in CARE_PLAN_STATUSES:
        made = facts.scope.care_plan_at
        plan = f"Upprättad {moment(made, at)}." if made else "Inte upprättad än."
        found.append((LEGAL_WORDS[facts.legal_status], f"Samordnad vårdplan ersätter SIP. {plan}"))
    if is_child(page.case.person.birth_date, local_date(at)):
        found.append(("Barn", "Vårdnadshavare informeras och svarar om samtycke. Tänk på BUP och skola."))
    if is_from_another_county(facts) and not page.case.person.is_protected:
        found.append(("Från annat län", _other_county(page, municipality, at)))
    return [{"word": word, "detail": detail} for word, detail in found]


def _other_county(page: CasePage, municipality: str, at: datetime) -> str:
    told, name = page.facts.scope.told_outside_at, municipality or "en kommun i annat län"
    how = f" Meddelad utanför systemet {moment(told, at)}." if told else ""
    return f"Folkbokförd i {name}.{how} Dagar räknas efter avtal med den kommunen, annars efter lagen."


def chain_rows(page: CasePage, at: datetime) -> list[Words]:
    """Return ``{word, detail, url}``. Links only to cases that the viewer is party to; else neutral words."""
    facts, linked = page.facts.chain, page.chain
    ids = {str(one.case_id) for one in linked}
    rows = [_moved(page, one.ward_id, one.start, at) for one in facts.segments[1:]]
    rows += [_linked(one, at) for one in linked]
    if facts.previous_case_id and facts.previous_case_id not in ids:
        word = "Överflyttad hit" if facts.joined_as == "transfer" else "Ingår i en vårdkedja"
        rows.append({"word": word, "detail": "Ert uppdrag ser inte det tidigare ärendet.", "url": ""})
    if facts.next_case_id and facts.next_case_id not in ids:
        to = ward_words(page, facts.transferred_to)
        rows.append({"word": "Överflyttad härifrån", "detail": f"Till {to}.", "url": ""})
    return rows


def earlier_consents(page: CasePage) -> list[Words]:
    """Return what the patient answered before the transfer. It named other units, so it must be asked again."""
    answers = {"given": "ja", "refused": "nej"}
    said = page.facts.chain.prefill.get("consents", ())
    if page.facts.sip_consent != "unknown":
        return []
    return [
        {
            "word": f"Samtycke till SIP i förra ärendet: {answers.get(one['state'], '')}",
            "detail": "Gällde enheterna där. Fråga på nytt.",
            "url": "",
        }
        for one in said
    ]


def _moved(page: CasePage, ward_id: str, start: datetime, at: datetime) -> Words:
    return {"word": f"Avdelningsbyte {moment(start, at)}", "detail": ward_words(page, ward_id), "url": ""}


def _linked(one: ChainedCase, at: datetime) -> Words:
    place = f"{one.ward}, {one.hospital}" if one.hospital else one.ward
    state = STAYS.get(one.stay) or TEXTS.get(one.stay, "")
    return {
        "word": f"Ärende {one.reference}",
        "detail": f"{place} · {state} · inskriven {moment(one.admitted_at, at)}",
        "url": reverse("case", args=[one.case_id]),
    }
