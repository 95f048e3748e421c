"""What the pages of the care chain tell before anything is sent: what follows, and for whom."""

from discharge.forms.act_form import ActContext
from lus.web.words import moment

from .act_tells import Told, means, told_all

ROUTINE = "(intern rutin)"


def change_ward(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Ärendet", "är samma ärende. Den nya avdelningen äger det."),
        ("Ni", "kan läsa det ni hade, men inte göra mer i ärendet."),
        ("Nya avdelningen", f"bekräftar inom två timmar {ROUTINE}. Flytten gäller direkt."),
    )


def transfer(context: ActContext) -> Told:
    facts = context.page.facts
    count = "avslutas vid överflyttningen. Dagen räknas inte." if facts.open_spell else "är inte startad."
    return means(
        told_all(context),
        ("Nytt ärende", "i samma vårdkedja hos den nya avdelningen."),
        ("Följer med som förslag", "enheter, fast vårdkontakt och datum. Samtycken frågas på nytt."),
        ("Nya avdelningen", "skickar eget inskrivningsmeddelande inom 24 timmar från sin inskrivning."),
        ("Räkningen", count),
    )


def confirm(context: ActContext) -> Told:
    return means(("Betyder", "patienten har kommit till er."), ("Flytten", "gäller redan."))


def start_leave(context: ActContext) -> Told:
    rows = [
        ("Får besked", "kommunens enheter"),
        ("Hela dygn borta", "betalas inte. Fristdagarna löper (tolkning D-10)."),
    ]
    return means(*rows, heading="När du registrerar")


def end_leave(context: ActContext) -> Told:
    away = context.page.facts.leave[-1][0] if context.page.facts.leave else None
    since = [("Permission sedan", moment(away, context.at))] if away else []
    return means(*since, ("Får besked", "kommunens enheter"), heading="När du registrerar")


def reopen(context: ActContext) -> Told:
    return means(
        told_all(context), ("Ärendet", "går att arbeta i igen och stängs av sig självt efter tre dagar.")
    )


def legal_status(context: ActContext) -> Told:
    return means(
        told_all(context),
        (
            "ÖPT och ÖRV",
            "en samordnad vårdplan ersätter SIP (LUS 4:1). Kallelse till SIP går inte att skicka.",
        ),
        ("Underrättelsen", "från chefsöverläkaren gäller som utskrivningsklar (LUS 3:1)."),
        heading="När du sparar",
    )


def care_plan(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("SIP", "ersätts av planen. Villkoret om kallelse gäller inte."),
        ("Planen", "är upprättad när enheterna har godkänt den (LPT 7 a §, LRV 12 a §)."),
        heading="När du registrerar",
    )


def outside_act(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Lagens klockor", "stannar, och inga betalningsdagar räknas."),
        ("Enheterna", "kan fortfarande läsa, kvittera och planera."),
        heading="När du sparar",
    )


def covered(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Lagens klockor", "går igen, från samma start som förut."),
        heading="När du sparar",
    )


def told_outside(context: ActContext) -> Told:
    return means(
        ("Detta är", "en anteckning om vad ni har gjort. Systemet skickar inget till kommunen."),
        ("Gör så här", "ring kommunens växel, fråga efter mottagningen, skicka meddelandet på papper."),
        heading="Hemkommunen finns inte i systemet",
    )
