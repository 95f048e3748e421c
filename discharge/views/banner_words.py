"""The patient banner: who it is, where, and the five axes in words."""

from datetime import date, datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.queries.shown_person import age_on
from discharge.queries.ward_only import reads_more
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.facts_of_sip import state_words
from discharge.rules.labels import case_label
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import moment

from .marks import mark_tags
from .payment_words import payment_axis
from .person_words import age_words, number_words

Words = dict[str, Any]
STAYS = {
    "admitted": "Inskriven",
    "on_leave": "Permission",
    "transferred": "Överflyttad",
    "discharged": "Utskriven",
    "deceased": "Avliden",
    "entered_in_error": "Felregistrerat",
}
INFORMATION = {
    "given": "information ja",
    "refused": "information nej",
    "withdrawn": "information återtaget",
    "unknown": "information ej frågad",
}
HARM_TEST = {
    "no_harm": "får lämnas ut",
    "harm": "får inte lämnas ut",
    "provision": "bestämmelse ger stöd",
    "": "",
}
CONSENT = {"given": "SIP ja", "refused": "SIP nej", "unknown": "SIP ej frågad"}
LABEL_COLOURS = {"ready": "success", "home_ready": "success", "withdrawn": "neutral"}


def banner(page: CasePage, viewer: Actor, municipality: str, listed_unit: str, at: datetime) -> Words:
    """Return ``patient`` for `components/patient_banner.html`.

    Everybody who sees a case is party to it and needs name and number. Of a protected person no address,
    municipality or listed unit is shown to anybody. The language is the ward's (docs/adr/0017).
    """
    person, today = page.case.person, local_date(at)
    return {
        "family": person.family_name,
        "given": person.given_name,
        "age": age_words(age_on(person.birth_date, today)),
        "identifier": number_words(person.identifier_kind, person.identifier),
        "code": page.case.reference,
        "protected": False,
        "has_track": False,
        "facts": _facts(page, viewer, municipality, listed_unit, at),
        "axes": [*axes(page, today), *mark_tags(page, at)],
    }


def _facts(page: CasePage, viewer: Actor, municipality: str, listed_unit: str, at: datetime) -> list[Words]:
    case, person = page.case, page.case.person
    hospital = f", {case.ward.parent.name}" if case.ward.parent else ""
    rows = [
        ("Vårdas på", f"{case.ward.name}{hospital}"),
        ("Inskriven", moment(case.admitted_at, at)),
    ]
    if person.is_protected:
        rows.append(("Adress", "Skyddad, visas inte"))
    else:
        address = ", ".join(part for part in (person.street, person.town) if part)
        rows += [("Folkbokförd i", municipality), ("Adress", address), ("Vårdcentral", listed_unit)]
    if reads_more(viewer, page.facts):
        rows.append(("Språk", person.language))
    sharing = page.facts.sharing
    rows.append(("Samtycke", f"{INFORMATION[sharing.consent]}, {CONSENT[page.facts.sip_consent]}"))
    rows.append(("Menprövning", HARM_TEST[sharing.harm_test]))
    return [{"term": term, "fact": fact} for term, fact in rows if fact]


def axes(page: CasePage, today: date) -> list[Words]:
    """Return the tags: stay, readiness, units, SIP, payment; and the mark of a protected person."""
    facts, case = page.facts, page.case
    tags: list[Words] = []
    if case.person.is_protected:
        tags.append({"icon": "las", "word": "Skyddade personuppgifter", "color": "brand1"})
    tags.append({"icon": "sang", "word": STAYS[facts.stay]})
    day = (today - case.day_zero).days if case.day_zero else None
    label = case_label(facts, day=day)
    if label.key not in ("closed", "entered_in_error", "draft"):
        tags.append(
            {"icon": _label_icon(label.key), "word": label.text, "color": LABEL_COLOURS.get(label.key)}
        )
    units = facts.active_units
    if units:
        ready = sum(unit.state == "ready_to_receive" for unit in units)
        tags.append({"icon": "pagar", "word": f"{ready} av {len(units)} enheter klara"})
    return [*tags, *_sip(page), *payment_axis(page, today)]


def _label_icon(key: str) -> str:
    return {"ready": "klar", "home_ready": "hem", "withdrawn": "aterta"}.get(key, "pagar")


def _sip(page: CasePage) -> list[Words]:
    facts = page.facts
    if facts.legal_status in CARE_PLAN_STATUSES or (
        facts.sip.state == "not_assessed" and facts.sip_needed is None
    ):
        return []  # what replaces SIP has a mark of its own
    return [{"icon": "sip", "word": f"SIP: {state_words(facts.sip.state, facts.sip_needed).lower()}"}]
