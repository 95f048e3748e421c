"""Kalla till SIP: what for, when and where, who is called, and what the person has said about it."""

from typing import Any, Final

from django import forms

from discharge.forms.act_form import Part
from discharge.forms.expected_date import TypedDateField
from discharge.forms.local_moment import typed
from discharge.rules.facts_of_meeting import DURATION, PERSON_CHOICES
from sip.called_form import CalledForm
from sip.place_form import DIGITAL, MeetingPlaceForm
from sip.rules.summons import PURPOSE_LIMIT, Summons, usual_place_kind, usual_purpose

# What every summons asks; the rest is folded.
FIRST: Final = ("purpose", "meeting_at", "short", "place_kind", "place")


class SipSummonsForm(CalledForm, MeetingPlaceForm):
    """Kalla till SIP. Every unit of the plan is called if nothing else is chosen."""

    purpose = forms.CharField(
        label="Syfte",
        max_length=PURPOSE_LIMIT,
        help_text="Formulera med personen. Alla som kallas läser det.",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Skriv vad mötet är till för."},
    )
    short = forms.BooleanField(
        label="Kort SIP (10 min)",
        required=False,
        help_text="För enkla behov: vad är viktigt, vem gör vad, uppföljning.",
    )
    reply_by = TypedDateField(
        label="Svara senast", required=False, help_text="Tomt: tre vardagar. ÅÅÅÅ-MM-DD"
    )
    person_choice = forms.ChoiceField(
        label="Vill personen ha med alla som kallas?",
        choices=list(PERSON_CHOICES.items()),
        widget=forms.RadioSelect,
        initial="not_asked",
        required=False,
    )
    person_wish = forms.CharField(label="Personens önskan om deltagare", max_length=300, required=False)
    interpreter = forms.CharField(
        label="Tolk, språk", max_length=60, required=False, help_text="Tomt: ingen tolk behövs."
    )
    adaptations = forms.CharField(
        label="Anpassningar", max_length=300, required=False, help_text="Tomt: inga behövs."
    )
    field_order = ["idempotency_key", "seen_version", "purpose", "meeting_at", "short"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts, person = self.context.page.facts, self.context.page.case.person
        self.fields["purpose"].initial = usual_purpose(facts)
        poll = facts.sip.poll
        self.fields["place_kind"].initial = poll.place_kind if poll else usual_place_kind(facts)
        if poll is not None and poll.chosen is not None:
            self.fields["meeting_at"].initial = typed(poll.chosen)
        self.fields["interpreter"].initial = person.language

    def first(self) -> list[Part]:
        """What every summons asks."""
        return self.parts(*FIRST)

    def reply(self) -> list[Part]:
        """Until when the called answer."""
        return self.parts("reply_by")

    def more(self) -> list[Part]:
        """What only some summonses need."""
        shown = [*self.first(), *self.units(), *self.reply()]
        return [part for part in self.inputs() if part not in shown and part.field.name not in DIGITAL]

    @property
    def has_more(self) -> bool:
        """Whether something that stands folded must be seen."""
        return any(part.field.errors for part in self.more())

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned_data
        summons = Summons(
            purpose=said["purpose"],
            duration_min=DURATION if said["duration_min"] is None else said["duration_min"],
            at_place=self.at_place(),
            units=tuple(self.called_units()),
            invited=tuple(self.invited()),
            reply_by=said["reply_by"],
            interpreter=said["interpreter"],
            adaptations=said["adaptations"],
            person_choice=said["person_choice"] or "not_asked",
            person_wish=said["person_wish"],
            short=said["short"],
        )
        return {"meeting_at": said["meeting_at"], "place": said["place"], "summons": summons}
