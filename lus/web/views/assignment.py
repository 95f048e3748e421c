"""*Välj uppdrag*: as which unit a person works now. A single assignment is chosen without asking."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from lus.deadlines.queries import owed_by
from lus.organisations.models import Assignment
from lus.organisations.queries import actor_of, valid_assignments
from lus.organisations.roles import ROLE_LABELS
from lus.web.actor_middleware import ASSIGNMENT
from lus.web.safe_next import safe_next

LAST_USED = "lus_assignment"  # cookie: which one to propose next time; holds no right
HALF_A_YEAR = 182 * 24 * 60 * 60


@never_cache
def choose_assignment(request: HttpRequest) -> HttpResponse:
    """Show the choice, or work on as the chosen unit."""
    if not request.user.is_authenticated:
        return redirect("login")
    at: datetime = request.at  # type: ignore[attr-defined]
    valid = valid_assignments(request.user.pk, at=at)
    if request.method == "POST":
        chosen = next((item for item in valid if str(item.pk) == request.POST.get("assignment")), None)
        if chosen is not None:
            return _work_as(request, chosen)
        messages.warning(request, "Uppdraget gäller inte längre. Välj ett annat.")
    elif len(valid) == 1 and request.session.get(ASSIGNMENT) != str(valid[0].pk):
        return _work_as(request, valid[0])
    last = request.session.get(ASSIGNMENT) or request.COOKIES.get(LAST_USED, "")
    context = {
        "assignments": _choices(valid, last, at),
        "user_name": valid[0].user.full_name() if valid else "",
        "next": safe_next(request, ""),
    }
    return render(request, "web/choose_assignment.html", context)


def _work_as(request: HttpRequest, assignment: Assignment) -> HttpResponse:
    request.session[ASSIGNMENT] = str(assignment.pk)
    request.session.cycle_key()
    answer = redirect(safe_next(request))
    answer.set_cookie(
        LAST_USED,
        str(assignment.pk),
        max_age=HALF_A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer


def _choices(valid: list[Assignment], last: str, at: datetime) -> list[dict[str, Any]]:
    """Last used first, then where most waits."""
    choices = [_choice(assignment, last, at) for assignment in valid]
    return sorted(choices, key=lambda choice: (not choice["last_used"], -choice["waiting"]))


def _choice(assignment: Assignment, last: str, at: datetime) -> dict[str, Any]:
    waits = (
        owed_by(actor_of(assignment), at=at)
        .order_by()
        .aggregate(waiting=Count("pk"), late=Count("pk", filter=Q(due_at__lt=at)))
    )
    identity: UUID = assignment.pk
    return {
        "id": identity,
        "unit": _unit_name(assignment),
        "role": ROLE_LABELS.get(assignment.role, assignment.role),
        "organisation": assignment.unit.principal.name,
        "last_used": str(identity) == last,
        **waits,
    }


def _unit_name(assignment: Assignment) -> str:
    parent = assignment.unit.parent
    return f"{assignment.unit.name}, {parent.name}" if parent else assignment.unit.name
