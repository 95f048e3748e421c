"""Kalla till SIP: what for, when and where, who is called, and what the person has said about it."""

from typing import Any

from django import forms

from discharge.forms.act_form import ActForm, Part
from discharge.forms.error_words import say_what_to_do
from discharge.forms.expected_date import TypedDateField
from discharge.forms.local_moment import LocalMomentField, typed
from discharge.rules.facts_of_meeting import DURATION, PERSON_CHOICES, PLACE_KINDS
from sip.rules.summons import (
    PURPOSE_LIMIT,
    CalledUnit,
    Invited,
    MeetingPlace,
    Summons,
    usual_place_kind,
    usual_purpose,
)
from sip.rules.summons_complete import INVITED_KINDS

HOW_CALLED = (("required", "Krävs"), ("wanted", "Önskas"), ("no", "Kallas inte"))
INVITED = range(1, 4)
DIGITAL = "Behövs när mötet är digitalt."


class MeetingPlaceForm(ActForm):
    """Tid och plats: what a summons and a change of it both ask for."""

    meeting_at = LocalMomentField(label="Mötestid")
    duration_min = forms.IntegerField(
        label="Längd, minuter",
        required=False,
        initial=DURATION,
        error_messages={"invalid": "Skriv längden i minuter, till exempel 45."},
    )
    place_kind = forms.ChoiceField(
        label="Mötet hålls", choices=list(PLACE_KINDS.items()), required=False, widget=forms.RadioSelect
    )
    place = forms.CharField(
        label="Plats", max_length=120, required=False, help_text="Lokal, eller att mötet är digitalt."
    )
    video_url = forms.CharField(label="Möteslänk", max_length=500, required=False, help_text=DIGITAL)
    phone = forms.CharField(label="Telefon till mötet", max_length=60, required=False, help_text=DIGITAL)
    phone_pin = forms.CharField(label="Kod på telefon", max_length=60, required=False)
    provider = forms.CharField(label="Mötesverktyg", max_length=60, required=False)
    no_phone_reason = forms.CharField(label="Skäl om telefon saknas", max_length=300, required=False)

    def at_place(self) -> MeetingPlace:
        """Return how one gets into the meeting."""
        said = self.cleaned_data
        return MeetingPlace(
            said["place_kind"],
            said["video_url"],
            said["provider"],
            said["phone"],
            said["phone_pin"],
            said["no_phone_reason"],
        )


class SipSummonsForm(MeetingPlaceForm):
    """Kalla till SIP. Every unit of the plan is called if nothing else is chosen."""

    purpose = forms.CharField(
        label="Syfte",
        max_length=PURPOSE_LIMIT,
        help_text="Formulera med personen. Alla som kallas läser det.",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Skriv vad mötet är till för."},
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
    field_order = ["idempotency_key", "seen_version", "purpose", "meeting_at"]
    refusal_fields = {"invited": "invited_1_name"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts, person = self.context.page.facts, self.context.page.case.person
        self.fields["purpose"].initial = usual_purpose(facts)
        poll = facts.sip.poll
        self.fields["place_kind"].initial = poll.place_kind if poll else usual_place_kind(facts)
        if poll is not None and poll.chosen is not None:
            self.fields["meeting_at"].initial = typed(poll.chosen)
        self.fields["interpreter"].initial = person.language
        own = str(self.context.actor.unit_id)
        self.called = [unit.unit_id for unit in facts.active_units if unit.unit_id != own]
        for unit_id in self.called:
            self._ask_about(unit_id)
        for number in INVITED:
            self._ask_who(number)
        say_what_to_do(self)  # also in the fields that have just come
        if self.called:
            first = {
                name: f"{name.removesuffix('s')}_{self.called[0]}"
                for name in ("units", "function", "prepare")
            }
            self.refusal_fields = {**self.refusal_fields, **first}

    def _ask_about(self, unit_id: str) -> None:
        unit = self.context.page.units.get(unit_id)
        name = unit.name if unit else "En enhet"
        self.fields[f"unit_{unit_id}"] = forms.ChoiceField(
            label=name, choices=HOW_CALLED, widget=forms.RadioSelect, initial="required", required=False
        )
        self.fields[f"function_{unit_id}"] = forms.CharField(
            label=f"Roll från {name}", max_length=60, required=False
        )
        self.fields[f"prepare_{unit_id}"] = forms.CharField(
            label=f"Att förbereda, {name}",
            max_length=400,
            required=False,
            widget=forms.Textarea({"rows": 2}),
        )

    def _ask_who(self, number: int) -> None:
        kinds = [("", "Välj roll"), *INVITED_KINDS.items()]
        self.fields[f"invited_{number}_kind"] = forms.ChoiceField(
            label=f"Roll, inbjuden {number}", choices=kinds, required=False
        )
        self.fields[f"invited_{number}_name"] = forms.CharField(
            label=f"Namn, inbjuden {number}", max_length=120, required=False
        )
        self.fields[f"invited_{number}_reach"] = forms.CharField(
            label=f"Nås på, inbjuden {number}", max_length=120, required=False
        )

    def parts(self, *starts: str) -> list[Part]:
        """Return the inputs whose names begin with one of ``starts``, in order."""
        return [part for part in self.inputs() if part.field.name.startswith(starts)]

    def first(self) -> list[Part]:
        """What every summons asks."""
        return self.parts("purpose", "meeting_at", "duration_min", "place", "video_url", "phone")

    def units(self) -> list[Part]:
        """Which units are called."""
        return self.parts("unit_")

    def more(self) -> list[Part]:
        """What only some summonses need."""
        return [part for part in self.inputs() if part not in self.first() and part not in self.units()]

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
            units=tuple(self._units()),
            invited=tuple(self._invited()),
            reply_by=said["reply_by"],
            interpreter=said["interpreter"],
            adaptations=said["adaptations"],
            person_choice=said["person_choice"] or "not_asked",
            person_wish=said["person_wish"],
        )
        return {"meeting_at": said["meeting_at"], "place": said["place"], "summons": summons}

    def _units(self) -> list[CalledUnit]:
        said = self.cleaned_data
        return [
            CalledUnit(one, said[f"unit_{one}"] != "wanted", said[f"function_{one}"], said[f"prepare_{one}"])
            for one in self.called
            if said[f"unit_{one}"] != "no"
        ]

    def _invited(self) -> list[Invited]:
        said = self.cleaned_data
        rows = [
            tuple(said[f"invited_{number}_{part}"] for part in ("kind", "name", "reach"))
            for number in INVITED
        ]
        return [Invited(*row) for row in rows if any(row)]
