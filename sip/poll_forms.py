"""Forms about times: proposed, answered, chosen."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from discharge.forms.act_form import ActForm
from discharge.forms.expected_date import TypedDateField
from discharge.forms.local_moment import LocalMomentField
from discharge.forms.offered import offer
from discharge.rules.facts_of_meeting import PLACE_KINDS
from discharge.rules.facts_of_poll import SLOT_ANSWERS
from lus.web.words import moment
from sip.rules.poll_ranking import Ranked, ranking
from sip.rules.summons import usual_place_kind

TIMES = ("time_1", "time_2", "time_3", "time_4", "time_5")
SLOT = "slot_"


class SipPollForm(ActForm):
    """Föreslå tider: two to five of them."""

    time_1 = LocalMomentField(label="Tid 1")
    time_2 = LocalMomentField(label="Tid 2")
    time_3 = LocalMomentField(label="Tid 3", required=False)
    time_4 = LocalMomentField(label="Tid 4", required=False)
    time_5 = LocalMomentField(label="Tid 5", required=False)
    place_kind = forms.ChoiceField(
        label="Mötet hålls", choices=list(PLACE_KINDS.items()), required=False, widget=forms.RadioSelect
    )
    reply_by = TypedDateField(
        label="Svara senast", required=False, help_text="Tomt: tre vardagar. ÅÅÅÅ-MM-DD"
    )
    refusal_fields = {"times": TIMES[0]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place_kind"].initial = usual_place_kind(self.context.page.facts)

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        times: list[datetime] = [said[name] for name in TIMES if said[name]]
        return {"times": times, "place_kind": said["place_kind"], "reply_by": said["reply_by"]}


class SipPollAnswerForm(ActForm):
    """Svara på tiderna: one answer for each."""

    for_person = forms.ChoiceField(
        label="Vem svarar?",
        choices=(("unit", "Vår enhet"), ("person", "Personen, som har sagt det till oss")),
        widget=forms.RadioSelect,
        initial="unit",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        poll = self.context.page.facts.sip.poll
        own = poll.answers.get(str(self.context.actor.unit_id), {}) if poll else {}
        for slot in poll.slots if poll else ():
            self.fields[SLOT + slot.slot_id] = forms.ChoiceField(
                label=moment(slot.starts_at, self.at),
                choices=list(SLOT_ANSWERS.items()),
                widget=forms.RadioSelect,
                initial=own.get(slot.slot_id),
                error_messages={"required": "Svara på varje tid."},
            )
        first = next((name for name in self.fields if name.startswith(SLOT)), "for_person")
        self.refusal_fields = {"answers": first}

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        answers = {name.removeprefix(SLOT): value for name, value in said.items() if name.startswith(SLOT)}
        return {"answers": answers, "for_person": said["for_person"] == "person"}


class SipSlotForm(ActForm):
    """Välj tid: those that all who are needed can come to, the best first; then the others."""

    slot_id = forms.ChoiceField(label="Tid", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        poll = self.context.page.facts.sip.poll
        if poll is None:
            return
        found = ranking(poll, frozenset(poll.asked))
        choices = [(one.slot.slot_id, self._words(one)) for one in found.ranked]
        others = [slot for slot in poll.slots if slot.slot_id in found.blocked]
        choices += [(slot.slot_id, f"{moment(slot.starts_at, self.at)} · någon kan inte") for slot in others]
        offer(self, "slot_id", choices)
        if found.ranked:
            self.fields["slot_id"].initial = found.ranked[0].slot.slot_id

    def _words(self, one: Ranked) -> str:
        when = moment(one.slot.starts_at, self.at)
        return f"{when} · {one.yes} ja, {one.if_needed} om det behövs, {one.unanswered} utan svar"

    def arguments(self) -> dict[str, Any]:
        return {"slot_id": UUID(self.cleaned_data["slot_id"])}
