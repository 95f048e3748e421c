"""What an act's page tells before anything is sent: who gets to know, what it means, what stands still."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from discharge.actions.change_expected_discharge import REASONS
from discharge.forms.act_form import ActContext
from discharge.rules.admission_notice_due import admission_notice_due
from lus.swedish_time import local_date
from lus.web.words import clock, day, moment, times_moved

from .receipt_tells import receipts
from .weekend_tells import closed_days

Told = Mapping[str, Any]
HEADING = "När du skickar"


def means(*rows: tuple[str, str], heading: str = HEADING) -> Told:
    """Return the consequence box with fixed ``(term, fact)`` rows."""
    return {
        "consequence": {"heading": heading, "rows": [{"term": term, "fact": fact} for term, fact in rows]}
    }


def names_of(context: ActContext, unit_ids: Sequence[str]) -> str:
    """``Nacka kommun, Vårdcentralen Solen``; or that there is nobody."""
    units = context.page.units
    names = [units[unit_id].name for unit_id in unit_ids if unit_id in units]
    return ", ".join(names) or "ingen annan enhet"


def told_all(context: ActContext) -> tuple[str, str]:
    """Return the row that names every active unit."""
    return ("Får besked", names_of(context, [unit.unit_id for unit in context.page.facts.active_units]))


def told_ward(context: ActContext) -> tuple[str, str]:
    """Return the row that names the ward."""
    return ("Får besked", names_of(context, [context.page.facts.ward_id]))


def need(context: ActContext) -> Told:
    return means(
        ("Något kan behövas", "Inskrivningsmeddelandet ska skickas inom 24 timmar (LUS 2:3)."),
        ("Inget behövs", "Inget meddelande skickas, och klockan stannar."),
        heading="När du sparar",
    )


def admission_notice(context: ActContext) -> Told:
    facts = context.page.facts
    assert facts.admitted_at is not None
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, None).deadline
    return means(
        ("Skickas", "namn, personnummer, folkbokföringsadress och beräknad utskrivning, inget mer (LUS 2:2)"),
        ("Senast", f"{moment(due, context.at)} (lag)"),
    )


def unknown(context: ActContext) -> Told:
    return means(told_ward(context), ("Ni är kvar i ärendet", "Ej känd är ett svar, ingen avvisning."))


def decline(context: ActContext) -> Told:
    told = means(told_ward(context), ("Ni ser ärendet", "men har inga fler uppgifter i det."))
    alone = [
        unit for unit in context.page.facts.active_units if unit.role in ("municipality", "municipal_health")
    ]
    if len(alone) == 1 and alone[0].unit_id == str(context.actor.unit_id):
        text = "Ni är den enda kommunala enheten. Avvisar ni står ärendet utan kommun, och avdelningen får veta det."
        return {**told, "alerts": [{"text": text, "color": "warning"}]}
    return told


def wrong_recipient(context: ActContext) -> Told:
    sent = context.page.facts.admission_notice_at
    since = moment(sent, context.at) if sent else "det första meddelandet"
    return means(
        told_ward(context),
        ("Tidsfristen", f"räknas fortfarande från {since}"),
        ("Egen kommun", "Är rätt enhet i er kommun får den meddelandet direkt."),
        ("Annan kommun", "Avdelningen bekräftar med en knapp."),
        ("Ni", "ser inte ärendet längre när ni har skickat."),
    )


def start_planning(context: ActContext) -> Told:
    return means(
        told_ward(context), ("Betyder", "Ni har börjat planera. Lagen anger inget antal timmar (LUS 2:6).")
    )


def ready_to_receive(context: ActContext) -> Told:
    facts = context.page.facts
    others = [unit.unit_id for unit in facts.active_units if unit.unit_id != str(context.actor.unit_id)]
    return means(("Får besked", names_of(context, [facts.ward_id, *others])))


def change_date(context: ActContext) -> Told:
    told = means(told_all(context), *receipts(context))
    told = {**told, "alerts": closed_days(context)}
    return {**told, "history": _date_history(context)} if context.page.facts.expected_history else told


def _date_history(context: ActContext) -> Told:
    today = local_date(context.at)
    reasons = {
        event.data["new"]: REASONS.get(event.data["reason"], "")
        for event in context.page.facts.events
        if event.name == "expected_discharge_changed"
    }
    days = context.page.facts.expected_history
    rows = [
        f"{day(chosen, today)}, angivet {moment(set_at, context.at)}{_because(reasons, chosen)}"
        for set_at, chosen in reversed(days)
    ]
    moved = times_moved(len(days) - 1)
    return {"heading": f"Tidigare datum, {moved}" if moved else "Datum nu", "rows": rows}


def _because(reasons: Mapping[str, str], chosen: date) -> str:
    reason = reasons.get(chosen.isoformat(), "")
    return f" · {reason.lower()}" if reason else ""


def redirect_notice(context: ActContext) -> Told:
    sent = context.page.facts.admission_notice_at
    since = moment(sent, context.at) if sent else "inskrivningen"
    return means(
        ("Ny mottagare", "får hela inskrivningsmeddelandet."), ("Tidsfristen", f"räknas från {since}")
    )


def add_unit(context: ActContext) -> Told:
    return means(("Enheten", "får inskrivningsmeddelandet nu, med egen sändtid."), ("Kvittens", "begärs."))


def remove_unit(context: ActContext) -> Told:
    return means(("Enheten", "får veta det, behåller det den fått, och har inga fler uppgifter."))


def care_contact(context: ActContext) -> Told:
    facts = context.page.facts
    others = [unit.unit_id for unit in facts.active_units if unit.unit_id != str(context.actor.unit_id)]
    return means(
        ("Får besked", names_of(context, [facts.ward_id, *others])),
        ("Syns för", "alla berörda enheter och i patientens sammanfattning"),
    )


def outpatient_readiness(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Betalning", "Utan ja räknas ingen betalningsdag (LUS 5:5). Klart samma dag räknas."),
    )


def withdraw_ready(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Fristdagar", "stoppas i dag. Redan räknade dagar står kvar."),
        ("Ny underrättelse", "ger ny dag noll."),
    )


def void_ready(context: ActContext) -> Told:
    return means(
        told_all(context), ("Alla dagar", "för underrättelsen blir felregistrerade och räknas för ingen.")
    )


def undo_discharge(context: ActContext) -> Told:
    return means(
        told_all(context), ("Patienten", "står som inskriven igen, som om utskrivningen inte gjorts.")
    )


def death(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Enheterna ser", "bara ordet Avslutat i sina aviseringar."),
        ("Alla klockor", "stannar."),
        heading="När du registrerar",
    )


def undo_death(context: ActContext) -> Told:
    return means(told_all(context), ("Ärendet", "står som före registreringen."))


def void_case(context: ActContext) -> Told:
    return means(told_all(context), ("Ärendet", "går att läsa, men inget i det räknas."))


def close_case(context: ActContext) -> Told:
    return means(("Ärendet", "flyttas från listorna till arkivet."), ("Stängs", f"i dag {clock(context.at)}"))
