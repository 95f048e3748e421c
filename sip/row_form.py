"""En rad i planen: one input per field of its section. What must be there is asked at the lock, not here."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from discharge.forms.error_words import say_what_to_do
from discharge.forms.typed_over import type_over
from lus.swedish_time import local_date
from sip.follow_up_field import offer_follow_up
from sip.queries.document_page import DocumentPage
from sip.rules.document.field import SENTENCES, Field
from sip.rules.document.party import taking_part
from sip.rules.document.row import Row, rows_in
from sip.rules.document.section import Section

NOTHING = ("", "Inget valt")
PLUMBING = ("row_version", "idempotency_key")


class PlanRowForm(forms.Form):
    """The fields of a section. ``row``: what is saved, None for a new row; ``key``: against double presses."""

    use_required_attribute = False
    row_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    idempotency_key = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        page: DocumentPage,
        section: Section,
        row: Row | None,
        key: str = "",
        **kwargs: Any,
    ) -> None:
        held = row if row is not None and not row.removed else None
        known: Mapping[str, Any] = held.values if held else {}
        seen = row.row_version if row else 0
        kwargs["initial"] = {**known, "row_version": seen, "idempotency_key": key}
        super().__init__(*args, **kwargs)
        for field in section.fields:
            self.fields[field.name] = _input(field, page, held)
        if section.key == "follow_up" and held is None:
            offer_follow_up(self.fields["on"], page.process, local_date(page.at))
        say_what_to_do(self)

    def take_over(self, row_version: int, key: str) -> None:
        """The next press is an answer to what the page shows now, and another one."""
        type_over(self, row_version=str(row_version), idempotency_key=key)

    def inputs(self) -> list[forms.BoundField]:
        """Return the visible inputs, in the section's order."""
        return self.visible_fields()

    def values(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {name: text for name, text in self.cleaned_data.items() if name not in PLUMBING}


def _input(field: Field, page: DocumentPage, row: Row | None) -> forms.Field:
    if field.kind in ("choice", "goal", "unit"):
        choices = [NOTHING, *_choices(field, page, row)]
        return forms.ChoiceField(label=field.label, required=False, choices=choices)
    if field.kind == "date":
        hints = {"autocomplete": "off", "inputmode": "numeric", "placeholder": "ÅÅÅÅ-MM-DD"}
        return forms.CharField(label=field.label, required=False, widget=forms.TextInput(hints))
    wide = (
        forms.Textarea({"rows": 3}) if field.limit == SENTENCES else forms.TextInput({"autocomplete": "off"})
    )
    return forms.CharField(label=field.label, required=False, max_length=field.limit, widget=wide)


def _choices(field: Field, page: DocumentPage, row: Row | None) -> Iterable[tuple[str, str]]:
    if field.kind == "choice":
        return field.choices.items()
    if field.kind == "goal":
        goals = enumerate(rows_in(page.document.rows, "goal"), start=1)
        return [
            (goal.id, goal_words(number, goal)) for number, goal in goals if row is None or goal.id != row.id
        ]
    known = [page.units[unit_id] for unit_id in taking_part(page.process) if unit_id in page.units]
    return [(str(unit.pk), unit.name) for unit in known if unit.closed_on is None]


def goal_words(number: int, goal: Row) -> str:
    """``Mål 1: Duscha själv``; long words are cut."""
    words = goal.get("words")
    return f"Mål {number}: {words[:60]}{'…' if len(words) > 60 else ''}"
