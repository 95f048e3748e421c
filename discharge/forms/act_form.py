"""What every act's form has: the version that the page showed, a key against double clicks, typed local times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from discharge.queries.case_page import CasePage
from lus.organisations.actor import Actor

from .error_words import say_what_to_do
from .local_moment import LocalMomentField, pass_field, pass_name
from .typed_over import type_over

PLUMBING = ("idempotency_key", "seen_version", "shown_day_zero")


@dataclass(frozen=True, slots=True)
class ActContext:
    """What a form and its page know: the case as the actor sees it (or a page like it), who acts, and when."""

    page: CasePage
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """One visible input. ``kind``: ``field``, ``choices`` or ``checkbox``; ``note``: a small word at the label."""

    kind: str
    field: BoundField
    note: str = ""
    stack: bool = False


class TimedForm(forms.Form):
    """A form whose typed local times ask back when the clock showed them twice. ``at``: now."""

    use_required_attribute = False  # the browser's own bubbles stop htmx and say less than the error summary

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        for name, field in list(self.fields.items()):
            if isinstance(field, LocalMomentField):
                self.fields[pass_name(name)] = pass_field()
                field.at, field.which = at, self.data.get(self.add_prefix(pass_name(name)), "")
        say_what_to_do(self)
        self.order_fields([name for field in self.fields for name in (field, pass_name(field))])

    # Fields that stand folded under "Hände tidigare".
    late_fields: tuple[str, ...] = ()

    def inputs(self) -> Iterator[Part]:
        """Yield the visible inputs in order; the question about a doubled hour only when it must be asked."""
        return (_part(bound) for bound in self._asked() if bound.name not in self.late_fields)

    def late_inputs(self) -> list[Part]:
        """Return the inputs of a late registration, or nothing."""
        return [_part(bound) for bound in self._asked() if bound.name in self.late_fields]

    @property
    def is_late(self) -> bool:
        """Whether the folded inputs must be seen: something stands in them, or is wrong with them."""
        return any(part.field.errors or part.field.data for part in self.late_inputs())

    def _asked(self) -> list[BoundField]:
        return [bound for bound in self.visible_fields() if not self._is_unasked_pass(bound.name)]

    def _is_unasked_pass(self, name: str) -> bool:
        moment = self.fields.get(name.removesuffix("_pass"))
        return name.endswith("_pass") and isinstance(moment, LocalMomentField) and not moment.is_doubled

    def cleaned(self) -> dict[str, Any]:
        """Return what was typed, without the plumbing and the answers about doubled hours."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in PLUMBING and not name.endswith("_pass")
        }


class ActForm(TimedForm):
    """Base of every act on a case. ``arguments`` gives the act its arguments."""

    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)
    seen_version = forms.IntegerField(label="Sidan", required=False, widget=forms.HiddenInput)
    # A refusal names the act's argument; here it is called something else.
    refusal_fields: dict[str, str] = {}
    # Fields that a link to the page may fill in: ids only, nothing personal stands in an address.
    from_address: tuple[str, ...] = ()

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, at=context.at, **kwargs)
        self.context = context
        self.fields["seen_version"].initial = context.page.facts.version

    @classmethod
    def changed(cls, data: QueryDict, context: ActContext) -> dict[str, Any] | None:
        """Return the form's new values when a press asked to change the form, not to act; else None."""
        return None

    def arguments(self) -> dict[str, Any]:
        """Return the act's own keyword arguments. Called only when the form is valid."""
        return self.cleaned()

    def take_new_key(self, key: str) -> None:
        """After a press that was answered for good: the next one is another act."""
        type_over(self, idempotency_key=key)

    def show_as_current(self) -> None:
        """After a refusal: the next press is an answer to what the page shows now."""
        type_over(self, seen_version=str(self.context.page.facts.version))


class NoInputForm(ActForm):
    """An act that asks nothing: the page tells what it means, and the button does it."""


class ReasonForm(ActForm):
    """An act that asks for one reason in words."""

    reason = forms.CharField(label="Orsak", max_length=300, widget=forms.Textarea({"rows": 2}))


def _part(bound: BoundField) -> Part:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return Part("checkbox", bound)
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return Part("choices", bound, stack=len(bound.field.choices) > 6)  # type: ignore[attr-defined]
    note = "" if bound.field.required or bound.name == "late_reason" else "valfritt"
    return Part("field", bound, note)
