"""Spärr i API:et: what its acts need to be told, and what a case says of its blocks."""

from typing import Any

from rest_framework import serializers

from discharge.actions.record_information_consent import FORMS
from discharge.queries.case_page import CasePage
from discharge.rules.blocks import ASKED_BY, SCOPES, blocks_of_others, standing_blocks
from lus.api.fields import ClosedBody, InstantField, TextField
from lus.organisations.actor import Actor

SCOPE_CHOICES = [(key, scope.label) for key, scope in SCOPES.items()]
ASKED_BY_CHOICES = list(ASKED_BY.items())
FORM_CHOICES = list(FORMS.items())


class SetBlockBody(ClosedBody):
    scope = serializers.ChoiceField(SCOPE_CHOICES)
    asked_by = serializers.ChoiceField(ASKED_BY_CHOICES, required=False)


class LiftBlockBody(ClosedBody):
    block_id = serializers.UUIDField()
    form = serializers.ChoiceField(FORM_CHOICES, required=False)


class OpenBlockBody(ClosedBody):
    unit_id = serializers.UUIDField()
    reason = TextField(max_length=300)
    confirmed = serializers.BooleanField()


class OwnBlockOut(serializers.Serializer[object]):
    block_id = serializers.UUIDField()
    scope = serializers.CharField()
    set_at = InstantField()


class BlocksOut(serializers.Serializer[object]):
    """``own``: the viewer's units' blocks. ``units``: other units that have blocked something; never what."""

    own = OwnBlockOut(many=True)
    units = serializers.ListField(child=serializers.UUIDField())


def blocks_out(page: CasePage, viewer: Actor) -> dict[str, Any]:
    """Return the blocks in force as the viewer may know them."""
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    others = dict.fromkeys(block.unit_id for block in blocks_of_others(page.facts, own))
    mine = [block for block in standing_blocks(page.facts) if block.unit_id in own]
    return {"own": mine, "units": list(others)}
