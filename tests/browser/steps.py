"""Steps that many stories share, done by clicking as the one who does them would."""

from typing import Any

from lus.persons.models import Person
from tests.factories import Place, a_person

from .people import Colleague


def admits(ward: Colleague, person: Person, need: str, chip: str, told: str) -> None:
    """From Min tur: a new case with its notice. ``told``: what stands on the next page, with the number of units."""
    with ward.page.expect_event("load"):  # the recipients are fetched by a script of that page
        ward.press(ward.page.get_by_role("link", name="Nytt ärende"))
    ward.types("Personnummer", person.identifier)
    ward.chooses(need)
    ward.chooses(chip)
    ward.sees_receivers(int(told.split()[-2]))
    ward.sends("Skicka inskrivningsmeddelande", told)


def is_ready(ward: Colleague, name: str, told: str) -> None:
    """Utskrivningsklar, from Tavlan."""
    ward.opens_case(name)
    ward.opens_act("Utskrivningsklar")
    ward.types("Behandlande läkare", "Jonas Ek")
    ward.chooses("Samtycke")
    ward.sends("Skicka underrättelse", told)


def anna(place: Place, **columns: Any) -> Person:
    """Anna Åberg of Nacka, listed at the place's primary-care unit, unless something else is said."""
    known = {"street": "Exempelvägen 4", "registered_municipality": "0182"}
    return a_person(**{**known, "listed_unit_id": place.primary_care.unit_id, **columns})


def reads_everything(colleague: Colleague) -> None:
    """Acknowledge what stands to be read on Min tur."""
    for row in [text for text in colleague.rows() if "Kvittera" in text]:
        colleague.acknowledges(next(line for line in row.splitlines() if line.startswith("Kvittera ")))
