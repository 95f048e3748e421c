"""What tests send when they act."""

from typing import Any

from discharge.models import Case
from lus.events.models import Event
from lus.persons.models import Person

from .conftest import Api

READY = {"physician": "Jonas Ek", "assessed_at": "2026-03-03T09:30:00+01:00", "legal_ground": "consent"}


def events_of(case: Case) -> int:
    return Event.objects.filter(case_id=case.pk).count()


def version(case: Case) -> str:
    case.refresh_from_db()
    return f'"{case.version}"'


def new_case(person: Person, **more: Any) -> dict[str, Any]:
    return {"person_id": str(person.pk), "admitted_at": "2026-03-03T08:00:00+01:00", **more}


def notice(ward: Api, municipality: Api, primary_care: Api) -> dict[str, Any]:
    return {
        "needs": {"municipal_health": True, "physician": "Jonas Ek"},
        "expected_discharge": "2026-03-06",
        "recipients": [
            {"unit_id": str(municipality.actor.unit_id), "role": "municipality"},
            {"unit_id": str(primary_care.actor.unit_id), "role": "primary_care"},
        ],
    }
