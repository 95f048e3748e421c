"""`manage.py verify_deviations [--mend]`: compare the register with its events; exit 1 on any difference."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from deviations.actions.deviation_picture import save_anew
from deviations.verify import differences, lift_differences

SHOWN = 50


class Command(BaseCommand):
    help = "Prove that the register of deviations says what its events say. Exit code 1 if they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        words = "write columns and duties anew; after an upgrade that has taught the rules something"
        parser.add_argument("--mend", action="store_true", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        found = read = 0
        for row, differ in differences():
            read += 1
            if differ and options["mend"]:
                save_anew(row.pk, at=timezone.now())
            for item in differ[: max(0, SHOWN - found)]:
                self.stdout.write(str(item))
            found += len(differ)
        for item in lift_differences():
            self.stdout.write(str(item))
            found += 1
        self.stdout.write(f"{read} deviations, {found} differences")
        if found and not options["mend"]:
            sys.exit(1)
