"""Text i dialogen: tidied, screened as the report is, and kept as a row beside its event."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deviations.models import Deviation, DeviationEntry
from deviations.queries.case_words import unit_contacts, words_of_case
from deviations.rules.report import LONGEST
from deviations.rules.screened_report import ScreenedReport
from deviations.rules.text_guard import screen
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput

from .personal_data import refuse_personal_data


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """``kind``: a key of ``ENTRY_KINDS``. ``answered_for``: kinds that the author says are not personal."""

    kind: str
    text: str
    answered_for: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Written {self.kind}>"


def written(
    kind: str,
    text: str,
    row: Deviation | None,
    not_personal: Collection[str],
    *,
    field: str = "text",
    longest: int = LONGEST,
) -> Written:
    """Return what may be kept. Raises InvalidInput for no text or too long a one, PersonalData for what is stopped.

    ``row``: the deviation it is about, None for a lift of many.
    The guard knows the person of the case whether or not the author may read that case: it compares, and shows
    nothing.
    """
    tidy = text.strip()
    if not tidy:
        raise InvalidInput("Text saknas.", "Skriv några ord.", field=field)
    if len(tidy) > longest:
        detail = f"Texten har {len(tidy)} tecken. Högst {longest} får plats."
        raise InvalidInput(detail, f"Korta den med {len(tidy) - longest} tecken.", field=field)
    found = screen(tidy, known=words_of_case(row.case_id if row else None), allowed=unit_contacts())
    screened = ScreenedReport({field: found} if found.findings else {})
    refuse_personal_data(screened, frozenset(not_personal))
    return Written(kind, tidy, screened.asked_kinds)


def keep_written(
    row: Deviation, said: Written, event: New, side: str, actor: Actor, at: datetime
) -> DeviationEntry:
    """Store ``said`` by the id of its event; role and unit, never who."""
    return DeviationEntry.objects.create(
        deviation_id=UUID(str(row.pk)),
        event_id=event.id,
        kind=said.kind,
        author_side=side,
        author_role=actor.role_label,
        author_unit_id=actor.unit_id,
        author_unit_name=actor.unit_name,
        at=at,
        text=said.text,
        not_personal=list(said.answered_for),
    )
