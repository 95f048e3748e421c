"""Bodies of the acts about consent."""

from typing import Any

from rest_framework import serializers

from discharge.actions.consent_answer import Validity
from discharge.actions.record_harm_test import OUTCOMES
from discharge.rules.facts_of_consents import (
    CONSENT_FORMS,
    CONSENT_GIVEN_BY,
    CONSENT_KINDS,
    HARM_TEST_SCOPES,
)
from lus.api.fields import ClosedBody, DayField, TextField

from .actions.record_sip_consent import STATES
from .actions.record_sip_harm_test import LIMIT

# Named in the contract (ENUM_NAME_OVERRIDES). Without a number a guardian is the first.
KINDS = list(CONSENT_KINDS.items())
HARM_TEST_OUTCOMES = list(OUTCOMES.items())
FORMS = list(CONSENT_FORMS.items())
GIVEN_BY = [*CONSENT_GIVEN_BY.items(), ("guardian", "Vårdnadshavare")]


class _SaidBody(ClosedBody):
    given_by = serializers.ChoiceField(GIVEN_BY, required=False)
    form = serializers.ChoiceField(FORMS, required=False)


class ValidityBody(ClosedBody):
    """First and last day. ``valid_from``: today when left out."""

    valid_from = DayField(required=False)
    valid_until = DayField(required=False, allow_null=True)


class ConsentBody(_SaidBody):
    """``kinds``: the summons alone, when left out. Without ``validity`` it holds from today, as long as usual."""

    kinds = serializers.ListField(
        child=serializers.ChoiceField(KINDS), required=False, allow_empty=False, max_length=len(KINDS)
    )
    state = serializers.ChoiceField(list(STATES.items()))
    validity = ValidityBody(required=False)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the days as one value."""
        if "validity" not in values:
            return values
        return {**values, "validity": Validity(**values["validity"])}


class WithdrawConsentBody(_SaidBody):
    kinds = serializers.ListField(
        child=serializers.ChoiceField(KINDS), allow_empty=False, max_length=len(KINDS)
    )


class StartHarmTestBody(ClosedBody):
    reason = TextField(max_length=300)


class SipHarmTestBody(ClosedBody):
    outcome = serializers.ChoiceField(HARM_TEST_OUTCOMES)
    physician = TextField(max_length=120)
    reasons = TextField(max_length=LIMIT)
    views = TextField(required=False, allow_blank=True, max_length=LIMIT)
    scope = serializers.ChoiceField(list(HARM_TEST_SCOPES.items()), required=False)
    review_on = DayField()
    provision = TextField(required=False, allow_blank=True, max_length=120)
