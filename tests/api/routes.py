"""Every address there is, found from the resolver, so that a new one is swept from its first day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

from discharge.models import Case
from sip.models import Plan

PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Route:
    """``pattern``: "api/v1/cases/<uuid:case_id>"."""

    pattern: str
    name: str

    @property
    def is_api(self) -> bool:
        return self.pattern.startswith("api/v1/")

    @property
    def of_case(self) -> bool:
        """Whether the address is about one case, or one plan outside hospital."""
        return "<uuid:" in self.pattern

    @property
    def of_plan(self) -> bool:
        return self.pattern.startswith(("sip/<uuid:", "api/v1/plans/<uuid:"))

    def filled(self, case: Case, message_id: UUID) -> str:
        """Return the path with the parameters of ``case``, or of its patient's plan outside hospital."""
        given = {
            "message_id": str(message_id),
            "name": "care-forms",
            "code": "not-found",
            "anything": "nothing",
            "section": "important",
        }

        plans = Plan.objects.filter(person=case.person, case=None).values_list("pk", flat=True)
        subject = (plans.first() or case.pk) if self.of_plan else case.pk

        def value(match: re.Match[str]) -> str:
            return given.get(match["name"], str(subject) if match["kind"] == "uuid" else case.reference)

        return "/" + PARAMETER.sub(value, self.pattern)


def every_route() -> list[Route]:
    return list(_routes(get_resolver().url_patterns, ""))


def _routes(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Route]:
    for item in patterns:
        here = before + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from _routes(item.url_patterns, here)
        else:
            yield Route(here, item.name or "")
