"""`manage.py practise_outage`: what the units would have had in hand, had everything stopped now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from discharge.downtime.practise import practise


class Command(BaseCommand):
    help = (
        "Open every unit's list and compare it with the cases. Ends with 1 when a case would have been lost."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        lost = 0
        for one in practise(at=timezone.now()):
            lost += len(one.lost)
            minutes = "no list" if one.age is None else f"{one.age.total_seconds() // 60:.0f} min old"
            self.stdout.write(
                f"{one.unit}: {minutes}, {len(one.lost)} cases lost {' '.join(one.lost)}".rstrip()
            )
        if lost:
            raise CommandError(f"{lost} cases would have been lost.")
        self.stdout.write("No case would have been lost.")
