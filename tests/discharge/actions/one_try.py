"""One act with input that is right, as ``good_input`` lists it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .life import Act, Life

READ = "message_acknowledged"


@dataclass(frozen=True)
class Try:
    """``who``: ward, municipality or primary_care. ``life``: the case as it stands before. ``names``: its events."""

    act: Act
    who: str
    names: tuple[str, ...]
    life: Callable[[], Life] = Life
    arguments: Callable[[Life], dict[str, Any]] = lambda life: {}

    def do(self, life: Life, **other: Any) -> Any:
        return life.does(getattr(life, self.who), self.act, **{**self.arguments(life), **other})
