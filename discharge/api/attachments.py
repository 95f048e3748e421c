"""Bilagor: a file is added by an act of its own kind of body, and read by its own address."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.actions.add_attachment import add_attachment
from discharge.queries.attachments import attachment, stopped, stopped_by
from discharge.queries.facts import facts_of
from lus.api.cursors import parameters
from lus.api.view import ApiView
from lus.organisations.roles import Permission
from lus.web.download import download

from .act_route import ActRoute, add_acts
from .act_views import ActView
from .message_bodies import AttachmentBody

ATTACHMENT_ACTS = add_acts(ActRoute(add_attachment, Permission.WRITE_MESSAGES, AttachmentBody))


class AttachmentActView(ActView):
    """Takes multipart. That a file was stopped is kept, so its refusal is told when all is written."""

    parser_classes = (MultiPartParser,)
    media: ClassVar[str] = "multipart/form-data"

    def act(self, request: Request, case_id: UUID) -> Response:
        answer = super().act(request, case_id)
        code = answer.data.pop("stopped", "")
        if code:
            raise stopped_by(code)
        return answer

    def _perform(self, case_id: UUID, arguments: dict[str, Any]) -> dict[str, Any]:
        result = super()._perform(case_id, arguments)
        before = result["version"] - len(result["events"])
        return result | {"stopped": stopped(facts_of(case_id), before)}


class AttachmentView(ApiView):
    """The file itself, to those who have the message that it came with."""

    @extend_schema(
        operation_id="case_attachment", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY}
    )
    def get(self, request: Request, case_id: UUID, attachment_id: UUID) -> HttpResponse:
        parameters(request)
        file = attachment(self.viewer, case_id, attachment_id, at=self.at)
        return download(file.name, file.kind, file.content)
