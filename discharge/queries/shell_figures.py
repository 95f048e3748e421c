"""The two figures of every page's top: what our units owe, and what they have not seen. One statement."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from lus.known_ids import id_array
from lus.organisations.actor import Actor

# Written by hand: every page asks it, and building two counted subqueries costs more than running them.
FIGURES = """
SELECT (SELECT count(*) FROM deadlines_obligation
        WHERE unit_id = ANY(%(units)s::uuid[]) AND met_at IS NULL AND cancelled_at IS NULL
            AND (subject = 'case' OR starts_at <= %(at)s)),
       (SELECT count(*) FROM notifications_notification
        WHERE unit_id = ANY(%(units)s::uuid[]) AND seen_at IS NULL)
"""


@dataclass(frozen=True, slots=True)
class ShellFigures:
    """``turn``: duties that wait for our units; ``unseen``: notices that nobody of ours has opened."""

    turn: int
    unseen: int


def shell_figures(viewer: Actor, *, at: datetime) -> ShellFigures:
    """Return the viewer's figures for the shell at ``at``. Shows no patient."""
    with connection.cursor() as cursor:
        cursor.execute(FIGURES, {"units": id_array(viewer.unit_ids), "at": at})
        return ShellFigures(*cursor.fetchone())
