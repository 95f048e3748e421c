"""*Fast omsorgskontakt* beside the units: who in the municipality, from when, reached how."""

from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from lus.swedish_time import local_date
from lus.web.words import day


def care_worker_row(page: CasePage, at: datetime) -> list[dict[str, Any]]:
    """Return one row, or none: no law asks for one here, so nothing is missing when there is none."""
    worker = page.facts.fixed_care_worker
    if worker is None:
        return []
    unit = page.units.get(worker.unit_id)
    return [
        {
            "letter": "O",
            "state": "klar",
            "name": worker.name,
            "word": f"Från {day(worker.from_day, local_date(at))}",
            "detail": f"Fast omsorgskontakt{f' · {unit.name}' if unit else ''}",
            "phone": worker.phone,
            "hours": worker.phone_function,
        }
    ]
