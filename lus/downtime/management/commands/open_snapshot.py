"""`manage.py open_snapshot FILE --key-file KEY --to OUT`: open a sealed list. Needs no database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lus.downtime.seal import CannotOpen, TooOld, open_sealed


class Command(BaseCommand):
    help = "Open a sealed list with the unit's key. Refuses after 48 hours."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--key-file", type=Path, required=True, help="as written by snapshot_key")
        parser.add_argument(
            "--to", type=Path, required=True, help="where the list is put; remove it after use"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            key = options["key_file"].read_text().strip()
            content = open_sealed(options["file"].read_bytes(), key, at=timezone.now())
        except OSError as error:
            raise CommandError(f"Cannot read: {error.filename}") from error
        except TooOld as error:
            raise CommandError("The list is more than 48 hours old and stays closed.") from error
        except CannotOpen as error:
            raise CommandError("The key is another unit's, or the file has been changed.") from error
        target: Path = options["to"]
        target.touch(mode=0o600)
        target.write_bytes(content)
        self.stdout.write(f"Opened to {target}. Remove it after use.")
