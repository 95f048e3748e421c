"""Forms of general messages: write, correct, take back; and of the legal grounds for writing about the patient."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from discharge.actions.message_text import LIMIT
from discharge.actions.offered_file import take_offered
from discharge.actions.record_harm_test import OUTCOMES
from discharge.actions.record_information_consent import FORMS, GIVEN_BY, STATES
from discharge.queries.phrases import phrases_of
from discharge.rules.facts_of_messages import Message
from discharge.rules.legal_ground import ORGANISATION, may_share
from discharge.rules.message_categories import CATEGORIES
from lus.web.hinted_label import HintedLabel
from lus.web.words import moment

from .act_form import ActContext, ActForm, Part, ReasonForm
from .offered import offer

INSERT = "insert_phrase"
SHORT = 60


class MessageForm(ActForm):
    """Skriv meddelande: to whom, about what, the text; a phrase of the unit can be put into it."""

    reply_to = forms.UUIDField(label="Svar på", required=False, widget=forms.HiddenInput)
    recipients = forms.MultipleChoiceField(label="Till", widget=forms.CheckboxSelectMultiple)
    category = forms.ChoiceField(label="Gäller", choices=[("", "Välj"), *CATEGORIES.items()])
    text = forms.CharField(
        label="Meddelande",
        max_length=LIMIT,
        widget=forms.Textarea({"rows": 6}),
        help_text=f"Högst {LIMIT} tecken.",
    )
    ack_wanted = forms.BooleanField(label="Kvittens önskas", required=False)
    phrase = forms.ChoiceField(label="Fras", required=False)
    from_address = ("reply_to",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        self._choices("recipients", _others(context))
        self.phrases = phrases_of(context.actor)
        self._choices("phrase", [("", "Välj fras"), *self.phrases])
        answered = _message(context, self["reply_to"].value())
        self.fields["recipients"].initial = _prefilled(context, answered)
        if answered is not None:
            self.fields["category"].initial = answered.category
        elif not may_share(context.page.facts, context.at) and context.page.facts.ward_id != str(
            context.actor.unit_id
        ):
            self.fields["category"].initial = ORGANISATION

    def _choices(self, name: str, choices: list[Any]) -> None:
        offer(self, name, choices)

    @property
    def writing(self) -> list[Part]:
        """The inputs above the phrases."""
        return [part for part in self.inputs() if part.field.name not in ("phrase", "ack_wanted")]

    @classmethod
    def changed(cls, data: QueryDict, context: ActContext) -> dict[str, Any] | None:
        """Return what the form holds when *Infoga* was pressed: the text with the phrase after it."""
        if INSERT not in data:
            return None
        phrase = dict(phrases_of(context.actor)).get(data.get("phrase", ""), "")
        text = "\n".join(part for part in (data.get("text", "").rstrip(), phrase) if part)
        return {**data.dict(), "recipients": data.getlist("recipients"), "text": text, "phrase": ""}

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        del typed["phrase"]
        return {**typed, "recipients": [UUID(unit_id) for unit_id in typed["recipients"]]}


class OwnMessageForm(ActForm):
    """An act on a message of the own unit: which one."""

    message_id = forms.ChoiceField(label="Meddelande", widget=forms.RadioSelect)
    from_address = ("message_id",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        own = own_messages(context)
        choices = [(one.event_id, _label(one, context)) for one in own]
        offer(self, "message_id", choices)
        if own:
            self.fields["message_id"].initial = own[0].event_id

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return {**typed, "message_id": UUID(typed["message_id"])}


class WithdrawMessageForm(OwnMessageForm, ReasonForm):
    """Återkalla: which message, and why."""

    field_order = ["message_id", "reason"]


class CorrectMessageForm(OwnMessageForm, ReasonForm):
    """Rätta: the right text, and why."""

    text = forms.CharField(label="Rätt text", max_length=LIMIT, widget=forms.Textarea({"rows": 6}))
    field_order = ["message_id", "text", "reason"]

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        chosen = _message(context, self["message_id"].value())
        if chosen is not None:
            # The text belongs to this message: another one is corrected from its own button.
            self.fields["text"].initial = chosen.text
            offer(self, "message_id", [(chosen.event_id, _label(chosen, context))])


class AttachmentForm(OwnMessageForm):
    """Bifoga fil: to which message, what it is called, and the file."""

    title = forms.CharField(
        label="Vad är det?", max_length=80, help_text="Till exempel hjälpmedelslista. Skriv inget namn."
    )
    file = forms.FileField(label="Fil", help_text="PDF, PNG, JPEG eller textfil.", allow_empty_file=True)
    field_order = ["message_id", "title", "file"]

    def arguments(self) -> dict[str, Any]:
        typed = super().arguments()
        return {**typed, "file": take_offered(typed["file"])}


class InformationConsentForm(ActForm):
    """Samtycke till att dela uppgifter: the answer, who gave it, and how."""

    state = forms.ChoiceField(
        label="Samtycker personen?", choices=list(STATES.items()), widget=forms.RadioSelect
    )
    given_by = forms.ChoiceField(
        label="Svarade", choices=list(GIVEN_BY.items()), widget=forms.RadioSelect, initial="self"
    )
    # Not "form": see GiveSummaryForm.
    how = forms.ChoiceField(
        label="Hur", choices=list(FORMS.items()), widget=forms.RadioSelect, initial="oral"
    )
    refusal_fields = {"form": "how"}

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        return {"form": given.pop("how"), **given}


class HarmTestForm(ActForm):
    """Menprövning: what was judged, and by whom."""

    outcome = forms.ChoiceField(label="Resultat", choices=list(OUTCOMES.items()), widget=forms.RadioSelect)
    physician = forms.CharField(label="Prövad av", max_length=120, help_text="Läkarens namn.")
    provision = forms.CharField(
        label="Bestämmelse",
        required=False,
        max_length=120,
        help_text="Lag och paragraf, när en sådan ger stöd.",
    )


def own_messages(context: ActContext) -> list[Message]:
    """Return the own unit's messages that still hold, newest first."""
    own = str(context.actor.unit_id)
    found = [one for one in context.page.facts.messages if one.unit_id == own and one.withdrawn_at is None]
    return found[::-1]


def _label(message: Message, context: ActContext) -> HintedLabel:
    text = " ".join(message.text.split())
    shown = text if len(text) <= SHORT else f"{text[:SHORT].rstrip()} …"
    return HintedLabel(f"{CATEGORIES[message.category]}, {moment(message.sent_at, context.at)}", shown)


def _message(context: ActContext, message_id: Any) -> Message | None:
    found = [one for one in context.page.facts.messages if one.event_id == str(message_id or "")]
    return found[0] if found else None


def _others(context: ActContext) -> list[tuple[str, str]]:
    """The other units of the case, the ward first."""
    facts, units = context.page.facts, context.page.units
    ids = [facts.ward_id, *(unit.unit_id for unit in facts.active_units)]
    return [(unit_id, units[unit_id].name) for unit_id in ids if unit_id != str(context.actor.unit_id)]


def _prefilled(context: ActContext, answered: Message | None) -> list[str]:
    """An answer goes to all who had the question; the ward writes to every unit, the others to the ward."""
    own, facts = str(context.actor.unit_id), context.page.facts
    if answered is not None:
        return [unit_id for unit_id in (answered.unit_id, *answered.recipients) if unit_id != own]
    if own == facts.ward_id:
        return [unit.unit_id for unit in facts.active_units]
    return [facts.ward_id]
