"""Who may use the API without a browser."""

import uuid

from django.db import models
from django.db.models import F, Q


class DemoToken(models.Model):
    """A personal key for one assignment, for trying the API in the demo. Only its hash is stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey("organisations.Assignment", models.CASCADE, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True)
    last_four = models.CharField(max_length=4)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="token_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"demo_…{self.last_four}"
