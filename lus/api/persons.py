"""Personer: search by number in the body (never in an address), and register by hand whom the register lacks."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from lus.organisations.roles import Permission
from lus.persons.identifiers import InvalidIdentifier
from lus.persons.models import Protection
from lus.persons.queries import find_person
from lus.persons.register import NewPerson, register_person
from lus.refusals import InvalidInput

from .cursors import parameters
from .fields import ClosedBody, DayField, TextField
from .keyed import answer_once, key_of
from .person_body import PersonBody, person_body
from .schema import KEY
from .throttles import PersonSearchRate
from .view import ApiView


class PersonSearch(ClosedBody):
    identifier = TextField(max_length=40)


class FoundPersons(serializers.Serializer[object]):
    results = PersonBody(many=True)


class PersonSearchView(ApiView):
    """Find one person by personnummer, samordningsnummer or national reserve number. Every hit is logged."""

    throttle_classes = (PersonSearchRate,)

    @extend_schema(operation_id="person_search", request=PersonSearch, responses=FoundPersons)
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.SEARCH_PERSONS)
        wanted = PersonSearch(data=request.data)
        wanted.is_valid(raise_exception=True)
        try:
            person = find_person(self.viewer, wanted.validated_data["identifier"], self.at)
        except InvalidIdentifier as error:
            raise InvalidInput(error.message, code="identifier-invalid", field="identifier") from None
        found = [PersonBody(person_body(person)).data] if person else []
        return Response({"results": found})


class NewPersonBody(ClosedBody):
    number = TextField(max_length=40)
    family_name = TextField(max_length=80)
    given_name = TextField(max_length=80, required=False, allow_blank=True)
    issuer = TextField(max_length=40, required=False, allow_blank=True)
    birth_date = DayField(required=False, allow_null=True)
    registered_municipality = serializers.RegexField(r"^\d{4}$", required=False, allow_blank=True)
    street = TextField(max_length=120, required=False, allow_blank=True)
    postal_code = TextField(max_length=6, required=False, allow_blank=True)
    town = TextField(max_length=60, required=False, allow_blank=True)
    language = TextField(max_length=40, required=False, allow_blank=True)
    protection = serializers.ChoiceField(Protection.choices, required=False)


class PersonId(serializers.Serializer[object]):
    person_id = serializers.UUIDField()


class PersonsView(ApiView):
    """Register a person by hand. The answer is the id only."""

    header_parameters = (KEY,)

    @extend_schema(operation_id="person_register", request=NewPersonBody, responses={201: PersonId})
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.REGISTER_STAY)
        key = key_of(request)
        wanted = NewPersonBody(data=request.data)
        wanted.is_valid(raise_exception=True)

        def perform() -> dict[str, Any]:
            new = NewPerson(**wanted.validated_data)
            return {"person_id": str(register_person(new, actor=self.viewer, at=self.at).pk)}

        return answer_once(request, self.viewer, key, perform)
