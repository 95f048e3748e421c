"""`manage.py snapshot_key HSA-ID FILE`: the key of one unit, for the ward's computer."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lus.downtime.snapshots import key_of
from lus.organisations.models import Unit


class Command(BaseCommand):
    help = "Write the key of one unit to a file that only its owner reads. Never on the screen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("hsa_id")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        unit = Unit.objects.filter(hsa_id=options["hsa_id"]).first()
        if unit is None:
            raise CommandError("No unit has that HSA id.")
        file: Path = options["file"]
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(key_of(unit.pk))
        self.stdout.write(f"Key of {unit.name} in {file}")
