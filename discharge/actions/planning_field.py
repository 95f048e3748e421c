"""Egen fråga: only the unit that owns a field answers it, and never over an answer that it has not seen."""

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_planning import FieldAnswer
from discharge.rules.planning_basis import AskedField, asked_field
from discharge.rules.planning_fields import FIELD, OWNER_WORDS
from discharge.rules.words import clock_words
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id
from lus.refusals import InvalidInput, Refused, refused


class FieldChanged(Refused):
    """The field was answered while the page was open. Nothing is lost: both answers are told."""

    status, code, title = 409, "field-changed", "Någon annan har svarat"


def own_field(facts: CaseFacts, actor: Actor, key: str) -> AskedField:
    """Return the field ``key``. Raises InvalidInput for an unknown one, not-field-owner for one of others."""
    asked = asked_field(facts, key)
    if asked is None:
        detail = (
            "Frågan finns inte i underlaget." if key not in FIELD else "Ingen enhet i ärendet äger frågan."
        )
        raise InvalidInput(detail, "Välj en fråga i ärendets underlag.", field="field")
    if asked.unit_id not in {str(unit_id) for unit_id in actor.unit_ids}:
        unit = units_by_id([asked.unit_id]).get(asked.unit_id)
        owner = unit.name if unit else OWNER_WORDS[asked.field.owner]
        raise refused(
            "not-field-owner",
            "Frågan ägs av en annan enhet",
            f"{owner} svarar på frågan {asked.field.label}",
            "Be enheten svara, eller flytta frågan till er.",
            field="field",
        )
    return asked


def refuse_newer_answer(asked: AskedField, actor: Actor, seen_version: int | None, typed: str) -> None:
    """Raise FieldChanged when the field has an answer that the page of ``seen_version`` did not show."""
    answer = asked.answer
    if answer is None or seen_version is None or answer.seq <= seen_version:
        return
    raise FieldChanged(
        f"{asked.field.label} {answer.by}, {answer.unit_name}, svarade {clock_words(answer.at)}: "
        f"”{said(asked, answer)}”. Ni skrev: ”{typed}”.",
        "Låt svaret stå, eller spara ert svar i stället.",
        field="value",
        event_id=answer.event_id,
    )


def said(asked: AskedField, answer: FieldAnswer) -> str:
    """Return the answer in words."""
    if answer.state == "unknown":
        return "Vet ej"
    return "Ej aktuellt" if answer.state == "not_applicable" else asked.field.words(answer.value)
