"""Skriva över det som skickades: after an answer, the inputs show other values than those that were posted."""

from typing import cast

from django import forms
from django.http import QueryDict


def type_over(form: forms.BaseForm, **values: str) -> None:
    """Let the inputs of a bound ``form`` show ``values``, by field; the rest stays as it was posted."""
    data = cast(QueryDict, form.data).copy()
    for name, value in values.items():
        data[form.add_prefix(name)] = value
    form.data = data
