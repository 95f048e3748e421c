"""What the pages of planning tell before anything is saved: who gets to know, and why something is suggested."""

from discharge.forms.act_form import ActContext
from discharge.rules.track_suggestion import suggested_track
from lus.swedish_time import local_date

from .act_tells import Told, means, told_all

SAVING = "När du sparar"


def answer(context: ActContext) -> Told:
    return means(
        ("Läses av", "dem som frågan är till för. Andra ser bara att den är besvarad."),
        ("Börjar", "er planering, om den inte redan är igång."),
        heading=SAVING,
    )


def unknown(context: ActContext) -> Told:
    return means(("Vet ej", "räknas inte som svar. Frågan kommer tillbaka i Min tur."), heading=SAVING)


def reassign(context: ActContext) -> Told:
    return means(("Enheten", "får veta det och äger frågan. Den kan flytta tillbaka den."), heading=SAVING)


def track(context: ActContext) -> Told:
    suggestion = suggested_track(context.page.facts, local_date(context.at))
    assert suggestion is not None
    rows = [
        (suggestion.track.letter, suggestion.track.label),
        *(("Därför", text) for text in suggestion.reasons),
    ]
    told = means(*rows, told_all(context), heading="Föreslaget spår")
    if suggestion.track.trust == "assumption":
        text = "Regionens egna spår är inte kända här. Indelningen är vår egen."
        return {**told, "alerts": [{"text": text, "color": "info"}]}
    return told


def adl(context: ActContext) -> Told:
    return means(
        told_all(context), ("Tidigare bedömningar", "finns kvar. Den senaste visas."), heading=SAVING
    )


def aid(context: ActContext) -> Told:
    return means(("Samma namn igen", "ändrar raden som redan finns."), heading=SAVING)
