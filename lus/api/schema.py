"""Kontraktet: what drf-spectacular cannot see for itself: headers, parameters, problems, how one signs in."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

_PARAMETERS = {
    "limit": OpenApiParameter("limit", OpenApiTypes.INT, description="1–100, annars 50."),
    "cursor": OpenApiParameter("cursor", OpenApiTypes.STR, description="Markören ur föregående svar."),
    "kind": OpenApiParameter("kind", OpenApiTypes.STR, description="Bara denna sorts enhet."),
    "box": OpenApiParameter("box", OpenApiTypes.STR, description="received (förval) eller sent."),
    "show": OpenApiParameter("show", OpenApiTypes.STR, description="Samma urval som i SIP-översikten."),
    "view": OpenApiParameter("view", OpenApiTypes.STR, description="Samma urval som på Tavlan."),
    "month": OpenApiParameter("month", OpenApiTypes.STR, description="ÅÅÅÅ-MM, annars förra månaden."),
    "year": OpenApiParameter("year", OpenApiTypes.STR, description="ÅÅÅÅ, annars det senaste med resultat."),
    "with": OpenApiParameter("with", OpenApiTypes.STR, description="Motpartens läns- eller kommunkod."),
}
KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="8–255 synliga tecken. Samma nyckel och innehåll ger samma svar en gång till.",
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description='Ärendets ETag, till exempel "7". Har någon hunnit före blir svaret 412.',
)
IF_MATCH_REQUIRED = OpenApiParameter(
    "If-Match", OpenApiTypes.STR, OpenApiParameter.HEADER, required=True, description=IF_MATCH.description
)
PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "code", "status", "title", "detail", "advice", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "code": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "advice": {"type": "string"},
        "instance": {"type": "string", "format": "uri"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("pointer", "code", "message")},
            },
        },
    },
}


class ApiSchema(AutoSchema):
    """A view names its query parameters in ``listed_parameters`` and its headers in ``header_parameters``."""

    def get_override_parameters(self) -> list[Any]:
        headers = getattr(self.view, "header_parameters", ()) if self.method == "POST" else ()
        return [*(_PARAMETERS[name] for name in getattr(self.view, "listed_parameters", ())), *headers]

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").split("/")[0] or "api"]


def add_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Post-processing hook: every operation may answer with a problem."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    problem = {"$ref": "#/components/schemas/Problem"}
    answer = {
        "description": "Problem (RFC 9457)",
        "content": {"application/problem+json": {"schema": problem}},
    }
    for methods in result["paths"].values():
        for operation in methods.values():
            operation["responses"]["default"] = answer
    return result


class SessionOrDemoTokenScheme(OpenApiAuthenticationExtension):
    target_class = "lus.api.authentication.SessionOrDemoToken"
    name = ["session", "demoToken"]

    def get_security_definition(self, auto_schema: AutoSchema) -> list[dict[str, Any]]:
        return [
            {"type": "apiKey", "in": "cookie", "name": "lus_session"},
            {"type": "http", "scheme": "bearer", "bearerFormat": "demo_…"},
        ]

    def get_security_requirement(self, auto_schema: AutoSchema) -> list[dict[str, list[str]]]:
        return [{"session": []}, {"demoToken": []}]


class ClosedBodyScheme(OpenApiSerializerExtension):
    target_class = "lus.api.fields.ClosedBody"
    match_subclasses = True

    def map_serializer(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        shape = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        return {**shape, "additionalProperties": False}
