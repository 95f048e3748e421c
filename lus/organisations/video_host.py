"""Videotjänster: which hosts a principal has said its meetings may be held on. Any other is asked about."""

from django.db import models


class VideoHost(models.Model):
    """``host``: small letters, with its own subdomains: ``video.example.se`` lets ``a.video.example.se`` in."""

    principal = models.ForeignKey("organisations.Principal", models.CASCADE, related_name="video_hosts")
    host = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["principal", "host"], name="a_video_host_once_per_principal")
        ]

    def __str__(self) -> str:
        return self.host
