"""*Samtycke* in the section *SIP*: the four kinds, who said what and how, until when, and a harm test instead."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from discharge.queries.shown_page import ShownPage
from discharge.rules.consent_policy import consent_policy
from discharge.rules.consent_refusals import CONSULT, refuse_writing
from discharge.rules.consent_standing import Standing, consent_standing, coordination_in_force
from discharge.rules.facts_of_consents import (
    ANYONE,
    CONSENT_FORMS,
    CONSENT_GIVEN_BY,
    CONSENT_KINDS,
    HARM_TEST_SCOPES,
    SIP_KINDS,
    Consent,
)
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.facts_of_sip import UNDER_WAY
from lus.swedish_time import local_date
from lus.web.words import day, moment

Words = dict[str, Any]
WORDS = {
    "unknown": "Ej frågad",
    "given": "Ja",
    "refused": "Nej",
    "withdrawn": "Återtaget",
    "split": "Oense",
    "expired": "Har gått ut",
}
ASK = {"record_sip_consent": "Samtycke till SIP"}
RARE = {"start_harm_test": "Påbörja menprövning", "record_sip_harm_test": "Menprövning om möte"}
# Have their place here, and not among the other acts of a plan.
IN_CONSENTS = frozenset({"withdraw_consent", *ASK, *RARE})
SAID = {"given": "ja", "refused": "nej", "withdrawn": "återtaget"}
# Asked in the same breath; without an answer nobody can be called.
UNASKED = "Utan svar kan ingen kalla, och betalningsdagar kan inte avgöras (LUS 4:2)."


def consent_section(page: ShownPage, at: datetime, urls: Mapping[str, str]) -> Words:
    """Return ``{rows, note, links, rare, is_rare}``; a row is a tick with ``url`` and ``label`` of what takes it back.

    ``urls``: of what the viewer can do now, by act; ``rare``: links when the person cannot say, ``is_rare``: it is so.
    """
    compulsory = page.facts.legal_status in CARE_PLAN_STATUSES
    kinds = [kind for kind in CONSENT_KINDS if not (compulsory and kind in SIP_KINDS)]
    rows = [_row(page, kind, at, urls.get("withdraw_consent", "")) for kind in kinds]
    return {
        "rows": [*rows, *_harm_test(page, at)],
        "note": _note(page, at),
        "links": _links(urls, ASK),
        "rare": _links(urls, RARE),
        "is_rare": page.facts.consents.harm_test is not None,
    }


def _links(urls: Mapping[str, str], labels: Mapping[str, str]) -> list[Words]:
    return [{"label": label, "url": urls[act]} for act, label in labels.items() if act in urls]


def _row(page: ShownPage, kind: str, at: datetime, withdraw_url: str) -> Words:
    stands = consent_standing(page.facts.consents, kind, at)
    state = {"given": "ja", "refused": "info"}.get(stands.state, "saknas")
    row = {
        "state": "info" if stands.state == "unknown" and kind != "sip_summons" else state,
        "what": CONSENT_KINDS[kind],
        "word": WORDS[stands.state],
        "detail": _detail(page, kind, stands, at),
    }
    given = any(one.state == "given" for one in stands.answers)
    if given and withdraw_url:
        row |= {"url": f"{withdraw_url}?kinds={kind}", "label": "Återkalla"}
    return row


def _detail(page: ShownPage, kind: str, stands: Standing, at: datetime) -> str:
    if stands.state == "unknown":
        return UNASKED if kind == "sip_summons" and page.facts.ward_id else ""
    said = " ".join(_answer(one, at) for one in stands.answers)
    if stands.state == "split":
        return f"{said} {CONSULT}"
    return f"{said} {_until(stands, local_date(at))}".strip()


def _answer(one: Consent, at: datetime) -> str:
    """``Muntligt av personen själv i dag 14.10.``; of guardians what each of them said."""
    who = CONSENT_GIVEN_BY.get(one.given_by, "Vårdnadshavare")
    if one.voice != ANYONE:
        return f"{who}: {SAID[one.state]}, {moment(one.at, at)}."
    how = CONSENT_FORMS.get(one.form, "")
    by = f"{how} av {who[:1].lower()}{who[1:]}" if how else who
    return f"{by} {moment(one.at, at)}."


def _until(stands: Standing, today: date) -> str:
    if stands.state not in ("given", "expired"):
        return ""
    if stands.until is None:
        return "Inget slutdatum."
    if stands.state == "expired" and stands.none_since is not None:
        return f"Gäller inte sedan {day(stands.none_since, today)}. Fråga igen."
    return f"Gäller till och med {day(stands.until, today)}."


def _harm_test(page: ShownPage, at: datetime) -> list[Words]:
    test = page.facts.consents.harm_test
    if test is None:
        return []
    row = {"state": "saknas", "what": "Menprövning"}
    if not test.outcome:
        said = "Personen kan inte ta ställning. En läkare prövar om enheterna får mötas."
        return [{**row, "word": "Påbörjad", "detail": f"{moment(test.started_at, at)}. {said}"}]
    if test.outcome == "harm":
        return [{**row, "word": "Får inte lämnas ut", "detail": "Enheterna får inte mötas."}]
    until = day(test.review_on, local_date(at)) if test.review_on else ""
    if not coordination_in_force(page.facts.consents, at):
        return [{**row, "word": "Har gått ut", "detail": f"Gällde till och med {until}. Pröva igen."}]
    scope = HARM_TEST_SCOPES[test.scope]
    detail = f"{scope}. Ingen SIP låses utan samtycke. Prövas på nytt senast {until}."
    return [{**row, "state": "ja", "word": "Klar", "detail": detail}]


def _note(page: ShownPage, at: datetime) -> str:
    """Return what a stopped consent leaves, and that the days are a local routine."""
    states = {consent_standing(page.facts.consents, kind, at).state for kind in SIP_KINDS}
    stopped = states - {"unknown", "given"} and refuse_writing(page.facts, at) is not None
    if stopped and page.facts.sip.state in UNDER_WAY:
        return (
            "Ingen kallas och inget mer skrivs. Låsta versioner finns kvar hos enheter med insats. "
            "Utkastet visas bara för den som skrev raden och den som leder."
        )
    if not page.facts.consents.answers:
        return ""
    policy = consent_policy(local_date(at), page.facts.region_code, page.facts.care_form)
    return f"Högst {policy.longest_months} månader (intern rutin)."
