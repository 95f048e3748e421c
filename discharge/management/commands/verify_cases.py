"""`manage.py verify_cases`: fold every case's events and compare with the tables; exit 1 on any difference."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from discharge.verify import Difference, differences

SHOWN = 50


class Command(BaseCommand):
    help = "Prove that the tables say what the events say. Exit code 1 if they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        found = read = 0
        for item in differences():
            if isinstance(item, Difference):
                found += 1
                if found <= SHOWN:
                    self.stdout.write(str(item))
            else:
                read = item
                self.stderr.write(f"{read} cases read")
        self.stdout.write(f"{read} cases, {found} differences")
        if found:
            sys.exit(1)
