"""Utskriften antecknas: which paper of which version; of a protected person also why (handbook sip §11)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.rules.document.facts import DocumentFacts, Version
from sip.rules.document.shown_without_consent import shown_to
from sip.rules.document.when import document_refusal

from .document_act import begin_document

PAPERS = {"person": "Personens", "staff": "Personalens"}


@transaction.atomic
def note_print(
    plan_id: UUID, *, actor: Actor, at: datetime, paper: str, reason: str = ""
) -> tuple[DocumentFacts, Version]:
    """Record that ``paper`` (a key of ``PAPERS``) is printed; return what is set. Raises InvalidInput for no reason."""
    act = begin_document("print_plan", plan_id, actor=actor, at=at, permission=Permission.SEE_CASES)
    document = shown_to(act.document, act.process, act.writer, at)
    refuse(document_refusal("print_plan", act.process, document, act.writer, at))
    version = version_to_print(document)
    assert version is not None  # the rules have refused a plan without a version that the unit may read
    said = tidy_text(reason, "reason", required=act.plan.person.is_protected)
    if paper not in PAPERS:
        raise InvalidInput("Vilken utskrift fattas.", "Välj personens eller personalens.", field="paper")
    act.record(New("sip_plan_printed", {"no": version.no, "paper": paper, "reason": said}))
    return document, version


def version_to_print(document: DocumentFacts) -> Version | None:
    """Return the version in force; before there is one, the newest locked one."""
    return document.in_force or document.locked
