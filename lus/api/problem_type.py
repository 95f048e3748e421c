"""What is known of one kind of problem."""

from typing import NamedTuple


class ProblemType(NamedTuple):
    """``advice`` stands when the refusal itself gives none. ``status`` is the usual one; the answer's own rules."""

    status: int
    title: str
    detail: str
    advice: str
