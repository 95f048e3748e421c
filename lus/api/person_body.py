"""Patienten i ett svar: with a protected identity the address stays out, and the answer says that it does."""

from typing import Any

from rest_framework import serializers

from lus.persons.models import Person

ADDRESS = ("registered_address", "registered_municipality")


class IdentifierBody(serializers.Serializer[object]):
    kind = serializers.CharField()
    value = serializers.CharField()
    issuer = serializers.CharField(required=False)


class AddressBody(serializers.Serializer[object]):
    street = serializers.CharField()
    postal_code = serializers.CharField()
    town = serializers.CharField()


class PersonBody(serializers.Serializer[object]):
    """``_hidden`` names the fields that the viewer may not see."""

    id = serializers.UUIDField()
    identifiers = IdentifierBody(many=True)
    given_name = serializers.CharField()
    family_name = serializers.CharField()
    birth_date = serializers.DateField(allow_null=True)
    protection = serializers.CharField()
    language = serializers.CharField(required=False)
    registered_address = AddressBody(required=False)
    registered_municipality = serializers.CharField(required=False)
    _hidden = serializers.ListField(child=serializers.CharField())


def person_body(person: Person, *, hidden: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the patient as plain values for ``PersonBody``. Whoever calls has logged that it is shown.

    ``hidden``: more that the viewer may not see; what is a field of the patient is left out.
    """
    identifier = {"kind": person.identifier_kind, "value": person.identifier}
    if person.identifier_issuer:
        identifier["issuer"] = person.identifier_issuer
    body = {
        "id": person.pk,
        "identifiers": [identifier],
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birth_date": person.birth_date,
        "protection": person.protection,
        "language": person.language,
        "_hidden": [*(ADDRESS if person.is_protected else ()), *hidden],
    }
    if not person.is_protected:
        body["registered_address"] = {
            "street": person.street,
            "postal_code": person.postal_code,
            "town": person.town,
        }
        body["registered_municipality"] = person.registered_municipality
    return {name: value for name, value in body.items() if name not in hidden}
