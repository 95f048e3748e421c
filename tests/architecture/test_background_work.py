"""A later time is a row with `due_at`; a message goes through the outbox. Celery is never asked to remember either."""

import ast

import pytest

from .source_files import product_modules, short

FORBIDDEN_ARGUMENTS = {"eta", "countdown"}
SENDING = {"delay", "apply_async", "send_task"}
MAY_SEND = ("lus/notifications/", "lus/embedded/round_trip.py")


def _violations(source: str, where: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and any(name.name == "crontab" for name in node.names):
            found.append(f"{where}:{node.lineno} crontab: it falls silent when the clocks go back")
        if isinstance(node, ast.Call):
            found += [
                f"{where}:{node.lineno} {word.arg}: a later time is a row"
                for word in node.keywords
                if word.arg in FORBIDDEN_ARGUMENTS
            ]
            if (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in SENDING
                and not where.startswith(MAY_SEND)
            ):
                found.append(f"{where}:{node.lineno} .{node.func.attr}(): what must be sent is an outbox row")
    return found


def test_nothing_is_left_to_the_broker() -> None:
    assert [line for file in product_modules() for line in _violations(file.read_text(), short(file))] == []


@pytest.mark.parametrize(
    "source",
    [
        "task.apply_async(countdown=5)",
        "task.retry(eta=later)",
        "task.delay(1)",
        "from celery.schedules import crontab",
    ],
)
def test_the_check_sees_what_it_forbids(source: str) -> None:
    assert _violations(source, "discharge/tasks.py")
