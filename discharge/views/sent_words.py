"""*Skickat 09.12 till 3 enheter*: what has just happened, said once."""

from discharge.rules.facts import CaseFacts
from discharge.rules.told import told_units
from lus.organisations.actor import Actor


def sent_words(done: str, before: CaseFacts, after: CaseFacts, actor: Actor, clock: str) -> str:
    """Return the message. Counted are the units that the new events reach, not the actor's own."""
    new = [event for event in after.events if event.seq > before.version]
    ids = {event.event_id for event in new}
    units = {item.unit_id for item in after.deliveries if item.event_id in ids}
    for event in new:
        units |= told_units(event.name, after)
    units -= {str(actor.unit_id)}
    if not units:
        return f"{done} {clock}."
    return f"{done} {clock} till {len(units)} {'enhet' if len(units) == 1 else 'enheter'}."
