"""`manage.py load_checklist FILE --key CHK-STH-1 --region 01 --from 2026-12-01`: a local list. Safe to run again."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from discharge.actions.load_checklist import load_checklist
from discharge.rules.home_ready.checklist import STANDARD
from discharge.rules.home_ready.read_checklist import FaultyChecklist
from discharge.rules.home_ready.shipped import FILES, shipped


class Command(BaseCommand):
    help = "Check the common home-ready checklist, or store a local version of it; every fault is listed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=FILES[STANDARD])
        parser.add_argument("--key", default=STANDARD)
        parser.add_argument("--region", default="")
        parser.add_argument("--from", dest="valid_from", type=date.fromisoformat, default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        key, valid_from = options["key"], options["valid_from"]
        if key != STANDARD and not (options["region"] and valid_from):
            raise CommandError("A local version needs --region and --from.")
        try:
            text = options["file"].read_text(encoding="utf-8")
            new = load_checklist(key, text, region_code=options["region"], valid_from=valid_from or date.min)
        except FaultyChecklist as faulty:
            raise CommandError(f"Nothing was loaded.\n{faulty}") from faulty
        except UnicodeDecodeError as error:
            raise CommandError("Nothing was loaded: the file is not UTF-8.") from error
        rows = len(shipped().points) if key == STANDARD else text.count("\n") - 1
        self.stdout.write(f"{key}: {rows} rows, {'new' if new else 'nothing new'}")
