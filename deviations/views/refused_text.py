"""Var vakten stoppade: the places in what was just typed, and the boxes for what it only asks about."""

from deviations.actions.personal_data import PersonalData
from deviations.flow_forms import FlowForm
from lus.refusals import Refused

from .marked_text import marked_text


def marks_of(form: FlowForm, said: Refused) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether it is marked; nothing when the guard did not refuse."""
    if not isinstance(said, PersonalData):
        return []
    form.ask(said.kinds)
    return marked_text(form.cleaned_data[said.field], said.screened.findings)
