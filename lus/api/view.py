"""What every API view starts from: who asks, one clock reading, no copies kept on the way."""

from datetime import datetime
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from lus.organisations.actor import Actor

from .schema import ApiSchema


class ApiView(APIView):
    """``at``: when the request came; the only clock reading of the request."""

    metadata_class = None  # OPTIONS tells nothing: the contract is in the schema
    schema = ApiSchema()
    listed_parameters: ClassVar[tuple[str, ...]] = ()
    at: datetime

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        self.at = request._request.at  # type: ignore[attr-defined]  # set by lus/web/actor_middleware.py
        super().initial(request, *args, **kwargs)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    @property
    def viewer(self) -> Actor:
        """The active assignment; only asked for after ``HasAssignment``."""
        assert isinstance(self.request.auth, Actor)
        return self.request.auth
