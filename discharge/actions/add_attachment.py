"""Bifoga fil: a file at an own message, read by those who have the message. One that lies about its type is stopped."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction

from discharge.models import Attachment
from discharge.rules.attachment_type import ENDINGS, Offered, attachment_fault, type_of
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_messages import Message
from discharge.rules.legal_ground import file_refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import CaseAct, begin, refuse
from .free_text import tidy_text
from .own_message import sent_by_own, who_had_it


@transaction.atomic
def add_attachment(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    message_id: UUID,
    title: str,
    file: Offered,
    seen_version: int | None = None,
) -> CaseFacts:
    """Add ``file`` to the own unit's message, called ``title`` (at most 80 characters, never the file's own name).

    A file that is stopped is **not** refused by an exception: that it came is kept as ``attachment_rejected``, and
    whoever asked tells it by ``discharge.queries.attachments.stopped_by``.
    """
    act = begin(
        "add_attachment",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    message = sent_by_own(act.facts, actor, message_id)
    refuse(file_refusal(act.facts, str(actor.unit_id), at), field="file")
    called = tidy_text(title, "title", required=True, limit=80)
    fault = attachment_fault(file, limit=settings.ATTACHMENT_MAX_BYTES)
    if fault:
        claimed = file.claimed.partition(";")[0].strip().lower()
        data = {
            "event_id": message.event_id,
            "kind": claimed if claimed in ENDINGS else "",
            "size": len(file.content),
            "code": fault,
            "recipients": [],
        }
        return act.record(New("attachment_rejected", data))
    return _keep(act, message, called, file.content)


def _keep(act: CaseAct, message: Message, title: str, content: bytes) -> CaseFacts:
    data = {
        "event_id": message.event_id,
        "title": title,
        "kind": type_of(content),
        "size": len(content),
        "sha256": sha256(content).hexdigest(),
        "recipients": who_had_it(act.facts, message),
    }
    facts = act.record(New("attachment_added", data))
    Attachment.objects.create(pk=UUID(facts.events[-1].event_id), case_id=act.case_id, content=content)
    return facts
