"""`manage.py downtime_snapshots DIR`: the sealed lists as files, for a folder that the wards' computers read."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from lus.access_log.log import log_shown
from lus.downtime import snapshots
from lus.downtime.models import Snapshot
from lus.organisations.actor import Actor


class Command(BaseCommand):
    help = "Write every unit's sealed list to DIR, and remove those that have expired."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dir", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["dir"]
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        at = timezone.now()
        rows = Snapshot.objects.filter(expires_at__gt=at).select_related("unit").order_by("unit__hsa_id")
        written = set()
        for row in rows:
            clock = Actor(kind="clock", name="Klockan", unit_id=row.unit_id, source="clock")
            log_shown(clock, "downtime_export", row.person_ids, at=at)
            for part, ending in (("page", "html"), ("pdf", "pdf")):
                file = folder / f"{row.unit.hsa_id}.{ending}.sealed"
                _replace(file, snapshots.sealed(row, "page" if part == "page" else "pdf"))
                written.add(file)
        for old in set(folder.glob("*.sealed")) - written:
            old.unlink()
        self.stdout.write(f"{len(written) // 2} lists in {folder}")


def _replace(file: Path, content: bytes) -> None:
    """Write beside and rename, so that nobody reads half a list."""
    fresh = file.with_suffix(".new")
    fresh.write_bytes(content)
    fresh.replace(file)
