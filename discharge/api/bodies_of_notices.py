"""Vad återkallelser och utsedda kontakter behöver veta: one closed body per act."""

from rest_framework import serializers

from discharge.actions.record_information_consent import FORMS, GIVEN_BY
from discharge.rules.given_consents import CONSENT_KINDS
from lus.api.fields import ClosedBody

FORM_CHOICES = list(FORMS.items())


class WithdrawConsentBody(ClosedBody):
    kind = serializers.ChoiceField(list(CONSENT_KINDS.items()))
    given_by = serializers.ChoiceField(list(GIVEN_BY.items()), required=False)
    form = serializers.ChoiceField(FORM_CHOICES, required=False)
