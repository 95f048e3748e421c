"""Bakgrundsarbete i skrivskyddat läge: waits. What is due then is done by the first sweep afterwards."""

from typing import Any

from celery import Task

ALWAYS = frozenset({"lus.downtime.tasks.keep_mode", "lus.canary"})


class PausedWhenReadOnly(Task):
    """Every task of the product."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do the work, unless nothing may be written."""
        from lus.downtime import mode  # Django is not set up yet when this module is read

        if self.name not in ALWAYS and mode.current() is not None:
            return None
        return super().__call__(*args, **kwargs)
