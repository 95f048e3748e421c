"""Planens avsnitt: a part of the document, what its rows hold and who may write them (handbook sip §9 and §18)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .field import Field

# together: every unit of the plan writes here; own_rows: a unit writes the rows it answers for; leader: the rest.
Writers = Literal["together", "own_rows", "leader"]


@dataclass(frozen=True)
class Section:
    """``number`` as in the handbook's table. ``one``: what a row is called where there are several, "" where there
    is one only. ``basis``: the law, "" for none.
    """

    key: str
    number: int
    label: str
    fields: tuple[Field, ...]
    one: str = ""
    writers: Writers = "together"
    basis: str = ""

    @property
    def many(self) -> bool:
        """Whether the section holds several rows."""
        return bool(self.one)

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def content_names(self) -> frozenset[str]:
        """Names of the fields that a confirmation is about."""
        return frozenset(field.name for field in self.fields if field.is_content)
