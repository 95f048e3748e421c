"""What every problem looks like."""

from typing import Any

MEMBERS = {"type", "code", "status", "title", "detail", "advice", "instance"}


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    """Assert that ``response`` is this problem, with all members, and return it."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    body: dict[str, Any] = response.json()
    assert body.keys() >= MEMBERS
    assert (body["code"], body["status"]) == (code, status)
    assert body["type"].endswith(f"/problems/{code}")
    assert body["instance"].startswith("urn:uuid:")
    assert body["title"]
    assert body["detail"]
    return body
