"""Fields of requests and answers: closed objects, instants with offset, Swedish days."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from rest_framework import serializers

from lus.refusals import Refused
from lus.swedish_time import STOCKHOLM

from .problems import BadRequest, error_at

YEARS = range(1900, 2200)


class InstantField(serializers.DateTimeField):
    """RFC 3339 with offset, read to UTC and written in Swedish time. Without offset it is refused."""

    default_error_messages: ClassVar = {
        "offset": "Tiden behöver en tidszon, till exempel 2026-03-01T12:00:00+01:00.",
        "shape": "Tiden går inte att läsa. Skriv som 2026-03-01T12:00:00+01:00.",
    }

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str):
            self.fail("shape")
        try:
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail("shape")
        if "T" not in value.upper() or instant.year not in YEARS:
            self.fail("shape")
        if instant.tzinfo is None:
            self.fail("offset")
        return instant.astimezone(UTC)

    def to_representation(self, value: datetime) -> str:
        return value.astimezone(STOCKHOLM).isoformat()


class DayField(serializers.DateField):
    """A Swedish calendar day, ``YYYY-MM-DD``."""

    default_error_messages: ClassVar = {"shape": "Dagen går inte att läsa. Skriv som 2026-03-01."}

    def to_internal_value(self, value: Any) -> date:
        day = super().to_internal_value(value) if isinstance(value, str) else self.fail("shape")
        if day.year not in YEARS:
            self.fail("shape")
        return day


class TextField(serializers.CharField):
    """Words. Numbers and truth values are not words."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class _Hideable:
    """In an answer: absent when the values have no such key, null when it is not known."""

    def get_attribute(self, instance: Any) -> Any:
        if self.field_name not in instance:  # type: ignore[attr-defined]
            raise serializers.SkipField
        return instance[self.field_name]  # type: ignore[attr-defined]


class HideableText(_Hideable, serializers.CharField):
    pass


class HideableDay(_Hideable, serializers.DateField):
    pass


class ClosedBody(serializers.Serializer[Any]):
    """A JSON object whose fields are all known; anything else is refused by name."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if self.parent is None and not isinstance(data, Mapping):
            raise BadRequest("malformed", "Ett JSON-objekt väntades.")
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            unknown = [name for name in data if name not in self.fields]
            if unknown:
                raise self.refuse_unknown(unknown)
        return super().to_internal_value(data)

    def refuse_unknown(self, names: list[str]) -> Refused:
        """Return the refusal of fields that nobody asked for."""
        errors = [
            error_at(pointer_to(self, name), "unknown-field", "Uppgiften finns inte.") for name in names
        ]
        return BadRequest("unknown-field", errors=errors)


def pointer_to(field: serializers.Field[Any, Any, Any, Any], name: str) -> str:
    """Return the JSON Pointer of ``name`` inside ``field`` (list positions are not known here)."""
    parts = [name.replace("~", "~0").replace("/", "~1")[:80]]
    inner: Any = field
    while inner is not None and inner.field_name:
        parts.insert(0, inner.field_name)
        inner = inner.parent
    return "/" + "/".join(parts)
