"""Planens innehåll som REST: the document, and the acts on it, as on its page."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.api.act_route import ActRoute
from discharge.api.act_views import ActView, act_paths
from lus.api.cursors import parameters
from lus.api.if_match import etag, is_unchanged
from lus.api.problems import Explained
from lus.api.view import ApiView
from lus.organisations.roles import Permission
from lus.refusals import Refused, StageNotAllowed

from .actions.confirm_plan_version import confirm_plan_version
from .actions.establish_with_gaps import establish_with_gaps
from .actions.lock_plan_version import PlanNotReady, lock_plan_version
from .actions.object_to_plan_version import object_to_plan_version
from .actions.remove_plan_row import remove_plan_row
from .actions.reuse_goals import reuse_goals
from .actions.save_plan_row import RowChanged, save_plan_row
from .actions.share_plan_with_person import share_plan_with_person
from .actions.update_intervention import update_intervention
from .actions.version_answer import PlanChanged
from .document_bodies import (
    ConfirmBody,
    DocumentBody,
    GapsBody,
    InterventionBody,
    LockBody,
    ObjectBody,
    RemoveRowBody,
    ReuseGoalsBody,
    SaveRowBody,
    ShareBody,
    document_out,
)
from .queries.document_page import document_page
from .queries.older_goals import older_goals
from .queries.visible import plan_of
from .rules.document.stale_row import StaleRow

SEE = Permission.SEE_CASES
DOCUMENT_ACTS: tuple[ActRoute, ...] = (
    ActRoute(save_plan_row, SEE, SaveRowBody),
    ActRoute(remove_plan_row, SEE, RemoveRowBody),
    ActRoute(reuse_goals, SEE, ReuseGoalsBody),
    ActRoute(lock_plan_version, SEE, LockBody),
    ActRoute(confirm_plan_version, SEE, ConfirmBody),
    ActRoute(object_to_plan_version, SEE, ObjectBody),
    ActRoute(establish_with_gaps, SEE, GapsBody),
    ActRoute(share_plan_with_person, SEE, ShareBody),
    ActRoute(update_intervention, SEE, InterventionBody),
)


class DocumentView(ApiView):
    """What the plan says, row by row."""

    @extend_schema(operation_id="plan_document", responses=DocumentBody)
    def get(self, request: Request, plan_id: UUID) -> Response:
        parameters(request)
        page = document_page(self.viewer, plan_id, at=self.at)
        headers = {"ETag": etag(page.facts.version)}
        if is_unchanged(request, page.facts.version):
            return Response(status=304, headers=headers)
        older = older_goals(self.viewer, page.plan, page.document, at=self.at)
        return Response(DocumentBody(document_out(page, older)).data, headers=headers)


class DocumentActView(ActView):
    """One act on a plan's document. A refused row answers with both texts."""

    location = "/api/v1/plans/{case_id}"
    prefix = "plan_"

    def find(self, case_id: UUID) -> Any:
        return plan_of(self.viewer, case_id)

    def _explained(self, error: Refused, case_id: UUID, seen: int | None) -> Exception:
        if isinstance(error, RowChanged):
            return Explained(error, **_both(error.stale))
        if isinstance(error, PlanNotReady):
            return Explained(error, missing=[asdict(one) for one in error.missing])
        if isinstance(error, PlanChanged):
            found = [asdict(one) for one in error.changes]
            return Explained(error, content_hash=error.newest, changes=found)
        if not isinstance(error, StageNotAllowed):
            return super()._explained(error, case_id, seen)
        names = document_out(document_page(self.viewer, case_id, at=self.at))["acts"]
        base = f"/api/v1/plans/{case_id}/acts"
        return Explained(error, allowed_acts=[{"act": name, "href": f"{base}/{name}"} for name in names])


def _both(stale: StaleRow) -> dict[str, Any]:
    row = stale.row
    saved = {"values": dict(row.values), "row_version": row.row_version, "removed": row.removed}
    return {"row_id": row.id, "saved": saved, "sent": dict(stale.sent)}


v1 = [
    path("plans/<uuid:plan_id>/document", DocumentView.as_view(), name="api-plan-document"),
    *act_paths(DOCUMENT_ACTS, DocumentActView, on="plans"),
]
