"""`manage.py verify_meetings [--mend]`: compare what counts of held meetings with events; exit 1 if they differ."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from followup.actions.meeting_counts import keep_counts_of
from followup.verify import plans_that_differ

SHOWN = 50


class Command(BaseCommand):
    help = "Prove that the figures of held SIP meetings rest on the events. Exit code 1 if they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        words = "write what the events say; after the upgrade that began to count meetings"
        parser.add_argument("--mend", action="store_true", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        read, differ = 0, []
        for plan, is_different in plans_that_differ():
            read += 1
            if is_different:
                differ.append(plan.reference)
                if options["mend"]:
                    keep_counts_of(plan)
        for reference in differ[:SHOWN]:
            self.stdout.write(f"plan {reference}")
        self.stdout.write(f"{read} plans with meetings, {len(differ)} differ")
        if differ and not options["mend"]:
            sys.exit(1)
