"""Spara en rad i planen, HSL 16 kap. 4 §: over what one has seen; over another's text it is refused with both."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import Refused
from sip.queries.open_parties import open_parties
from sip.rules.document.check_row import refuse_row
from sip.rules.document.party import taking_part
from sip.rules.document.row_ids import row_id_of
from sip.rules.document.sections import SECTIONS
from sip.rules.document.stale_row import StaleRow, same_text, stale_row
from sip.rules.document.who_writes import refuse_writer

from .document_act import DocumentAct, begin_document


class RowChanged(Refused):
    """Somebody saved the row meanwhile. ``stale`` holds both texts: neither of them is lost."""

    status, code, title = 409, "row-changed", "Raden är ändrad"

    def __init__(self, stale: StaleRow) -> None:
        said = stale.refusal
        super().__init__(said.detail, said.advice, field=said.field)
        self.stale = stale


@transaction.atomic
def save_plan_row(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    section: str,
    values: Mapping[str, str],
    row_id: UUID | None = None,
    row_version: int = 0,
) -> CaseFacts:
    """Save a row of the plan ``case_id``. ``row_id``: asked where a section holds several rows.

    ``row_version``: what the writer saw, 0 for a new row. The same text again saves nothing. Raises RowChanged, or
    the rules' refusal.
    """
    act = begin_document("save_plan_row", case_id, actor=actor, at=at, permission=Permission.SEE_CASES)
    known = row_id_of(str(case_id), section, str(row_id or ""))
    texts = tidied(values)
    refuse(refuse_row(act.document.rows, known, section, texts))
    refuse_outsiders(act, section, texts)
    held = act.document.row(known)
    refuse(refuse_writer(act.writer, section, held, texts))
    stale = stale_row(act.document, known, row_version, texts)
    if stale is not None:
        raise RowChanged(stale)
    if same_text(held, texts):
        return act.facts
    return act.record(saved_row(known, section, texts, held.row_version + 1 if held else 1))


def tidied(values: Mapping[str, str]) -> dict[str, str]:
    """Return the texts without space around them, and without those that are empty."""
    texts = {name: text.replace("\r\n", "\n").strip() for name, text in values.items()}
    return {name: text for name, text in texts.items() if text}


def saved_row(
    row_id: str, section: str, values: Mapping[str, str], row_version: int, *, removed: bool = False
) -> New:
    """Return the event of a row that is saved or taken away."""
    data = {
        "row_id": row_id,
        "section": section,
        "values": dict(values),
        "row_version": row_version,
        "removed": removed,
    }
    return New("sip_section_saved", data)


def refuse_outsiders(act: DocumentAct, section: str, values: Mapping[str, str]) -> None:
    """Raise a refusal for a measure that is given to a unit without a part in the plan, or to one that is closed."""
    for field in SECTIONS[section].fields:
        unit_id = values.get(field.name)
        if field.kind == "unit" and unit_id and unit_id not in open_parties(act.process):
            why = (
                "enheten är stängd" if unit_id in taking_part(act.process) else "enheten är inte med i planen"
            )
            said = ("Raden kan inte sparas", f"{field.label}: {why}")
            refuse(Refusal("plan-row-invalid", *said, "Välj en enhet som är med.", field=field.name))
