"""Rätta en uppgift: which one, what is right, and why; and a colleague's confirmation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from discharge.events import EVENTS
from discharge.queries.case_list import CARE_FORMS
from discharge.rules.correctable import CORRECTABLE, HAPPENED
from discharge.rules.corrected import corrected
from discharge.rules.destinations import DESTINATIONS
from discharge.rules.facts import EventFact
from discharge.rules.stages_of_corrections import own_facts
from lus.web.hinted_label import HintedLabel
from lus.web.words import moment

from .act_form import ActContext, ActForm, ReasonForm
from .local_moment import LocalMomentField, pass_name, typed
from .offered import offer

KEYS = tuple(dict.fromkeys(field.key for fields in CORRECTABLE.values() for field in fields))


class CorrectEventForm(ReasonForm):
    """Rätta: the fact, then its own fields with what stands there now. Choosing another fact shows its fields."""

    event_id = forms.ChoiceField(label="Uppgift", widget=forms.RadioSelect)
    shown_for = forms.CharField(required=False, widget=forms.HiddenInput)
    happened_at = LocalMomentField(label="Tid", required=False)
    assessed_at = LocalMomentField(label="Bedömd kl.", required=False)
    first_contact_at = LocalMomentField(label="Första kontakt", required=False)
    expected_back = LocalMomentField(label="Väntas åter", required=False)
    physician = forms.CharField(label="Läkare", required=False, max_length=120)
    destination = forms.ChoiceField(
        label="Till", required=False, choices=list(DESTINATIONS.items()), widget=forms.RadioSelect
    )
    destination_text = forms.CharField(label="Vart", required=False, max_length=80)
    care_form = forms.ChoiceField(label="Vårdform", required=False, choices=list(CARE_FORMS.items()))
    field_order = ("event_id", *KEYS, "reason")
    from_address = ("event_id",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        facts = correctable(context)
        chosen = self._chosen(facts)
        choices = [(event.event_id, _label(event, context)) for event in facts]
        if self.initial.get("event_id"):
            choices = [choice for choice in choices if chosen and choice[0] == chosen.event_id]
        offer(self, "event_id", choices)
        self.fields["event_id"].initial = chosen.event_id if chosen else None
        self.fields["shown_for"].initial = chosen.event_id if chosen else ""
        self._ask_about(chosen)

    def _chosen(self, facts: list[EventFact]) -> EventFact | None:
        # Asked of the data itself: a bound field would keep the initial value that it was first asked with.
        asked = self.data.get("event_id") if self.is_bound else self.initial.get("event_id")
        return next((event for event in facts if event.event_id == asked), facts[0] if facts else None)

    def _ask_about(self, chosen: EventFact | None) -> None:
        wanted = {field.key: field for field in CORRECTABLE[chosen.name]} if chosen else {}
        for key in KEYS:
            if key not in wanted:
                self.fields.pop(key)
                self.fields.pop(pass_name(key), None)
                continue
            assert chosen is not None
            self.fields[key].label = wanted[key].label
            self.fields[key].required = wanted[key].required
            self.fields[key].initial = _shown(chosen, key, wanted[key].kind)

    @classmethod
    def changed(cls, data: QueryDict, context: ActContext) -> dict[str, Any] | None:
        """Return what the form holds when another fact was chosen than the one whose fields were shown."""
        if not data.get("shown_for") or data.get("event_id", "") in ("", data["shown_for"]):
            return None
        kept = {name: data.get(name, "") for name in ("reason", "idempotency_key")}
        return {**kept, "event_id": data.get("event_id", "")}

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        values = {key: _text(said[key]) for key in KEYS if key in said}
        return {"event_id": UUID(said["event_id"]), "values": values, "reason": said["reason"]}


class ConfirmCorrectionForm(ActForm):
    """Bekräfta: which proposal."""

    proposal_id = forms.ChoiceField(label="Rättelse", widget=forms.RadioSelect)
    from_address = ("proposal_id",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        own = str(context.actor.unit_id)
        found = [one for one in context.page.facts.corrections.proposals if one.unit_id == own][::-1]
        choices = [
            (
                one.event_id,
                HintedLabel(EVENTS[one.data["event_name"]].label, change_words(one.data, context.at)),
            )
            for one in found
        ]
        offer(self, "proposal_id", choices)
        if found:
            self.fields["proposal_id"].initial = found[0].event_id

    def arguments(self) -> dict[str, Any]:
        return {"proposal_id": UUID(self.cleaned()["proposal_id"])}


def correctable(context: ActContext) -> list[EventFact]:
    """Return the unit's facts that may be corrected as they read now, newest first."""
    facts = context.page.facts
    now = {event.event_id: event for event in corrected(facts.events)}
    return [now[event.event_id] for event in own_facts(facts, str(context.actor.unit_id))]


def change_words(data: Any, at: datetime) -> str:
    """``Utskriven kl.: 11.25 → 11.10. Till: Ordinärt boende → Korttidsboende.``"""
    labels = {field.key: field for field in CORRECTABLE[data["event_name"]]}
    parts = []
    for key, new in data["new"].items():
        field = labels[key]
        old = value_words(data["old"].get(key), field.kind, at)
        parts.append(f"{field.label.removesuffix(' kl.')}: {old} → {value_words(new, field.kind, at)}.")
    return " ".join(parts)


def value_words(value: Any, kind: str, at: datetime) -> str:
    """Return the value of one field in words; ``inget`` when nothing stood there."""
    if not value:
        return "inget"
    if kind == "moment":
        return moment(datetime.fromisoformat(value), at)
    return {"destination": DESTINATIONS, "care_form": CARE_FORMS}.get(kind, {}).get(value, value)


def _shown(event: EventFact, key: str, kind: str) -> str:
    value = event.happened_at.isoformat() if key == HAPPENED else event.data.get(key) or ""
    return typed(datetime.fromisoformat(value)) if kind == "moment" and value else value


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else value or ""


def _label(event: EventFact, context: ActContext) -> HintedLabel:
    fields = CORRECTABLE[event.name]
    shown = [_now(event, field.key, field.kind, context.at) for field in fields]
    return HintedLabel(EVENTS[event.name].label, ", ".join(part for part in shown if part))


def _now(event: EventFact, key: str, kind: str, at: datetime) -> str:
    value = event.happened_at.isoformat() if key == HAPPENED else event.data.get(key)
    return value_words(value, kind, at) if value else ""
