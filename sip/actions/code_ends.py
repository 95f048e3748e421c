"""Kodernas slut följer mötet: later when it is moved, at once when it is called off or somebody is taken away."""

from datetime import datetime
from uuid import UUID

from discharge.rules.facts import CaseFacts
from lus.one_time.codes import extend_codes, withdraw_codes
from sip.queries.meeting_by_code import PURPOSE
from sip.rules.invitation import CODE_LIVES_AFTER


def end_codes_with_meeting(facts: CaseFacts, at: datetime) -> None:
    """Let every code that was given out to the newest meeting end when it shall."""
    newest = facts.sip.meetings[-1] if facts.sip.meetings else None
    if newest is None or newest.state == "held":
        return
    for one in newest.participants:
        if not one.has_code:
            continue
        subject, ends_at = UUID(one.participant_id), newest.ends_at
        if newest.state == "cancelled" or not one.is_called:
            withdraw_codes(PURPOSE, subject, at=at)
        elif ends_at is not None and ends_at + CODE_LIVES_AFTER > at:
            extend_codes(PURPOSE, subject, valid_until=ends_at + CODE_LIVES_AFTER, at=at)
