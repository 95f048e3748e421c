"""What the pages of the leaving tell before anything is sent: the parts, who gets them, what is missing."""

from discharge.forms.act_form import ActContext
from discharge.rules.follow_up_call import RESULTS, free_days_reminder, window_words
from discharge.rules.handover_parts import HANDOVER, PARTS, missing_parts, missing_words, unsent_parts
from discharge.rules.patient_summary import FORMS
from lus.web.words import moment

from .act_tells import Told, means, names_of, told_all, told_ward
from .open_points import open_points
from .weekend_tells import weekend_alerts


def handover(context: ActContext) -> Told:
    facts = context.page.facts
    waiting = [PARTS[part] for part in unsent_parts(facts)]
    rows = [("Skickas nu", ", ".join(waiting))] if waiting else []
    told = means(told_all(context), *rows)
    return {**told, "ticks": missing_ticks(context)} if missing_parts(facts) else told


def missing_ticks(context: ActContext) -> Told:
    """Return the list of parts that are required and not sent, with their owners."""
    missing = missing_parts(context.page.facts)
    rows = [
        {"state": "saknas", "what": PARTS[part], "word": "Saknas", "detail": HANDOVER[part].owner}
        for part in missing
    ]
    return {"heading": f"Överlämning: {missing_words(len(missing)).lower()}", "rows": rows}


def add_part(context: ActContext) -> Told:
    return means(
        ("Mottagarna", "läser delen när ni skickar överlämningen."),
        ("Ny version", "ersätter den förra. Den gamla står kvar i historiken."),
        heading="När du sparar",
    )


def part_not_needed(context: ActContext) -> Told:
    return means(("Delen", "räknas inte som saknad. Lägg till den om det ändras."), heading="När du sparar")


def received(context: ActContext) -> Told:
    facts = context.page.facts
    sent = [PARTS[part.key] for part in facts.leaving.parts if part.sent_at and part.key in PARTS]
    told = means(told_ward(context), ("Ni bekräftar", ", ".join(sent)))
    missing = missing_parts(facts)
    if not missing:
        return told
    names = ", ".join(PARTS[part].lower() for part in missing)
    text = f"{missing_words(len(missing))}: {names}. Ni kan bekräfta ändå; avdelningen ska komplettera."
    return {**told, "alerts": [{"text": text, "color": "warning"}]}


def discharge(context: ActContext) -> Told:
    """Skriv ut: what is missing and whose it is; nothing of it stops the discharge."""
    facts = context.page.facts
    told = means(
        told_all(context), ("Överlämning", _sent(context)), ("Räkningen", "av betalningsdagar avslutas.")
    )
    if facts.admission_notice_at is not None and missing_parts(facts):
        told = {**told, "ticks": missing_ticks(context)}
    return {**told, **open_points(context.page), "alerts": weekend_alerts(context, context.at)}


def _sent(context: ActContext) -> str:
    sent = context.page.facts.leaving.first_sent_at
    return f"skickad {moment(sent, context.at)}" if sent else "inte skickad. Ska skickas i dag (LUS 3:2)."


def plan_call(context: ActContext) -> Told:
    left = context.page.facts.discharged_at
    when = window_words(left) if left else "48 till 72 timmar efter utskrivningen"
    rows = [("Ska ringas", when), ("Ärendet", "avslutas inte före samtalet.")]
    reminder = free_days_reminder(left) if left else ""
    told = means(*rows, heading="När du sparar")
    return {**told, "alerts": [{"text": reminder, "color": "info"}]} if reminder else told


def waive_call(context: ActContext) -> Told:
    call = context.page.facts.leaving.call
    return means(
        ("Får besked", names_of(context, [call.unit_id] if call else [])),
        ("Ärendet", "kan avslutas utan samtal."),
        heading="När du sparar",
    )


def call(context: ActContext) -> Told:
    facts = context.page.facts
    rows = [("Nådde inte", "räknas som försök. Samtalet står kvar hos er.")]
    if facts.discharged_at:
        rows.insert(0, ("Ska ringas", window_words(facts.discharged_at)))
    told = means(*rows, heading="När du sparar")
    tried = facts.leaving.call.attempts if facts.leaving.call else ()
    if not tried:
        return told
    lines = [f"{moment(when, context.at)}: {RESULTS[result].lower()}" for when, result in tried]
    return {**told, "history": {"heading": "Tidigare försök", "rows": lines}}


def write_summary(context: ActContext) -> Told:
    version = len(context.page.facts.leaving.summaries) + 1
    return means(
        ("Sparas som", f"version {version}. Tidigare versioner står kvar i historiken."),
        ("Läggs till av sig själv", "vårdkontakt, vem man ringer, vad som startar, samtal och SIP-tid"),
        heading="När du sparar",
    )


def give_summary(context: ActContext) -> Told:
    leaving = context.page.facts.leaving
    version = len(leaving.summaries)
    rows = [
        ("Lämnas", f"version {version}" if version else "ingen text är skriven än"),
        ("Överlämningen", "får den som patientens egen sammanfattning."),
    ]
    told = means(*rows, heading="När du sparar")
    lines = [
        f"{moment(one.at, context.at)}: {FORMS[one.form].lower()}, {one.given_by}" for one in leaving.given
    ]
    return {**told, "history": {"heading": "Tidigare lämnad", "rows": lines}} if lines else told
