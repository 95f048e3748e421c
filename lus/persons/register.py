"""Registrera manuellt: a patient whom the register does not know, by any number or a local reserve number."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .identifiers import Identifier, InvalidIdentifier, parse, parse_local_reserve_number
from .models import Person, Protection
from .queries import person_with


@dataclass(frozen=True)
class NewPerson:
    """What is known of the patient. ``issuer``: the region that gave a local reserve number, else empty.

    ``birth_date`` is needed only when the number does not say it, and may be unknown.
    ``registered_municipality`` is the municipality's four-digit code.
    """

    number: str
    family_name: str
    given_name: str = ""
    issuer: str = ""
    birth_date: date | None = None
    registered_municipality: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    language: str = ""
    protection: str = Protection.NONE


@transaction.atomic
def register_person(new: NewPerson, *, actor: Actor, at: datetime) -> Person:
    """Register a patient by hand and return the row.

    Raises InvalidInput for a number that cannot be, one that somebody has already, or a missing name.
    """
    actor.require(Permission.REGISTER_STAY)
    identifier = _identifier(new, local_date(at))
    if not new.family_name.strip():
        raise InvalidInput("Efternamn saknas.", "Skriv Okänd om namnet inte är känt.", field="family_name")
    if new.birth_date and new.birth_date > local_date(at):
        raise InvalidInput("Födelsedatumet ligger i framtiden.", "Kontrollera året.", field="birth_date")
    if person_with(identifier) is not None:
        raise _taken()
    try:
        with transaction.atomic():
            return _save(new, identifier)
    except IntegrityError as error:
        raise _taken() from error


def _identifier(new: NewPerson, today: date) -> Identifier:
    try:
        return parse_local_reserve_number(new.number, new.issuer) if new.issuer else parse(new.number, today)
    except InvalidIdentifier as error:
        raise InvalidInput(error.message, field="number", code=error.code) from error


def _save(new: NewPerson, identifier: Identifier) -> Person:
    return Person.objects.create(
        identifier_kind=identifier.kind,
        identifier=identifier.value,
        identifier_issuer=identifier.issuer or "",
        given_name=new.given_name.strip(),
        family_name=new.family_name.strip(),
        birth_date=identifier.birth_date or new.birth_date,
        protection=new.protection,
        street=new.street.strip(),
        postal_code=new.postal_code.strip(),
        town=new.town.strip(),
        registered_municipality=new.registered_municipality,
        language=new.language.strip(),
    )


def _taken() -> InvalidInput:
    return InvalidInput(
        "Numret finns redan i registret.",
        "Sök fram personen i stället.",
        code="person-exists",
        field="number",
    )
