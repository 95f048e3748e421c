"""Keys of acts that have been done: a second press gives the first answer."""

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
