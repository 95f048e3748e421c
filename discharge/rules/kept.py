"""Räkna en gång: facts never change, so what a rule has worked out from them is kept beside them.

One act asks the same of the same facts for its duties, its tables and its news.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from .facts import CaseFacts

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def kept_with_facts(
    rule: Callable[Concatenate[CaseFacts, Given], Answer],
) -> Callable[Concatenate[CaseFacts, Given], Answer]:
    """Return ``rule``, worked out once for each facts and whatever else it is given. The answer must not be changed."""

    @wraps(rule)
    def answer(facts: CaseFacts, *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        kept = vars(facts).setdefault("_kept", {})
        given = (*args, *kwargs.values())
        key = (rule, *map(id, given)) if given else rule
        if key not in kept:
            kept[key] = (
                rule(facts, *args, **kwargs),
                given,
            )  # what was given is held: nothing else takes its id
        said: Answer = kept[key][0]
        return said

    return answer
