"""Between an agreement record and its JSON: dates as ISO, decimals as text, so that nothing is rounded."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from discharge.rules.agreements import AgreementRecord

DATES = frozenset({"valid_from", "valid_to", "payment_active_from"})
TUPLES = frozenset({"municipality_codes", "excluded_legal_status", "activated_by", "verified_by"})
MAPS = frozenset({"interpretations", "field_trust"})


def as_json(record: AgreementRecord) -> dict[str, Any]:
    """Return the record as JSON values."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def as_record(terms: Mapping[str, Any]) -> AgreementRecord:
    """Return the record that ``as_json`` was made from. Raises TypeError for a field that records do not have."""
    return AgreementRecord(**{name: _read(name, value) for name, value in terms.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _read(name: str, value: Any) -> Any:
    if name in TUPLES:
        return tuple(value)
    if name in MAPS:
        return MappingProxyType(dict(value))
    if value is None:
        return None
    if name in DATES:
        return date.fromisoformat(value)
    if name == "cutoff_time":
        return time.fromisoformat(value)
    return Decimal(value) if name == "mean_level" else value
