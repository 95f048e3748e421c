"""SIP-handlingar i ärendet: the rows that sip adds to the table of acts."""

from rest_framework import serializers

from discharge.api.act_route import ActRoute, add_acts
from discharge.api.act_views import act_paths
from lus.api.code_lists import add_code_lists
from lus.api.fields import ClosedBody, InstantField, TextField
from lus.organisations.roles import Permission

from .actions import record_sip_consent as consent
from .actions.assess_sip_need import assess_sip_need
from .actions.record_sip_consent import record_sip_consent
from .actions.send_sip_summons import send_sip_summons


class NeedBody(ClosedBody):
    needed = serializers.BooleanField()
    reason = TextField(required=False, allow_blank=True, max_length=300)


class ConsentBody(ClosedBody):
    state = serializers.ChoiceField(list(consent.STATES.items()))
    given_by = serializers.ChoiceField(list(consent.GIVEN_BY.items()), required=False)


class SummonsBody(ClosedBody):
    meeting_at = InstantField()
    place = TextField(max_length=120)


SIP_ACTS = add_acts(
    ActRoute(assess_sip_need, Permission.SEE_CASES, NeedBody),
    ActRoute(record_sip_consent, Permission.SEE_CASES, ConsentBody),
    ActRoute(send_sip_summons, Permission.SUMMON_TO_SIP, SummonsBody),
)
add_code_lists({"sip-consents": consent.STATES, "sip-consent-given-by": consent.GIVEN_BY})

v1 = act_paths(SIP_ACTS)
