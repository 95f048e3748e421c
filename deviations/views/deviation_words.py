"""En avvikelse i ord, as whoever opens it reads it: whose turn it is, what was reported, what was said since."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from deviations.events import DEVIATION_EVENTS
from deviations.models import Deviation, DeviationEntry
from deviations.queries.deviation_page import DeviationPage
from deviations.rules import choices
from deviations.rules.flow import FLOW
from deviations.rules.lift import ON_DEVIATION
from deviations.rules.owed import deviation_duties
from deviations.rules.taxonomy import code_words
from discharge.rules.duties import DUTIES
from discharge.rules.facts import EventFact
from discharge.rules.owed import Obligation
from discharge.views.listed_duty import duty_sentence
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import day, moment

from .register_words import Words, deadline, deviation_row

# Below the one that is waited for; the rest stand folded.
QUIET = (
    "comment_deviation",
    "note_deviation_internally",
    "retract_deviation",
    "reroute_deviation",
    "lift_deviation",
    "recode_deviation",
    "redact_deviation",
)
UNSTATED = "not_stated"
READ_IT = "Läs svaret på avvikelsen"
SPOKEN = frozenset({"deviation_registered", "deadline_passed", "day_began"})


def deviation_words(page: DeviationPage, viewer: Actor, at: datetime) -> Words:
    """Return ``deviation_row`` with the panels of its page (templates/deviations/deviation.html)."""
    row = page.row
    first = _first_act(page)
    return deviation_row(row, at) | {
        "registered": moment(row.registered_at, at),
        "code_reported": code_words(row.code_reported) if row.code_analysed else "",
        "reads": page.sight.text,
        "follows": page.sight.answer,
        "texts": _texts(row) if page.sight.text else [],
        "facts": _facts(row) if page.sight.codes else [],
        "step_now": _step(page, viewer, first, at),
        "acts": [_link(act, page) for act in page.acts if act != first and act not in QUIET],
        "quiet": [_link(act, page) for act in page.acts if act != first and act in QUIET],
        "said": _said(page, at),
        "measures": _measures(page, at) if page.sight.answer else [],
        "lifts": [{"reference": ref, "url": reverse("lift", args=[ref])} for ref in _lifts(page)],
        "case_url": reverse("case", args=[page.case_id]) if page.case_id else "",
    }


def _link(act: str, page: DeviationPage) -> Words:
    return {"label": FLOW[act].label, "url": reverse(act, args=[page.row.number])}


def _first_act(page: DeviationPage) -> str:
    """Return the act that the page offers first: what is waited for, else the next of the flow, "" when none."""
    known = DUTIES.get(page.row.turn_code)
    wanted = known.act if known else page.row.turn_code
    if wanted in page.acts:
        return wanted
    return next((act for act in page.acts if act not in QUIET and act != "finish_deviation_action"), "")


def _step(page: DeviationPage, viewer: Actor, first: str, at: datetime) -> Words:
    """Return the panel of the next step (templates/components/next_step.html)."""
    duty, row = _duty(page), page.row
    mine = page.may_act and row.turn_unit_id in viewer.unit_ids
    unit = page.units.get(str(row.turn_unit_id))
    step: Words = {
        "mine": mine,
        "tab": "Er tur" if mine else f"{unit.name} har nästa steg" if unit else "Ingen väntar på svar",
        "title": _title(page, duty),
        "why": _why(page, duty),
        "deadline": deadline(row, at),
        "then": [],
    }
    if first:
        step |= {"verb": FLOW[first].label, "url": reverse(first, args=[page.row.number]), "dialog": True}
    return step


def _title(page: DeviationPage, duty: Obligation | None) -> str:
    if duty is not None:
        return duty_sentence(duty.code)
    return READ_IT if page.row.turn_code else choices.STATES[page.row.state]


def _why(page: DeviationPage, duty: Obligation | None) -> str:
    if duty is None:
        return (
            "Godta eller bestrid det. Utan svar stängs avvikelsen av sig själv." if page.row.turn_code else ""
        )
    return f"{duty.explanation} {duty.reference}." if duty.due_at else duty.explanation


def _duty(page: DeviationPage) -> Obligation | None:
    waiting = (one for one in deviation_duties(page.facts) if one.met_at is None)
    return next((one for one in waiting if one.unit_id and one.code == page.row.turn_code), None)


def _texts(row: Deviation) -> list[tuple[str, str]]:
    texts = [
        ("Kategori i egna ord", row.code_words),
        ("Beskrivning", row.description),
        ("Omedelbar åtgärd", row.immediate_action),
        ("Förslag till förbättring", row.suggestion),
        ("Referens i eget system", row.own_ref),
        ("Vad som inte följdes", row.routine_words),
    ]
    return [(word, text) for word, text in texts if text]


def _facts(row: Deviation) -> list[tuple[str, str]]:
    days = f", {row.delay_days} dagar" if row.delay_days else ""
    more = [
        ("Risk", choices.risk_words(row.severity, row.likelihood)),
        ("Vad följdes inte", choices.ROUTINES[row.routine] if row.routine else ""),
        ("Åldersgrupp", choices.AGE_BANDS[row.age_band] if row.age_band != UNSTATED else ""),
        ("Kön", choices.SEXES[row.sex] if row.sex != UNSTATED else ""),
        ("Märkning", ", ".join(choices.FLAGS[one] for one in row.flags)),
    ]
    return [
        *((word, text) for word, text in more if text),
        ("Konsekvens", choices.CONSEQUENCES[row.consequence] + days),
        ("Vårdform", choices.CARE_FORMS[row.care_form]),
        ("Yrkesroll", choices.REPORTER_ROLES[row.reporter_role]),
        ("Riktning", choices.DIRECTIONS[row.direction]),
        ("Samtycke", choices.CONSENTS[row.patient_consent]),
        ("Lex Maria, lex Sarah eller IVO", choices.OTHER_DUTIES[row.other_duty]),
    ]


def _said(page: DeviationPage, at: datetime) -> list[Words]:
    """Return each event as ``{what, who, when, iso, side, note, texts}``, the oldest first."""
    by_event: dict[str, list[DeviationEntry]] = {}
    for entry in page.entries:
        by_event.setdefault(str(entry.event_id), []).append(entry)
    hidden = set() if page.sight.internal else {"deviation_noted_internally"}
    return [
        {
            "what": DEVIATION_EVENTS[event.name].label,
            "who": ", ".join(part for part in (event.actor_name, event.unit_name) if part),
            "when": moment(event.happened_at, at),
            "iso": event.happened_at.isoformat(),
            "note": _note(event, page),
            "internal": event.name == "deviation_noted_internally",
            "texts": [entry.text for entry in by_event.get(event.event_id, [])],
        }
        for event in page.facts.events
        if event.name not in SPOKEN | hidden
    ]


def _lifts(page: DeviationPage) -> list[str]:
    found = [event.data["lift"] for event in page.facts.events if event.name in ON_DEVIATION.values()]
    return list(dict.fromkeys(found)) if page.sight.answer else []


def _note(event: EventFact, page: DeviationPage) -> str:
    told: dict[str, Any] = dict(event.data)
    if event.name == "deviation_rerouted":
        unit = page.units.get(told["to"])
        return f"Till {unit.name}" if unit else ""
    if event.name == "deviation_assessed":
        return f"Allvarlighet: {choices.SEVERITIES[told['severity']]}"
    if event.name == "deviation_recoded":
        return f"{told['code_before']} → {code_words(told['code'])}"
    if event.name == "deviation_redacted":
        return choices.MASK_REASONS[told["reason"]]
    if event.name == "deviation_accepted" and told["how"] == "silence":
        return "Ingen sade emot i tid."
    return ""


def _measures(page: DeviationPage, at: datetime) -> list[Words]:
    texts = {str(entry.event_id): entry.text for entry in page.entries if entry.kind == "action"}
    today = local_date(at)
    return [
        {
            "text": texts.get(one.event_id, ""),
            "owner": choices.OWNER_ROLES[one.owner_role],
            "unit": page.units[one.owner_unit].name if one.owner_unit in page.units else "",
            "due": day(one.due, today),
            "done": moment(one.done_at, at) if one.done_at else "",
            "late": one.done_at is None and one.due < today,
        }
        for one in page.facts.measures
    ]
