"""Schemalägg jour: a shift to add, to take away or to swap, and a week to copy."""

from datetime import date, timedelta
from typing import Any

from django import forms

from lus.on_call.models import OnCallShift
from lus.on_call.queries import functions_kept_by, own_shifts
from lus.swedish_time import local_date
from lus.web.words import moment

from .expected_date import TypedDateField
from .local_moment import LocalMomentField, typed
from .offered import offer
from .setting_form import SettingForm


def shift_words(shift: OnCallShift, form: SettingForm) -> str:
    """``Jour nordväst, fre 27/11 16.30 till mån 30/11 08.00``."""
    return f"{shift.function.label}, {moment(shift.starts_at, form.at)} till {moment(shift.ends_at, form.at)}"


class AddShiftForm(SettingForm):
    function_id = forms.ChoiceField(label="Funktion")
    starts_at = LocalMomentField(label="Från")
    ends_at = LocalMomentField(label="Till")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = functions_kept_by(self.viewer)
        offer(self, "function_id", [(str(one.pk), f"{one.label}, {one.phone}") for one in found])
        self.fields["starts_at"].initial = self.asked.get("from") or typed(self.at)


class _ShiftForm(SettingForm):
    shift_id = forms.ChoiceField(label="Pass")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = own_shifts(self.viewer, at=self.at)
        choices = [(str(one.pk), shift_words(one, self)) for one in rows]
        for name in ("shift_id", "other_id"):
            if name in self.fields:
                offer(self, name, choices)
        self.fields["shift_id"].initial = self.asked.get("shift", "")


class RemoveShiftForm(_ShiftForm):
    pass


class SwapShiftsForm(_ShiftForm):
    other_id = forms.ChoiceField(label="Byt mot")

    def arguments(self) -> dict[str, Any]:
        typed_in = self.cleaned()
        return {"first_id": typed_in["shift_id"], "second_id": typed_in["other_id"]}

    refusal_fields = {"second_id": "other_id"}


class CopyWeekForm(SettingForm):
    group_id = forms.ChoiceField(label="Jourgrupp")
    monday = TypedDateField(
        label="Vecka från och med måndag", help_text="Passen läggs på samma tider veckan efter."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {one.group_id: one.group.name for one in functions_kept_by(self.viewer)}
        offer(self, "group_id", [(str(key), name) for key, name in kept.items()])
        self.fields["monday"].initial = self.asked.get("week") or monday_of(local_date(self.at)).isoformat()

    def clean_monday(self) -> date:
        return monday_of(self.cleaned_data["monday"])


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=day.weekday())
