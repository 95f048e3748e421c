"""Kalenderfiler genom en riktig arbetare: what a summons makes is sent by the task that runs in production."""

import email
import time
from datetime import timedelta
from email import policy
from pathlib import Path

import pytest
import vobject
from django.utils import timezone

from lus.notifications.models import OutboxState
from lus.organisations.models import Unit
from sip.actions.change_sip_participants import change_sip_participants
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import InvitationRow
from sip.rules.participants import ParticipantChanges
from sip.tasks import deliver_invitations

from .outside import Outside


def _files(folder: Path) -> list[tuple[str, str, str]]:
    """Return mailbox, method and number of each file in the mails, which another parser finds valid."""
    found = []
    for path in sorted(folder.glob("*.log")):
        for text in filter(str.strip, path.read_text().split("-" * 79)):
            mail = email.message_from_string(text.lstrip(), policy=policy.default)
            for part in mail.walk():
                if part.get_content_type() == "text/calendar":  # the worker sends nudges as well
                    calendar = vobject.readOne(part.get_content())
                    calendar.validate(raiseException=True)
                    found.append((mail["To"], calendar.method.value, calendar.vevent.sequence.value))
    return sorted(found, key=lambda one: one[2])


def _sends(so_many: int, folder: Path) -> list[tuple[str, str, str]]:
    """Ask the worker to send, wait until it has, and return what it sent in all."""
    deliver_invitations.delay()
    give_up = time.monotonic() + 10
    sent = InvitationRow.objects.filter(state=OutboxState.SENT)
    while sent.count() < so_many and time.monotonic() < give_up:
        time.sleep(0.02)
    return _files(folder)


@pytest.mark.django_db(transaction=True)
def test_a_file_is_sent_by_the_task_and_taken_back_by_the_next(
    worker: str, worker_mail: Path, home: Outside
) -> None:
    home.at = timezone.now() - timedelta(minutes=1)
    Unit.objects.filter(pk=str(home.social.unit_id)).update(email="bistand@x.invalid")
    home.begins()
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=9), place="Hemma")
    assert _sends(1, worker_mail) == [("bistand@x.invalid", "REQUEST", "0")]
    meeting = home.facts.sip.meeting
    social = meeting.of_unit(str(home.social.unit_id)) if meeting else None
    assert social is not None
    changes = ParticipantChanges(remove=(social.participant_id,))
    home.does(home.nurse, change_sip_participants, changes=changes)
    assert _sends(2, worker_mail)[1:] == [("bistand@x.invalid", "CANCEL", "1")]
