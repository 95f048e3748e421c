"""What the pages of blocks tell before anything is done."""

from discharge.forms.act_form import ActContext

from .act_tells import Told, means


def set_block(context: ActContext) -> Told:
    return means(
        ("Gäller", "det er enhet har skrivit och skriver i ärendet. Andra enheter ser det inte."),
        ("Kan inte spärras", "lagens underrättelser, kallelser och samtycken."),
        ("Listor och uppgifter", "räknas utan det spärrade, också hos er."),
        ("Får besked", "berörda enheter, om att en spärr finns. Inte om vad."),
        heading="När du spärrar",
    )


def lift_block(context: ActContext) -> Told:
    return means(
        ("Alla enheter", "ser uppgifterna igen."),
        ("Får besked", "berörda enheter, om att en spärr är hävd."),
        heading="När du häver",
    )


def open_block(context: ActContext) -> Told:
    return means(
        ("Er enhet", "ser det spärrade i 24 timmar (intern rutin)."),
        ("Får besked", "enheten som har spärrat. Ditt namn och skälet sparas."),
        ("Åtkomsten", "granskas i efterhand."),
        heading="När du öppnar",
    )
