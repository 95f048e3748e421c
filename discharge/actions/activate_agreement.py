"""Aktivera en överenskommelse: from a day on its days can be paid. Two persons, one from each principal."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from discharge.models import AgreementRow
from discharge.models.agreement_terms import as_json, as_record
from discharge.rules.agreement_completeness import IncompleteAgreement, require_complete
from discharge.rules.agreements import AgreementRecord
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AgreementIncomplete, InvalidInput, NotAllowed


@transaction.atomic
def activate_agreement(*, key: str, payment_active_from: date, first: Actor, second: Actor) -> AgreementRow:
    """Store a new version of ``key`` whose days are payable from ``payment_active_from``.

    The old version stays as it was and is no longer in use. Raises AgreementIncomplete naming what is missing,
    NotAllowed when the two belong to the same principal, InvalidInput for an unknown key.
    """
    first.require(Permission.SEE_MONEY)
    second.require(Permission.SEE_MONEY)
    if first.user_id == second.user_id or first.principal_id == second.principal_id:
        raise NotAllowed(
            "En överenskommelse aktiveras av två personer, en från varje huvudman.",
            "Låt en person från den andra huvudmannen godkänna.",
            code="two-principals-needed",
        )
    row = AgreementRow.objects.select_for_update().filter(key=key).order_by("-version").first()
    if row is None:
        raise InvalidInput("Överenskommelsen finns inte.", "Kontrollera nyckeln.", field="key")
    record = as_record(row.terms)
    _refuse_incomplete(record)
    AgreementRow.objects.filter(pk=row.pk).update(in_use=False)
    return _next_version(row, record, payment_active_from, (first.name, second.name))


def _refuse_incomplete(record: AgreementRecord) -> None:
    try:
        require_complete(record)
    except IncompleteAgreement as error:
        raise AgreementIncomplete(
            error.completeness.text, "Fyll i det som saknas i en ny version, med källa och två granskare."
        ) from error


def _next_version(
    row: AgreementRow, record: AgreementRecord, active_from: date, activated_by: tuple[str, str]
) -> AgreementRow:
    active = replace(
        record, version=row.version + 1, payment_active_from=active_from, activated_by=activated_by
    )
    return AgreementRow.objects.create(
        key=row.key,
        version=active.version,
        region_code=row.region_code,
        municipalities=row.municipalities,
        care_form=row.care_form,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        in_use=True,
        is_practice=row.is_practice,
        terms=as_json(active),
    )
