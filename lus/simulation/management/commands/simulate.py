"""`manage.py simulate`: fill the database with an invented county, its history and its today. Never in production."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from discharge.models import Case
from lus.simulation.fill import DEFAULT_CASES, DEFAULT_MONTHS, DEFAULT_SEED, fill


class Command(BaseCommand):
    help = "Fill the database with an invented county. Only in the demo and in tests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=int, default=DEFAULT_CASES, help="closed cases, up to 1 000 000")
        parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
        parser.add_argument(
            "--months", type=float, default=DEFAULT_MONTHS, help="how far back the history goes"
        )
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are open cases")
        parser.add_argument("--without-today", action="store_true", help="closed cases only")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMO or settings.TESTING):
            raise CommandError("Invented data is only for LUS_DEMO=1 and LUS_TEST=1. Nothing was changed.")
        if options["if_empty"] and Case.objects.filter(closed_at__isnull=True).exists():
            self.stdout.write("The county is there already.")
            return
        began = monotonic()
        fill(
            now=timezone.now(),
            cases=options["cases"],
            seed=options["seed"],
            months=options["months"],
            with_today=not options["without_today"],
            progress=lambda words: self.stdout.write(f"  {monotonic() - began:5.1f} s  {words}"),
        )
