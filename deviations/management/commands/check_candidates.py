"""``manage.py check_candidates``: hits of each detector by its rule and by its query; exit 1 when they differ."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from deviations.queries.candidate_hits import hits_by_rule, hits_by_sql
from deviations.queries.detector_rates import detector_rates
from deviations.rules.candidates.detectors import DETECTORS

SHOWN = 5


class Command(BaseCommand):
    help = "Compares what the rules find with what SQL finds in the record. Stores nothing, names no patient."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--show", action="store_true", help="ids of up to five hits that differ")

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        by_rule, by_sql = hits_by_rule(at), hits_by_sql(at)
        taken = {rate.detector: rate.acceptance_percent for rate in detector_rates()}
        self.stdout.write("detector  rule  sql  equal  accepted  what")
        different = []
        for name, row in DETECTORS.items():
            same = by_rule[name] == by_sql[name]
            percent = "–" if taken[name] is None else f"{taken[name]} %"
            counts = f"{len(by_rule[name]):6}{len(by_sql[name]):6}"
            self.stdout.write(f"{name:8}{counts}  {'yes' if same else 'NO':5}{percent:>10}  {row.title}")
            if not same:
                different.append(name)
                self._show(by_rule[name] ^ by_sql[name], options["show"])
        if different:
            raise CommandError(f"differ: {', '.join(different)}")

    def _show(self, hits: set[tuple[str, str, str]], wanted: bool) -> None:
        for hit in sorted(hits)[: SHOWN if wanted else 0]:
            self.stdout.write("          " + " ".join(hit))
