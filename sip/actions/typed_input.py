"""Nej till en uppgift: what a rule says about something that was typed, raised as such."""

from discharge.rules.refusal import Refusal
from lus.refusals import InvalidInput


def refuse_input(said: Refusal | None) -> None:
    """Raise what a rule said about an input, if it said no."""
    if said is not None:
        raise InvalidInput(said.detail, said.advice, code=said.code, title=said.title, field=said.field)
