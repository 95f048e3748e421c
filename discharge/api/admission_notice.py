"""Inskrivningsmeddelandet som begäran: when, and to whom; a fifth item is refused.

The recipients see name, number, registered address and expected discharge (LUS 2 kap. 2 §). The needs steer whom to
tell and are the ward's own.
"""

from typing import Any

from rest_framework import serializers

from discharge.actions.assess_need import Needs
from discharge.actions.send_admission_notice import Recipient
from lus.api.fields import ClosedBody, DayField, InstantField, TextField, pointer_to
from lus.api.problems import error_at
from lus.refusals import Refused, StatutoryFieldsOnly

from .act_bodies import ROLES


class NoticePart(ClosedBody):
    """Part of the notice: an unknown field is an item that the law does not let it carry."""

    def refuse_unknown(self, names: list[str]) -> Refused:
        return FifthField([pointer_to(self, name) for name in names])


class FifthField(StatutoryFieldsOnly):
    """Carries where in the request the extra fields stand."""

    def __init__(self, pointers: list[str]) -> None:
        super().__init__(
            "Inskrivningsmeddelandet har namn, personnummer, folkbokföringsadress och beräknad utskrivning, inget mer.",
            "Ta bort uppgiften. Det som rör vården skickas i en överlämning, med samtycke eller annat rättsligt stöd.",
        )
        self.errors = [
            error_at(pointer, self.code, "Hör inte till lagens fyra uppgifter.") for pointer in pointers
        ]


class AssessedNeeds(ClosedBody):
    """What the treating physician judged; ``assessed_at`` absent = at the admission, or now."""

    municipal_health = serializers.BooleanField(default=False)
    social_services = serializers.BooleanField(default=False)
    outpatient = serializers.BooleanField(default=False)
    physician = TextField(required=False, allow_blank=True, max_length=120)
    assessed_at = InstantField(required=False, allow_null=True)


class NeedsBody(AssessedNeeds, NoticePart):
    """The same as part of a notice."""


class NeedAssessmentBody(ClosedBody):
    """The assessment by itself, before or after the notice; nothing ticked = judged absent, with the reason."""

    needs = AssessedNeeds()
    reason = TextField(required=False, allow_blank=True, max_length=300)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        return {**values, "needs": Needs(**values["needs"])}


class RecipientBody(NoticePart):
    unit_id = serializers.UUIDField()
    role = serializers.ChoiceField(ROLES)


class AdmissionNoticeBody(NoticePart):
    """Identity and address are read from the register by each recipient; they are never sent in."""

    needs = NeedsBody()
    expected_discharge = DayField()
    recipients = RecipientBody(many=True, max_length=20)  # type: ignore[call-arg]

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        return {
            "needs": Needs(**values["needs"]),
            "expected_discharge": values["expected_discharge"],
            "recipients": [
                Recipient(unit_id=str(item["unit_id"]), role=item["role"]) for item in values["recipients"]
            ],
        }
