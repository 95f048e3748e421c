"""Forms about the meeting of a joint plan: another time, called off, the answer to the summons, and who came."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.forms.act_form import ActForm, Part
from discharge.forms.error_words import say_what_to_do
from discharge.forms.local_moment import typed
from discharge.forms.offered import offer
from discharge.forms.unit_choice import unit_choices
from discharge.queries.participant_name import participant_name
from discharge.queries.substitute_words import instead_of
from discharge.rules.sip_choices import ANSWERS, PERSON_HOW, UNIT_HOW
from sip.leader_form import LEADER_TELLS, LeaderTellsForm
from sip.place_form import MeetingPlaceForm

UNIT, INVITED = "unit_", "invited_"


class SipTimeForm(MeetingPlaceForm):
    """Ändra mötestid: the new time and place, and why."""

    reason = forms.CharField(label="Orsak", max_length=300, widget=forms.Textarea({"rows": 2}))
    field_order = ["idempotency_key", "seen_version", "meeting_at", "place_kind", "place"]
    KEPT = (
        "duration_min",
        "place_kind",
        "place",
        "video_url",
        "phone",
        "phone_pin",
        "provider",
        "no_phone_reason",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meeting = self.context.page.facts.sip.meeting
        if meeting is None:
            return
        for name in self.KEPT:
            self.fields[name].initial = getattr(meeting, name)
        if meeting.starts_at is not None:
            self.fields["meeting_at"].initial = typed(meeting.starts_at)

    def first(self) -> list[Part]:
        """When and where."""
        return [part for part in self.inputs() if part.field.name in ("meeting_at", "place_kind", "place")]

    def last(self) -> list[Part]:
        """For how long, and why it is changed."""
        return [part for part in self.inputs() if part.field.name in ("duration_min", "reason")]

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned_data
        kind_known = {"at_place": self.at_place()} if said["place_kind"] else {}
        plain = {name: said[name] for name in ("meeting_at", "place", "reason", "duration_min")}
        return {**plain, **kind_known}


class SipSummonsAnswerForm(ActForm):
    """Svara på kallelsen: comes, cannot, or sends somebody else."""

    answer = forms.ChoiceField(label="Svar", choices=list(ANSWERS.items()), widget=forms.RadioSelect)
    text = forms.CharField(
        label="Vem kommer, eller varför inte?",
        required=False,
        max_length=200,
        help_text="Behövs om ni inte kan eller skickar någon annan. Alla i ärendet läser det.",
    )
    substitute_unit_id = forms.ChoiceField(
        label="Från en annan enhet?",
        required=False,
        help_text="Tomt: någon från er. Annars svarar den som kallar ja eller nej.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meeting = self.context.page.facts.sip.meeting
        met = {one.unit_id for one in meeting.called} | {meeting.summoned_by} if meeting else set()
        offer(self, "substitute_unit_id", unit_choices(without=met))

    def first(self) -> list[Part]:
        """What every answer says."""
        return [part for part in self.inputs() if part.field.name != "substitute_unit_id"]

    def instead(self) -> list[Part]:
        """What only somebody who sends another says."""
        return [part for part in self.inputs() if part.field.name == "substitute_unit_id"]

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        other = said["substitute_unit_id"] if said["answer"] == "sends_other" else ""
        return {**said, "substitute_unit_id": UUID(other) if other else None}


class SipMeetingForm(LeaderTellsForm):
    """Mötet är hållet: how each called unit took part, and how the person did."""

    person = forms.ChoiceField(
        label="Hur deltog personen?", choices=list(PERSON_HOW.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="Anteckning",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Behövs när personen inte deltog: varför.",
    )
    refusal_fields = {"attendance": "person", "people": "person"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        for unit_id in page.facts.sip.called:
            name = _with_substitute(unit_id, page)
            self.fields[UNIT + unit_id] = forms.ChoiceField(
                label=name,
                choices=list(UNIT_HOW.items()),
                widget=forms.RadioSelect,
                error_messages={"required": "Välj hur enheten deltog."},
            )
        meeting = page.facts.sip.meeting
        invited = [one for one in meeting.called if one.kind not in ("unit", "person")] if meeting else []
        for one in invited:
            self.fields[INVITED + one.participant_id] = forms.ChoiceField(
                label=participant_name(one, page),
                choices=list(UNIT_HOW.items()),
                widget=forms.RadioSelect,
                error_messages={"required": "Välj hur hen deltog."},
            )
        say_what_to_do(self)
        here = [name for name in self.fields if name.startswith((UNIT, INVITED))]
        self.order_fields([*here, "person", "note", *LEADER_TELLS])

    def arguments(self) -> dict[str, Any]:
        typed_in = self.cleaned()
        came = {name.removeprefix(UNIT): how for name, how in typed_in.items() if name.startswith(UNIT)}
        people = {
            name.removeprefix(INVITED): how for name, how in typed_in.items() if name.startswith(INVITED)
        }
        plain = {"person": typed_in["person"], "note": typed_in["note"]}
        return {"attendance": came, "people": people, **plain, "told": self.told()}


def _with_substitute(unit_id: str, page: Any) -> str:
    """``Biståndet Nacka (Eva Ek kommer i stället)``."""
    name = page.units[unit_id].name if unit_id in page.units else "En enhet"
    meeting = page.facts.sip.meeting
    one = meeting.of_unit(unit_id) if meeting else None
    instead = instead_of(one, page) if one else ""
    return f"{name} ({instead})" if instead else name
