"""Utkorgen för kalenderfiler: one file to one mailbox, what it says, and how far it has come."""

from django.db import models

from lus.notifications.models import Leased

from .meeting import Meeting


class InvitationRow(Leased):
    """One calendar file. What it says is written down here, so that one that is sent late says what it said then.

    ``status`` "" in a file to somebody who was taken away.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    mailbox = models.EmailField()
    organizer = models.EmailField()
    method = models.CharField(max_length=10)
    status = models.CharField(max_length=10, blank=True)
    sequence = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    duration_min = models.PositiveSmallIntegerField()
    place_kind = models.CharField(max_length=15)
    is_cancelled = models.BooleanField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "mailbox", "sequence", "method"], name="one_file_of_each_number"
            )
        ]
        indexes = [Leased.index_of_unfinished("invitations_unfinished")]

    def __str__(self) -> str:
        return f"{self.method} {self.sequence} {self.state}"
