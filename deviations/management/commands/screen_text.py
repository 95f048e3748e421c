"""``manage.py screen_text IN.csv OUT.csv``: the guard on a file of texts, ``id,text`` → ``id,verdict,kinds``."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deviations.rules.text_guard import screen

COLUMNS = ("id", "text")
LONGEST = 10_000_000  # characters of one text


class Command(BaseCommand):
    help = "Runs the guard against personal data on a CSV file. Needs no database; repeats no text."
    requires_system_checks: tuple[str, ...] = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path)
        parser.add_argument("target", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        csv.field_size_limit(LONGEST)
        counts = {"block": 0, "warn": 0, "ok": 0}
        rows = list(_rows(options["source"]))
        with options["target"].open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(("id", "verdict", "kinds"))
            for key, text in rows:
                answer = screen(text)
                counts[answer.verdict] += 1
                writer.writerow((key, answer.verdict, "|".join(answer.kinds)))
        self.stdout.write(", ".join(f"{verdict} {count}" for verdict, count in counts.items()))


def _rows(source: Path) -> Iterator[tuple[str, str]]:
    try:
        with source.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not set(COLUMNS) <= set(reader.fieldnames or ()):
                raise CommandError("Kolumnerna id och text väntades på första raden.")
            for row in reader:
                yield row["id"], row["text"] or ""
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"Filen går inte att läsa: {type(error).__name__}.") from None
