"""Fast vårdkontakt ej utsedd (AD09), LUS 2 kap. 5 §: the notice of readiness was sent before anybody was named."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts
from discharge.rules.owed_by_outpatient import summoning_unit

from .ground import Ground, Known
from .parties import municipal, ward_at
from .time_words import minute_words


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each notice; one without anybody even when the patient left weighs more, and its sentence says so."""
    unit, named = summoning_unit(facts), facts.care_contact_named_at
    if unit is None:
        return
    left = facts.discharged_at
    for spell in facts.spells:
        if spell.end != "annulled" and (named is None or named > spell.sent_at):
            yield Ground(
                event_id=spell.event_id,
                code="K04.1",
                offered=(ward_at(facts, spell.sent_at), *municipal(facts)),
                addressed=unit.unit_id,
                so_from=spell.sent_at,
                values={"at": minute_words(spell.sent_at)},
                wording="left" if left is not None and (named is None or named > left) else "",
            )
