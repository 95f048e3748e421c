"""Vad vakten ska känna igen: the person of a case, and the contacts of units that may stand in a text."""

from uuid import UUID

from django.db.models import Q

from deviations.rules.find_case_words import CaseWords
from deviations.rules.find_contacts import contact_key
from deviations.rules.text_guard import NOBODY
from discharge.queries.visible import case_of, person_of
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.persons.models import Person


def case_words(actor: Actor, case_id: UUID) -> CaseWords:
    """Return what the guard knows of the case's person; it is compared, never shown. Raises NotThere."""
    person = case_of(actor, case_id).person
    return CaseWords(person.given_name, person.family_name, person.identifier, person.street)


def words_of_case(case_id: UUID | None) -> CaseWords:
    """Return what the guard knows of the person of a case that whoever writes need not be able to read."""
    if case_id is None:
        return NOBODY
    person = Person.objects.get(pk=person_of(case_id))
    return CaseWords(person.given_name, person.family_name, person.identifier, person.street)


def unit_contacts() -> frozenset[str]:
    """Return the phone numbers and mailboxes of all units, as they are compared."""
    rows = Unit.objects.exclude(Q(phone="") & Q(email="")).values_list("phone", "email")
    return frozenset(contact_key(contact) for row in rows for contact in row if contact)
