"""`manage.py verify_plans [--mend]`: fold every plan's events and compare with the tables; exit 1 on any difference."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from sip.actions.kept_duties import keep_duties_of
from sip.verify import differences

SHOWN = 50


class Command(BaseCommand):
    help = "Prove that the tables of joint plans say what the events say. Exit code 1 if they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        words = "make what each plan's units owe anew; after an upgrade that has taught the rules a new duty"
        parser.add_argument("--mend", action="store_true", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        found = read = 0
        for plan, differ in differences():
            read += 1
            if differ and options["mend"]:
                keep_duties_of(plan, at=timezone.now())
            for item in differ[: max(0, SHOWN - found)]:
                self.stdout.write(str(item))
            found += len(differ)
        self.stdout.write(f"{read} plans, {found} differences")
        if found and not options["mend"]:
            sys.exit(1)
