"""What the database itself refuses about plans, meetings and calendar files: each promise is tried to be broken."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from lus.organisations.models import Unit
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import InvitationRow, Meeting, Participant, Plan, PlanUnit

from .outside import Outside

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(home: Outside) -> Outside:
    """A plan with a meeting ahead, and one calendar file."""
    Unit.objects.filter(pk=str(home.primary_care.unit_id)).update(email="solen@x.invalid")
    Unit.objects.filter(pk=str(home.nurse.unit_id)).update(email="hemsjukvard@x.invalid")
    home.begins()
    meeting = {"meeting_at": home.at + timedelta(days=9), "place": "Hemma"}
    home.does(home.nurse, send_sip_summons, **meeting)
    return home


def again(row: Model | None) -> None:
    """Store the same row under a new key."""
    assert row is not None
    row.pk = uuid4() if row._meta.pk.get_internal_type() == "UUIDField" else None
    row.save(force_insert=True)


BROKEN: dict[str, Callable[[], object]] = {
    "a_plan_has_a_case_or_a_unit_that_leads": lambda: Plan.objects.update(led_by=None),
    "only_the_asked_are_awaited": lambda: Plan.objects.update(asked=0),
    "a_unit_is_in_a_plan_once": lambda: again(PlanUnit.objects.first()),
    "one_meeting_ahead_in_a_plan": lambda: again(Meeting.objects.first()),
    "a_unit_is_called_once": lambda: again(Participant.objects.filter(unit__isnull=False).first()),
    "one_file_of_each_number": lambda: again(InvitationRow.objects.first()),
}


@pytest.mark.parametrize("promise", BROKEN)
def test_the_database_refuses_and_names_the_promise(home: Outside, promise: str) -> None:
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        BROKEN[promise]()
