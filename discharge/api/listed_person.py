"""Patienten i en lista: masked when the identity is protected, as on the board."""

from typing import Any

from rest_framework import serializers

from discharge.queries.shown_person import ShownPerson
from lus.api.fields import HideableDay


class ListedPerson(serializers.Serializer[object]):
    """Name and birth date are absent, and named in ``_hidden``, for a protected identity."""

    id = serializers.UUIDField()
    name = serializers.CharField(required=False)
    birth_date = HideableDay(required=False, allow_null=True)
    is_protected = serializers.BooleanField()
    _hidden = serializers.ListField(child=serializers.CharField())


def listed_person(person: ShownPerson) -> dict[str, Any]:
    """Return the person as plain values for ``ListedPerson``."""
    body: dict[str, Any] = {"id": person.person_id, "is_protected": person.is_protected, "_hidden": []}
    if person.is_protected:
        return body | {"_hidden": ["name", "birth_date"]}
    return body | {"name": person.name, "birth_date": person.birth_date}
