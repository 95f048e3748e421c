"""How often the sweeps are woken: intervals in seconds, never clock times.

A clock time in Stockholm falls silent for an hour or two on the night the clocks go back, and beat may be down
when it strikes. A legal time is a row with `due_at`; these intervals only say how soon it is noticed.
"""

from typing import TypedDict


class Entry(TypedDict):
    """One line of Celery's beat schedule: the task's dotted name and the seconds between two wake-ups."""

    task: str
    schedule: float
    options: dict[str, float]


SECONDS_BETWEEN: dict[str, float] = {
    "lus.deadlines.tasks.sweep_due": 5.0,
    "lus.notifications.tasks.deliver_outbox": 5.0,
    "lus.notifications.tasks.deliver_sms": 5.0,
    "sip.tasks.deliver_invitations": 5.0,
    "discharge.tasks.make_weekend_list": 60.0,
    "lus.one_time.tasks.delete_ended": 3600.0,  # a day would never pass where beat is restarted each morning
    "lus.on_call.tasks.note_holes": 300.0,
    "deviations.tasks.sweep_candidates": 30.0,  # within a minute of the event
    "discharge.tasks.make_snapshots": 30.0,  # each unit's turn comes after 15 minutes
    "lus.downtime.tasks.keep_mode": 5.0,
}


def beat_schedule() -> dict[str, Entry]:
    """Return the schedule; a wake-up that waited longer than its interval is dropped, the next one does the work."""
    return {
        task: Entry(task=task, schedule=seconds, options={"expires": seconds})
        for task, seconds in SECONDS_BETWEEN.items()
    }
