"""Bilagan: its bytes, to those who have the message that it came with; and what was said of one that was stopped."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import BinaryField, Func

from discharge.models import Attachment
from discharge.rules.attachment_type import ENDINGS, FAULTS
from discharge.rules.facts import CaseFacts
from lus.access_log.log import log_shown
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, NotThere

from .facts import facts_of
from .known_to import known_to
from .visible import case_of


@dataclass(frozen=True, slots=True)
class File:
    """``name``: made of the case's code and a number, never of what the sender called it."""

    name: str
    kind: str
    content: bytes


def attachment(viewer: Actor, case_id: UUID, attachment_id: UUID, *, at: datetime) -> File:
    """Return the file (the id of its event). Raises NotThere for one of others. Logs the patient."""
    case = case_of(viewer, case_id)
    facts = known_to(viewer, facts_of(case_id), at)
    found = [one for message in facts.messages for one in message.attachments]
    for one in found:
        if one.event_id == str(attachment_id):
            content = Attachment.objects.values_list("content", flat=True).get(pk=attachment_id)
            log_shown(viewer, "attachment", [case.person_id], at=at, case_id=case_id)
            name = f"bilaga-{case.reference}-{one.number}.{ENDINGS[one.kind][0]}"
            return File(name, one.kind, bytes(content))
    raise NotThere


def stopped(facts: CaseFacts, before: int) -> str:
    """Return the code in ``FAULTS`` of the file that came after version ``before``, or "" when it was kept."""
    for event in facts.events:
        if event.seq > before and event.name == "attachment_rejected":
            return str(event.data["code"])
    return ""


def stopped_by(code: str) -> InvalidInput:
    """Return the refusal of a stopped file, for page and API. ``code``: a key of ``FAULTS``."""
    detail, advice = FAULTS[code]
    if code == "attachment-too-large":
        detail = f"{detail} Gränsen är {settings.ATTACHMENT_MAX_BYTES // 1_000_000} MB."
    return InvalidInput(
        f"{detail} Att den stoppades är antecknat.",
        advice,
        code=code,
        title="Bilagan stoppades",
        field="file",
    )


def attachments_of(case_ids: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """Return ``{case: {event id: SHA-256 of what is stored}}``; the digests are made where the files lie."""
    digest = Func("content", function="sha256", output_field=BinaryField())
    rows = Attachment.objects.filter(case_id__in=case_ids).annotate(digest=digest)
    found: dict[UUID, dict[str, str]] = {}
    for case_id, pk, made in rows.values_list("case_id", "pk", "digest"):
        found.setdefault(case_id, {})[str(pk)] = bytes(made).hex()
    return found
