"""Flagga skyddade personuppgifter by hand: from now on masked everywhere. Nobody lowers a protection here."""

from uuid import UUID

from lus.refusals import AlreadyDone, InvalidInput

from .models import Person, Protection

# The least first; ``Protection.NONE`` is what the register knows when nothing is flagged.
LEVELS = (Protection.NONE, Protection.SEKRETESSMARKERING, Protection.SKYDDAD_FOLKBOKFORING)


def flag_protection(person_id: UUID, level: str) -> None:
    """Raise the person's protection to ``level``. Must run inside the act's transaction.

    Raises InvalidInput for a level that is none or lower, AlreadyDone for the one that is set.
    """
    if level not in LEVELS[1:]:
        raise InvalidInput("Skyddets slag fattas.", "Välj ett av slagen.", field="level")
    person = Person.objects.select_for_update().get(pk=person_id)
    if person.protection == level:
        raise AlreadyDone("Personens uppgifter är redan skyddade så.", "Ni behöver inte göra något mer.")
    if LEVELS.index(Protection(person.protection)) > LEVELS.index(Protection(level)):
        raise InvalidInput(
            "Personen har redan ett starkare skydd.",
            "Skyddet sänks inte här. Kontakta er lokala administratör.",
            field="level",
        )
    person.protection = level
    person.save(update_fields=["protection"])
