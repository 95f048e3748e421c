"""`manage.py merge_spool [FILE]`: bring what was logged beside the database into the access log."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lus.access_log.spool import BrokenChain, spool_file
from lus.downtime.merge import merge_spool


class Command(BaseCommand):
    help = "Merge this server's spool, or the named file of another server. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"] or spool_file()
        try:
            added = merge_spool(file, at=timezone.now())
        except BrokenChain as broken:
            raise CommandError(
                f"The chain is broken at line {broken.number}. The rows before it are in the log. "
                "Keep the file, and report it as an incident."
            ) from broken
        self.stdout.write(f"{added} rows merged.")
