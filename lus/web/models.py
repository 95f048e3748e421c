"""What the pages remember besides the record: keys of acts that are done, what is seen, views, wall screens."""

import uuid

from django.db import models


class IdempotencyKey(models.Model):
    """One act of one owner (a user or a client), and its answer. Written with the act: it proves the act."""

    id = models.BigAutoField(primary_key=True)
    owner_id = models.UUIDField()
    key = models.CharField(max_length=80)
    route = models.CharField(max_length=200)
    body_sha256 = models.CharField(max_length=64)
    result = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "key"], name="one_act_per_owner_and_key"),
            models.CheckConstraint(condition=~models.Q(key=""), name="idempotency_key_is_given"),
        ]
        indexes = [models.Index(fields=["created_at"], name="idempotency_by_age")]

    def __str__(self) -> str:
        return f"{self.route} {self.created_at:%Y-%m-%d %H:%M}"


class CaseSeen(models.Model):
    """How far somebody has read a case. Of the reader, not of the case: losing it costs a dot on a list."""

    user_id = models.UUIDField()
    case_id = models.UUIDField()
    seq = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user_id", "case_id"], name="a_case_is_seen_once_by_a_user")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.seq}"


class SavedView(models.Model):
    """A choice on the board with a name: of one user, or of the whole unit. Holds filters and columns, no person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit_id = models.UUIDField()
    user_id = models.UUIDField()
    is_shared = models.BooleanField(default=False)
    name = models.CharField(max_length=40)
    choice = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["unit_id"], name="views_of_unit")]

    def __str__(self) -> str:
        return self.name


class WallScreen(models.Model):
    """A screen on a wall that shows one unit's board without names. Both secrets are stored as hashes.

    ``code_hash``: typed once on the screen before ``code_ends_at``; ``key_hash``: what the screen carries after that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment_id = models.UUIDField()
    user_id = models.UUIDField()
    unit_id = models.UUIDField()
    code_hash = models.CharField(max_length=64, unique=True)
    code_ends_at = models.DateTimeField()
    key_hash = models.CharField(max_length=64, blank=True, db_index=True)
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit_id} {self.ends_at:%Y-%m-%d %H:%M}"
