"""Efterregistrera från papper: which notice, when and how it went; and the receiver's yes or no."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.actions.register_paper_notice import CHANNELS
from discharge.events import EVENTS
from discharge.rules.facts_of_corrections import PaperNotice
from discharge.rules.stages_of_corrections import paper_candidates
from lus.web.hinted_label import HintedLabel
from lus.web.words import moment

from .act_form import ActContext, ActForm, ReasonForm
from .local_moment import LocalMomentField
from .offered import offer


class PaperNoticeForm(ReasonForm):
    """Which sent notice, when it went on paper, to which unit, how, and the form's serial."""

    event_id = forms.ChoiceField(label="Meddelande", widget=forms.RadioSelect)
    happened_at = LocalMomentField(label="Gick på papper kl.")
    unit_id = forms.ChoiceField(label="Mottagare", widget=forms.RadioSelect)
    channel = forms.ChoiceField(label="Hur", choices=list(CHANNELS.items()), widget=forms.RadioSelect)
    receiver = forms.CharField(label="Vem tog emot?", max_length=120, help_text="Funktion, inget namn.")
    serial = forms.CharField(
        label="Serienummer", max_length=20, help_text="Står på blanketten. Bokstäver, siffror och streck."
    )
    field_order = ("event_id", "happened_at", "unit_id", "channel", "receiver", "serial", "reason")
    from_address = ("event_id",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        page = context.page
        found = paper_candidates(page.facts, str(context.actor.unit_id))
        choices = [
            (
                one.event_id,
                HintedLabel(EVENTS[one.name].label, f"I systemet {moment(one.happened_at, context.at)}"),
            )
            for one in found
        ]
        offer(self, "event_id", choices)
        self.fields["event_id"].initial = found[0].event_id if found else None
        units = dict.fromkeys(_recipients(one.data) for one in found)
        ids = dict.fromkeys(unit_id for group in units for unit_id in group)
        named = [(unit_id, page.units[unit_id].name) for unit_id in ids if unit_id in page.units]
        offer(self, "unit_id", named)

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        return {**said, "event_id": UUID(said["event_id"]), "unit_id": UUID(said["unit_id"])}


class AnswerPaperForm(ActForm):
    """Which registration the own unit answers."""

    registration_id = forms.ChoiceField(label="Meddelande på papper", widget=forms.RadioSelect)
    from_address = ("registration_id",)
    answers: tuple[str, ...] = ("",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        own = str(context.actor.unit_id)
        found = [
            one
            for one in context.page.facts.corrections.paper
            if one.counterpart == own and one.answer in self.answers
        ]
        choices = [(one.event_id, _label(one, context)) for one in found]
        offer(self, "registration_id", choices)
        if found:
            self.fields["registration_id"].initial = found[0].event_id

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        return {**said, "registration_id": UUID(said["registration_id"])}


class ConfirmPaperForm(AnswerPaperForm):
    """Bekräfta: also after the clock has taken silence for a yes."""

    answers = ("", "silence")


class ContestPaperForm(AnswerPaperForm):
    """Bestrid: what was not so."""

    text = forms.CharField(label="Vad stämmer inte?", max_length=300, widget=forms.Textarea({"rows": 2}))


def _recipients(data: Any) -> tuple[str, ...]:
    return tuple(one if isinstance(one, str) else one["unit_id"] for one in data.get("recipients", ()))


def _label(one: PaperNotice, context: ActContext) -> HintedLabel:
    went, taken = moment(one.happened_at, context.at), moment(one.made_at, context.at)
    return HintedLabel(EVENTS[one.kind].label, f"På papper {went}, efterregistrerat {taken}, nr {one.serial}")
