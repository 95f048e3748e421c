"""Dit patienten ska: the ward that somebody chose, or why the patient cannot be moved there."""

from uuid import UUID

from discharge.models import Case
from discharge.queries.wards import keeps_the_case, ward_of
from discharge.rules.facts import CaseFacts
from lus.organisations.models import Unit
from lus.refusals import CaseExists, InvalidInput

OPEN = ("admitted", "on_leave")


def receiving_ward(facts: CaseFacts, to_ward_id: UUID, *, keeping: bool) -> Unit:
    """Return the chosen ward. ``keeping``: the move shall keep the case. Raises InvalidInput."""
    ward, ours = ward_of(to_ward_id), ward_of(facts.ward_id)
    if ward is None:
        raise InvalidInput(
            "Avdelningen finns inte eller har lagts ned.",
            "Välj en annan avdelning.",
            code="unknown-unit",
            field="to_ward_id",
        )
    if str(ward.pk) == facts.ward_id:
        raise InvalidInput(
            "Patienten ligger redan på den avdelningen.",
            "Välj den avdelning som tar emot.",
            code="same-ward",
            field="to_ward_id",
        )
    if ours is not None and keeps_the_case(ours, ward) != keeping:
        raise _wrong_way(keeping)
    return ward


def refuse_second_stay(person_id: str, ward: Unit) -> None:
    """Refuse a ward where the patient is admitted already: one open stay per person and ward."""
    if open_stay_at(person_id, ward) is not None:
        raise CaseExists(
            "Patienten har redan ett pågående ärende på den avdelningen.",
            "Kontakta avdelningen: ett av ärendena är felregistrerat.",
            field="to_ward_id",
        )


def stay_waiting_at(case_id: UUID, to_ward_id: UUID) -> UUID | None:
    """Return the open case that the other ward has registered for the same patient, if any. Locks nothing."""
    person = Case.objects.filter(pk=case_id).values("person_id")[:1]
    found = Case.objects.filter(person_id__in=person, ward_id=to_ward_id, stay__in=OPEN).exclude(pk=case_id)
    return found.values_list("pk", flat=True).first()


def open_stay_at(person_id: str, ward: Unit) -> UUID | None:
    """Return the patient's open case on the ward, if there is one."""
    found = Case.objects.filter(person_id=person_id, ward=ward, stay__in=OPEN)
    return found.values_list("pk", flat=True).first()


def _wrong_way(keeping: bool) -> InvalidInput:
    if keeping:
        return InvalidInput(
            "Avdelningen hör till ett annat sjukhus eller en annan vårdform.",
            "Använd Överflytta. Då blir det ett nytt ärende i samma vårdkedja.",
            code="other-provider",
            field="to_ward_id",
        )
    return InvalidInput(
        "Avdelningen hör till samma sjukhus och vårdform.",
        "Använd Byt avdelning. Då är det samma ärende.",
        code="same-provider",
        field="to_ward_id",
    )
