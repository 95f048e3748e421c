"""Skillnaden: what a correction changed, word by word, with a little of what stands around it."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

AROUND = 5  # words kept on each side of a change


class Piece(NamedTuple):
    """``kind``: same, removed or added."""

    kind: Literal["same", "removed", "added"]
    text: str


def difference(old: str, new: str) -> list[Piece]:
    """Return the pieces in order; long stretches that are the same are cut to ``…``."""
    was, now = re.findall(r"\S+", old), re.findall(r"\S+", new)
    pieces: list[Piece] = []
    blocks = SequenceMatcher(a=was, b=now, autojunk=False).get_opcodes()
    for number, (tag, a1, a2, b1, b2) in enumerate(blocks):
        if tag == "equal":
            pieces.append(Piece("same", _cut(was[a1:a2], number == 0, number == len(blocks) - 1)))
            continue
        if a2 > a1:
            pieces.append(Piece("removed", " ".join(was[a1:a2])))
        if b2 > b1:
            pieces.append(Piece("added", " ".join(now[b1:b2])))
    return pieces


def _cut(words: list[str], is_first: bool, is_last: bool) -> str:
    """Keep the words next to a change: the end of a beginning, the beginning of an end, both of a middle."""
    before, after = 0 if is_first else AROUND, 0 if is_last else AROUND
    if len(words) <= before + after + 1:
        return " ".join(words)
    return " ".join((*words[:before], "…", *(words[-after:] if after else ())))
