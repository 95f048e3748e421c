"""Vårdkedjan i ett svar: the wards of the stay, leave, the act's reach, and the other cases of the chain."""

from typing import Any

from rest_framework import serializers

from discharge.queries.case_page import CasePage
from lus.api.fields import InstantField


class StayOut(serializers.Serializer[object]):
    """One ward's time. ``to`` null = still there; ``confirmed_at`` null = nobody has confirmed a move."""

    ward_id = serializers.UUIDField()
    start = InstantField()
    end = InstantField(allow_null=True)
    confirmed_at = InstantField(allow_null=True)


class LeaveOut(serializers.Serializer[object]):
    start = InstantField()
    end = InstantField(allow_null=True)


class ChainedCaseOut(serializers.Serializer[object]):
    """A case of the same chain that the client's unit is party to as well."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    stay = serializers.CharField()
    admitted_at = InstantField()


class ScopeOut(serializers.Serializer[object]):
    """``covered`` False: the act does not cover the patient. ``care_plan_at``: instead of SIP (ÖPT, ÖRV)."""

    covered = serializers.BooleanField()
    reason = serializers.CharField()
    care_plan_at = InstantField(allow_null=True)
    told_outside_at = InstantField(allow_null=True)


def stays_of(page: CasePage) -> list[dict[str, Any]]:
    """Return the wards' times, oldest first."""
    return [
        {"ward_id": one.ward_id, "start": one.start, "end": one.end, "confirmed_at": one.confirmed_at}
        for one in page.facts.chain.segments
    ]


def leave_of(page: CasePage) -> list[dict[str, Any]]:
    """Return the periods of leave, oldest first."""
    return [{"start": start, "end": end} for start, end in page.facts.leave]


def chain_of(page: CasePage) -> list[dict[str, Any]]:
    """Return the other cases of the chain, oldest first."""
    return [
        {"id": one.case_id, "reference": one.reference, "stay": one.stay, "admitted_at": one.admitted_at}
        for one in page.chain
    ]


def scope_of(page: CasePage) -> dict[str, Any]:
    """Return what the act's reach over the case is."""
    scope = page.facts.scope
    return {
        "covered": not scope.is_outside,
        "reason": scope.outside_reason,
        "care_plan_at": scope.care_plan_at,
        "told_outside_at": scope.told_outside_at,
    }
