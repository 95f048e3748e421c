"""``manage.py rule_vectors KIND IN.csv OUT.csv``: run a vector file through the rules of the application."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from discharge.vectors.kinds import KINDS
from discharge.vectors.run import VectorError, run_vectors


class Command(BaseCommand):
    help = "Reads the input columns of a vector file and writes all columns. Needs no database."
    requires_system_checks: tuple[str, ...] = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", metavar="KIND", help=", ".join(KINDS))
        parser.add_argument("source", metavar="IN.csv", type=Path)
        parser.add_argument("target", metavar="OUT.csv", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows = run_vectors(options["kind"], options["source"], options["target"])
        except VectorError as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(f"{rows} rows written to {options['target']}")
