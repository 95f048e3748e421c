"""Helglistan skapas: Thursday 12.00 and Friday 13.00, once each, by whoever is first. Intern rutin."""

from datetime import datetime

from django.db import transaction

from discharge.models import Case, WeekendEdition
from discharge.queries.weekend_list import on_the_list
from discharge.rules.weekend_editions import editions_due, weekend_of


@transaction.atomic
def make_weekend_list(*, at: datetime) -> int:
    """Make every edition that is due and missing; return how many. Safe in any number of copies."""
    have = set(WeekendEdition.objects.filter(friday=weekend_of(at)).values_list("edition", flat=True))
    missing = [due for due in editions_due(at) if due.edition not in have]
    made = 0
    for due in missing:
        cases = Case.objects.filter(on_the_list(due.friday), closed_at__isnull=True)
        ids = sorted(cases.values_list("pk", flat=True))
        _, fresh = WeekendEdition.objects.get_or_create(
            friday=due.friday, edition=due.edition, defaults={"made_at": at, "case_ids": ids}
        )
        made += fresh
    return made
