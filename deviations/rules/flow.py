"""Flödet som tabell: each act, where it may be done, by whom, and its event. Read aloud, it is the handbook's §5."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from discharge.rules.refusal import Refusal
from discharge.rules.words import clock_words

from .choices import STATES
from .facts_of_deviation import DeviationFacts

REPORTER: Final = frozenset({"reporter", "sender_receiver", "sender_head"})
RECEIVER: Final = frozenset({"receiver", "head"})
HEADS: Final = frozenset({"head", "sender_head", "analyst"})
OPEN: Final = frozenset(
    {"registered", "received", "assessing", "awaiting_reporter", "action_decided", "answered"}
)
NOT_YET: Final = frozenset({"registered", "received"})
LIFTABLE: Final = OPEN - {"registered"}
REOPENED_WITHIN: Final = timedelta(days=180)
MOST_REROUTES: Final = 2


@dataclass(frozen=True, slots=True)
class FlowAct:
    """``label``: the button; ``states``: where it may be done; ``by``: standings of ``access.py``, one is enough."""

    label: str
    event: str
    states: frozenset[str]
    by: frozenset[str]


def _act(label: str, event: str, states: frozenset[str], by: frozenset[str]) -> FlowAct:
    return FlowAct(label, event, states, by)


ASSESSING: Final = NOT_YET | {"assessing"}
FLOW: Final[dict[str, FlowAct]] = {
    "acknowledge_deviation": _act("Kvittera", "deviation_acknowledged", frozenset({"registered"}), RECEIVER),
    "assess_deviation": _act("Bedöm", "deviation_assessed", NOT_YET, RECEIVER),
    "decide_deviation_action": _act("Besluta åtgärd", "deviation_action_decided", ASSESSING, RECEIVER),
    "decide_no_deviation_action": _act("Ingen åtgärd", "deviation_no_action", ASSESSING, RECEIVER),
    "give_deviation_feedback": _act(
        "Återkoppla", "deviation_feedback_given", frozenset({"action_decided"}), RECEIVER
    ),
    "accept_deviation_answer": _act("Godta svaret", "deviation_accepted", frozenset({"answered"}), REPORTER),
    "dispute_deviation_answer": _act(
        "Bestrid svaret", "deviation_disputed", frozenset({"answered"}), REPORTER
    ),
    "complete_deviation": _act(
        "Komplettera", "deviation_completed", frozenset({"awaiting_reporter"}), REPORTER
    ),
    "request_deviation_completion": _act(
        "Begär komplettering", "deviation_completion_requested", ASSESSING, RECEIVER
    ),
    "reroute_deviation": _act("Fel mottagare", "deviation_rerouted", NOT_YET, RECEIVER | {"analyst"}),
    "finish_deviation_action": _act(
        "Åtgärden är klar",
        "deviation_action_done",
        frozenset({"action_decided", "answered", "closed", "assessing"}),
        RECEIVER,
    ),
    "comment_deviation": _act(
        "Skriv kommentar", "deviation_commented", OPEN | {"closed"}, REPORTER | RECEIVER
    ),
    "note_deviation_internally": _act(
        "Intern anteckning", "deviation_noted_internally", OPEN | {"closed"}, RECEIVER
    ),
    "retract_deviation": _act("Ta tillbaka", "deviation_retracted", frozenset({"registered"}), REPORTER),
    "lift_deviation": _act("Lyft", "deviation_lifted_local", LIFTABLE, RECEIVER | HEADS),
    "recode_deviation": _act(
        "Ändra kategori", "deviation_recoded", OPEN | {"closed"}, frozenset({"analyst"})
    ),
    "redact_deviation": _act("Maska text", "deviation_redacted", OPEN | {"closed", "retracted"}, HEADS),
    "reopen_deviation": _act("Öppna igen", "deviation_reopened", frozenset({"closed"}), HEADS),
}


def flow_refusal(act: str, facts: DeviationFacts, standings: frozenset[str], at: datetime) -> Refusal | None:
    """Return why ``act`` cannot be done, or None. DEV11, and DEV12: who came second reads what the first did."""
    row = FLOW[act]
    if not row.by & standings:
        return Refusal(
            "deviation-not-yours",
            "Ert uppdrag får inte göra detta",
            f"{row.label} görs av {_who(row)}.",
            "Be den som har uppdraget.",
        )
    if facts.state not in row.states:
        return Refusal(
            "deviation-state",
            "Avvikelsen har ett annat läge",
            f"Avvikelsen är {STATES[facts.state].lower()}{_since(facts, at)}.",
            _advice(facts, standings, at),
            facts.events[-1].event_id,
        )
    return _more(act, facts, standings, at)


def open_acts(facts: DeviationFacts, standings: frozenset[str], at: datetime) -> list[str]:
    """Return the acts that can be done now, in the order of the flow."""
    return [act for act in FLOW if flow_refusal_is_none(act, facts, standings, at)]


def flow_refusal_is_none(act: str, facts: DeviationFacts, standings: frozenset[str], at: datetime) -> bool:
    """Whether ``act`` can be done; asks no words, so ``_advice`` may ask it of every act."""
    row = FLOW[act]
    if not row.by & standings or facts.state not in row.states:
        return False
    return _more(act, facts, standings, at) is None


def _more(act: str, facts: DeviationFacts, standings: frozenset[str], at: datetime) -> Refusal | None:
    if act == "dispute_deviation_answer" and facts.is_disputed:
        return Refusal(
            "deviation-disputed-once",
            "Svaret har redan bestritts",
            "Ett svar kan bestridas en gång.",
            "Godta svaret, eller be chefen lyfta frågan.",
        )
    if act == "reopen_deviation" and facts.closed_at and at - facts.closed_at > REOPENED_WITHIN:
        return Refusal(
            "deviation-too-old",
            "Avvikelsen är för gammal",
            f"Den stängdes {clock_words(facts.closed_at, at)}. Den kan öppnas i 180 dagar.",
            "Rapportera en ny avvikelse.",
        )
    if act == "reroute_deviation":
        return _reroute(facts, standings)
    if act == "finish_deviation_action" and not any(one.done_at is None for one in facts.measures):
        return Refusal(
            "deviation-no-measure",
            "Ingen åtgärd väntar",
            "Alla beslutade åtgärder är klara, eller ingen är beslutad.",
            "Besluta en åtgärd först.",
        )
    return None


def _reroute(facts: DeviationFacts, standings: frozenset[str]) -> Refusal | None:
    """§6: the third unit that is wrong leaves it to the analyst."""
    many = facts.addressees > MOST_REROUTES
    if many and "analyst" not in standings:
        return Refusal(
            "deviation-analyst-decides",
            "Analytikern avgör",
            "Avvikelsen har sänts vidare två gånger.",
            "Skriv en kommentar. Länets analytiker väljer mottagare.",
        )
    if not many and not standings & RECEIVER:
        return Refusal(
            "deviation-not-yours",
            "Ert uppdrag får inte göra detta",
            "Mottagaren sänder själv vidare de två första gångerna.",
            "Vänta på mottagaren.",
        )
    return None


def _who(row: FlowAct) -> str:
    if row.by <= HEADS:
        return "enhetschef eller länets analytiker"
    return "den som rapporterade" if row.by <= REPORTER else "mottagarens avvikelsemottagare"


def _since(facts: DeviationFacts, at: datetime) -> str:
    event = facts.events[-1]
    who = ", ".join(part for part in (event.actor_name, event.unit_name) if part)
    return f" ({who}, {clock_words(event.happened_at, at)})" if who else ""


def _advice(facts: DeviationFacts, standings: frozenset[str], at: datetime) -> str:
    labels = [FLOW[act].label for act in open_acts(facts, standings, at)]
    return f"Ni kan: {', '.join(labels)}." if labels else "Vänta på den andra enheten."
