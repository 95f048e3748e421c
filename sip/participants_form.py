"""Ändra deltagare: the same questions as the summons asked, answered as they stand now."""

from typing import Any, Final
from uuid import UUID

from django import forms

from discharge.forms.act_form import ActForm, Part
from discharge.forms.offered import offer
from discharge.queries.participant_name import participant_name
from discharge.rules.facts_of_meeting import Participant, SipMeeting
from sip.called_form import INVITED, CalledForm
from sip.rules.participants import ChangedUnit, ParticipantChanges
from sip.rules.summons import CalledUnit

PERSON: Final = "person_"
KEEP: Final = (("keep", "Är kallad"), ("remove", "Tas bort"))


class SipParticipantsForm(CalledForm):
    """Ändra deltagare. Who is left as they are stays called, and their answer stands."""

    reason = forms.CharField(label="Orsak", max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for unit_id in self.called:
            self._as_it_stands(unit_id)
        for one in self._people():
            self.fields[PERSON + one.participant_id] = forms.ChoiceField(
                label=participant_name(one, self.context.page),
                choices=KEEP,
                widget=forms.RadioSelect,
                initial="keep",
                required=False,
            )
        for one in self._gone():
            self.fields[PERSON + one.participant_id] = forms.ChoiceField(
                label=participant_name(one, self.context.page),
                choices=KEEP,
                widget=forms.RadioSelect,
                initial="remove",
                help_text="Enheten är inte längre med.",
                required=False,
            )

    @property
    def meeting(self) -> SipMeeting | None:
        """The meeting ahead; the page refuses to be shown without."""
        return self.context.page.facts.sip.meeting

    def _people(self) -> list[Participant]:
        called = self.meeting.called if self.meeting else ()
        return [one for one in called if one.kind not in ("unit", "person")]

    def _gone(self) -> list[Participant]:
        """Called units that have left the plan, and so can only be taken away."""
        called = self.meeting.called if self.meeting else ()
        return [one for one in called if one.kind == "unit" and one.unit_id not in self.called]

    def _as_it_stands(self, unit_id: str) -> None:
        one = self.meeting.of_unit(unit_id) if self.meeting else None
        how = "no" if one is None else "required" if one.required else "wanted"
        self.fields[f"unit_{unit_id}"].initial = how
        if one is not None:
            self.fields[f"function_{unit_id}"].initial = one.function
            self.fields[f"prepare_{unit_id}"].initial = one.prepare

    def first(self) -> list[Part]:
        """Who is called now, and who can be."""
        return self.parts("unit_", PERSON)

    def new_people(self) -> list[Part]:
        """Somebody without an account who is invited now."""
        return self.parts(*(f"invited_{number}_" for number in INVITED))

    def words(self) -> list[Part]:
        """What each unit is asked to send and prepare."""
        return self.parts("function_", "prepare_")

    def last(self) -> list[Part]:
        """Why."""
        return self.parts("reason")

    @property
    def has_people(self) -> bool:
        """Whether the folded names must be seen."""
        return any(part.field.errors for part in self.new_people())

    @property
    def has_words(self) -> bool:
        """Whether the folded words must be seen."""
        return any(part.field.errors for part in self.words())

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned_data
        # Without a meeting nothing is changed, and the act says what is so.
        called = self.meeting.called if self.meeting else ()
        wanted = {unit.unit_id: unit for unit in self.called_units()}
        now = {one.unit_id: one for one in called if one.unit_id in self.called}
        away = [one.participant_id for unit_id, one in now.items() if unit_id not in wanted]
        people = (*self._people(), *self._gone())
        away += [one.participant_id for one in people if self._is_away(one)]
        changes = ParticipantChanges(
            add=tuple(unit for unit_id, unit in wanted.items() if unit_id not in now),
            invite=tuple(self.invited()),
            remove=tuple(away),
            change=tuple(
                _changed(now[one], unit) for one, unit in wanted.items() if _differs(now.get(one), unit)
            ),
        )
        return {"changes": changes, "reason": said["reason"]}

    def _is_away(self, one: Participant) -> bool:
        name = PERSON + one.participant_id
        return (self.cleaned_data[name] or self.fields[name].initial) == "remove"


class SubstituteForm(ActForm):
    """Ersättare från en annan enhet: yes or no to one of those that wait."""

    participant_id = forms.ChoiceField(label="Ersättare", widget=forms.RadioSelect)
    approved = forms.ChoiceField(
        label="Godkänner ni?", choices=[("yes", "Ja"), ("no", "Nej")], widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="Orsak", max_length=300, required=False, help_text="Behövs om svaret är nej."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        meeting = page.facts.sip.meeting
        waiting = [one for one in meeting.called if one.is_proposed] if meeting else []
        offer(self, "participant_id", [(one.participant_id, _proposal(one, page)) for one in waiting])
        if len(waiting) == 1:
            self.fields["participant_id"].initial = waiting[0].participant_id

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        return {
            "participant_id": UUID(said["participant_id"]),
            "approved": said["approved"] == "yes",
            "reason": said["reason"],
        }


def _proposal(one: Participant, page: Any) -> str:
    other = page.units.get(one.substitute_unit_id)
    name = other.name if other else "En annan enhet"
    return f"{name} i stället för {participant_name(one, page)}: {one.substitute}"


def _differs(now: Participant | None, unit: CalledUnit) -> bool:
    said = (unit.required, unit.function.strip(), unit.prepare.strip())
    return now is not None and said != (now.required, now.function, now.prepare)


def _changed(now: Participant, unit: CalledUnit) -> ChangedUnit:
    return ChangedUnit(now.participant_id, unit.required, unit.function, unit.prepare)
