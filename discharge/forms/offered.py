"""What a choice on a form offers, filled in when the case is known."""

from collections.abc import Iterable
from typing import Any

from django import forms


def offer(form: forms.BaseForm, name: str, choices: Iterable[Any]) -> None:
    """Let the choice ``name`` of ``form`` offer ``choices``: pairs of key and label."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField), f"{name} is no choice"
    field.choices = list(choices)
