"""Maskning: the only change that the database lets through in a written text is a character turned into the mask."""

import pgtrigger

from deviations.rules.mask import MASK


def only_masked(name: str, *columns: str) -> pgtrigger.Trigger:
    """Return a trigger that refuses every other change: other words, a longer or shorter text, a mask taken away."""
    wrong = " OR ".join(_is_wrong(column) for column in columns)
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func=f"IF {wrong} THEN RAISE EXCEPTION 'a written text can only be masked'; END IF; RETURN NEW;",
    )


def _is_wrong(column: str) -> str:
    old, new = f"OLD.{column}", f"NEW.{column}"
    other = (
        f"EXISTS (SELECT 1 FROM generate_series(1, char_length({new})) place"
        f" WHERE substr({new}, place, 1) <> '{MASK}' AND substr({new}, place, 1) <> substr({old}, place, 1))"
    )
    return f"({new} IS DISTINCT FROM {old} AND (char_length({new}) <> char_length({old}) OR {other}))"
