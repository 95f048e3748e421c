"""Pappersblanketter: the register of serials. Each form is made once, for one unit, and used or voided once.

The late registration calls ``use_serial`` in the same transaction as its act. This file knows no patient: which case a
serial was used in stands in that act's event.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, NotThere, Refused

from .models import Outage, PaperForm
from .serials import new_serial, read_serial

MOST_OF_EACH = 50


class SerialUnknown(Refused):
    """No form of this unit has the serial, or it was typed wrongly."""

    status, code, title = 422, "serial-unknown", "Löpnumret finns inte"


class SerialOfOtherForm(Refused):
    """The serial stands on a form of another kind."""

    status, code, title = 422, "serial-of-other-form", "Löpnumret hör till en annan blankett"


class SerialUsed(Refused):
    """The serial has been registered, or voided, before."""

    status, code, title = 409, "serial-used", "Löpnumret är redan använt"


def make_pack(actor: Actor, forms: Iterable[str], copies: int, *, at: datetime) -> UUID:
    """Make ``copies`` of each form (keys of the caller's) for the actor's own unit; return the pack's id."""
    if not 1 <= copies <= MOST_OF_EACH:
        raise InvalidInput(
            f"Antalet ska vara 1 till {MOST_OF_EACH}. Inget har gjorts.",
            "Skriv ett annat antal.",
            field="copies",
        )
    chosen = list(forms)
    if not chosen:
        raise InvalidInput("Ingen blankett är vald. Inget har gjorts.", "Välj minst en.", field="forms")
    pack_id = uuid.uuid4()
    PaperForm.objects.bulk_create(
        PaperForm(
            serial=new_serial(),
            unit_id=actor.unit_id or "",
            form=form,
            pack_id=pack_id,
            made_at=at,
            made_by=actor.name,
        )
        for form in chosen
        for _ in range(copies)
    )
    return pack_id


def forms_of_pack(pack_id: UUID, unit_id: UUID | None) -> list[PaperForm]:
    """Return the unit's forms of a pack, kind by kind. Raises NotThere."""
    found = list(PaperForm.objects.filter(pack_id=pack_id, unit_id=str(unit_id)).order_by("form", "serial"))
    if not found:
        raise NotThere
    return found


def look_up(serial: str, unit_id: UUID | None) -> PaperForm:
    """Return the unit's form with the serial as typed, whatever has happened to it. Raises SerialUnknown."""
    right = read_serial(serial)
    found = PaperForm.objects.filter(serial=right or "", unit_id=str(unit_id)).first()
    if found is None:
        what = "Er enhet har ingen blankett med det numret." if right else "Ett tecken måste vara fel."
        raise SerialUnknown(f"{what} Inget har sparats.", "Läs numret på blanketten igen.", field="serial")
    return found


@transaction.atomic
def use_serial(serial: str, unit_id: UUID | None, form: str, at: datetime) -> PaperForm:
    """Mark the form as registered at ``at``. Two at the same time: one of them is refused.

    Raises SerialUnknown, SerialOfOtherForm or SerialUsed, each with ``field="serial"``.
    """
    row = look_up(serial, unit_id)
    if row.form != form:
        raise SerialOfOtherForm(
            "Numret står på en blankett av annat slag. Inget har sparats.",
            "Välj den handling som blanketten gäller.",
            field="serial",
        )
    free = PaperForm.objects.filter(serial=row.serial, used_at__isnull=True, void_at__isnull=True)
    if not free.update(used_at=at):
        raise SerialUsed(
            "Blanketten är redan registrerad eller makulerad. Inget har sparats.",
            "Se efter i ärendet innan ni registrerar igen.",
            field="serial",
        )
    row.refresh_from_db()
    return row


def count_in(serials: Iterable[str], unit_id: UUID | None, *, at: datetime) -> int:
    """Note that these unused forms lie in the unit's binder; return how many."""
    return at_large(unit_id).filter(serial__in=list(serials)).update(counted_at=at)


def void(serials: Iterable[str], unit_id: UUID | None, why: str, *, at: datetime) -> int:
    """Note that these forms will never be registered, and why; return how many."""
    reason = why.strip()
    if not 3 <= len(reason) <= 200:
        raise InvalidInput("Ett skäl behövs. Inget har sparats.", "Skriv minst tre tecken.", field="why")
    return at_large(unit_id).filter(serial__in=list(serials)).update(void_at=at, void_why=reason)


def at_large(unit_id: UUID | None) -> QuerySet[PaperForm]:
    """Return the unit's forms that are neither registered nor voided, oldest first."""
    found = PaperForm.objects.filter(unit_id=str(unit_id), used_at__isnull=True, void_at__isnull=True)
    return found.order_by("made_at", "form", "serial")


def to_chase(unit_id: UUID | None, outage: Outage) -> QuerySet[PaperForm]:
    """Return the forms that existed in the outage and have not been seen since: registered, voided or counted."""
    unseen = Q(counted_at__isnull=True) | Q(counted_at__lt=outage.started_at)
    if outage.ended_at is not None:
        unseen = Q(counted_at__isnull=True) | Q(counted_at__lt=outage.ended_at)
        unseen &= Q(made_at__lt=outage.ended_at)
    return at_large(unit_id).filter(unseen)
