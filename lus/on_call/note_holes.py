"""Luckor blir uppgifter: what the group's owner has promised and nobody is down for, 30 days ahead.

Level-triggered: asks which holes there are now; safe to run in any number of copies.
"""

from datetime import datetime

from django.db import transaction

from .models import RosterTask
from .queries import holes


@transaction.atomic
def note_holes(*, at: datetime) -> int:
    """Make a task of each hole that has none, and close those whose hole is filled or has passed; return the new."""
    fresh = 0
    for found in holes(at=at):
        now = {(max(start, at), end) for start, end in found.gaps}
        known = list(RosterTask.objects.select_for_update().filter(group=found.group, done_at__isnull=True))
        ends = {end for _, end in now}
        for task in known:
            if task.ends_at not in ends:
                task.done_at = at
                task.save(update_fields=["done_at"])
        noted = {task.ends_at for task in known if task.done_at is None}
        rows = [
            RosterTask(group=found.group, starts_at=start, ends_at=end, created_at=at)
            for start, end in sorted(now)
            if end not in noted
        ]
        fresh += len(RosterTask.objects.bulk_create(rows, ignore_conflicts=True))
    return fresh
