"""At the end of every journey the tables say what the events say."""

from tests.discharge.actions.conftest import tables_follow_the_events

__all__ = ["tables_follow_the_events"]
