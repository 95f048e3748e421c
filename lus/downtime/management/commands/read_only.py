"""`manage.py read_only on --why "…"` and `manage.py read_only off`: the one switch."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lus.downtime import mode


class Command(BaseCommand):
    help = "Stop all writing, or let it go on. Everybody is told on every page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("switch", choices=["on", "off"])
        parser.add_argument(
            "--why", default="", help="Swedish, shown to everybody: Planerat underhåll till 14.00"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        at, why = timezone.now(), options["why"].strip().rstrip(".")
        if options["switch"] == "off":
            self.stdout.write("Writing goes on." if mode.turn_off(at=at) else "It was off already.")
            return
        if not 3 <= len(why) <= 200:
            raise CommandError("Say --why in 3 to 200 letters; everybody reads it.")
        now_on = mode.turn_on(at=at, why=why)
        self.stdout.write(f"Nothing is written since {now_on.since.isoformat()}: {now_on.why}")
