"""The door to persons: finding one by number, for those whose assignment may look."""

from datetime import datetime

from lus.access_log.log import log_shown
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.swedish_time import local_date

from .identifiers import Identifier, parse, parse_local_reserve_number
from .models import Person


def find_person(
    viewer: Actor,
    text: str,
    at: datetime,
    *,
    issuer: str = "",
    permission: Permission = Permission.SEARCH_PERSONS,
) -> Person | None:
    """Return the person with the typed number, or None when the register has nobody. Logs who was shown.

    ``text`` as typed: personnummer, samordningsnummer or national reserve number, any dash or space; with
    ``issuer`` (the region that gave it) a local reserve number. ``permission``: the right that the look rests on.
    Raises InvalidIdentifier for what is no number, NotPermitted for an assignment that may not look.
    """
    viewer.require(permission)
    identifier = parse_local_reserve_number(text, issuer) if issuer else parse(text, local_date(at))
    person = person_with(identifier)
    if person is not None:
        log_shown(viewer, "person_search", [person.pk], at=at)
    return person


def person_with(identifier: Identifier) -> Person | None:
    """Return who has ``identifier``, with the unit where they are listed. Shows nobody, logs nothing."""
    return (
        Person.objects.select_related("listed_unit__principal")
        .filter(
            identifier_kind=identifier.kind,
            identifier=identifier.value,
            identifier_issuer=identifier.issuer or "",
        )
        .first()
    )
