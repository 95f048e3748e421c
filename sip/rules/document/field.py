"""Planens fält: one thing to fill in, with its Swedish label, kind and limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal["text", "date", "choice", "unit", "goal"]
SHORT: Final = 120
SENTENCES: Final = 800


@dataclass(frozen=True, slots=True)
class Field:
    """A value is always text: a date in ISO form, a unit or goal by its id, a choice by its key, "" for nothing.

    ``limit``: characters. ``required``: a row without it is not locked. ``is_content``: False for what moves on
    after the lock (how far a measure has come), which is no part of what the units confirm.
    """

    name: str
    label: str
    kind: Kind = "text"
    limit: int = SHORT
    choices: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    is_content: bool = True


def words(name: str, label: str, *, required: bool = False) -> Field:
    """Return a field for sentences."""
    return Field(name, label, limit=SENTENCES, required=required)


def choice(
    name: str, label: str, choices: Mapping[str, str], *, required: bool = False, is_content: bool = True
) -> Field:
    """Return a field that takes one key of ``choices``."""
    return Field(name, label, "choice", choices=choices, required=required, is_content=is_content)
