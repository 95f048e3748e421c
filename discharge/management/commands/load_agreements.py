"""`manage.py load_agreements`: store the ready-made agreement records and amounts. Safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand

from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import RECORDS
from discharge.rules.amounts import AMOUNTS


class Command(BaseCommand):
    help = "Store the ready-made agreement records and the amounts per day that are not stored yet."

    def handle(self, *args: Any, **options: Any) -> None:
        new = load_agreements(RECORDS, AMOUNTS)
        self.stdout.write(f"{new} new agreement records")
