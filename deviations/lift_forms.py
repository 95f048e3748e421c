"""Forms of the acts on a lift."""

from typing import Any

from django import forms

from deviations.flow_forms import FlowForm, text_field
from deviations.rules.choices import OWNER_ROLES
from discharge.forms.expected_date import TypedDateField
from discharge.forms.offered import offer
from lus.organisations.models import Unit


class AgendaForm(FlowForm):
    day = TypedDateField(label="Möte")


class RaiseForm(FlowForm):
    text = text_field("Varför lyfts den vidare?", rows=2)


class AddForm(FlowForm):
    number = forms.CharField(
        label="Avvikelsens nummer", max_length=14, help_text="Till exempel AV-2026-000123."
    )


class MeasureForm(FlowForm):
    """Åtgärd i lyftet: by one of the units that the deviations are about, or by a group."""

    text = text_field("Vad ska göras?", "Läses av alla berörda enheter. Inga namn.")
    owner_unit_id = forms.ChoiceField(label="Vilken enhet?")
    owner_role = forms.ChoiceField(label="Vem ansvarar?", choices=[("", "Välj"), *OWNER_ROLES.items()])
    due = TypedDateField(label="Klar senast")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = {
            unit for row in self.page.deviations for unit in (row.reporting_unit_id, row.addressed_unit_id)
        }
        units = Unit.objects.filter(pk__in=[*ids, *self.page.row.groups]).order_by("name")
        offer(self, "owner_unit_id", [("", "Välj"), *((str(one.pk), one.name) for one in units)])


class SettleForm(FlowForm):
    """Klar eller avförd: with what came of it."""

    measure_id = forms.ChoiceField(label="Vilken åtgärd?")
    outcome = forms.ChoiceField(
        label="Hur gick det?", choices=[("done", "Klar"), ("rejected", "Avförd")], widget=forms.RadioSelect
    )
    text = text_field("Vad blev det, eller varför inte?", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {str(one.event_id): one.text for one in self.page.entries}
        waiting = [one.measure.event_id for one in self.page.facts.waiting]
        offer(self, "measure_id", [(event_id, said.get(event_id, "")[:80]) for event_id in waiting])
