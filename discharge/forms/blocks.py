"""Spärr: set, lifted with consent, opened in an emergency."""

from typing import Any

from django import forms

from discharge.actions.record_information_consent import FORMS
from discharge.rules.blocks import ASKED_BY, SCOPES, blocks_of, blocks_of_others
from lus.web.words import moment

from .act_form import ActForm
from .offered import offer


class SetBlockForm(ActForm):
    """Spärra uppgifter: which, and who asks for it."""

    scope = forms.ChoiceField(
        label="Vad ska spärras?",
        choices=[(key, scope.label) for key, scope in SCOPES.items()],
        widget=forms.RadioSelect,
    )
    asked_by = forms.ChoiceField(
        label="Vem begär spärren?",
        choices=list(ASKED_BY.items()),
        widget=forms.RadioSelect,
        initial="patient",
        help_text="Vårdnadshavare kan inte spärra ett barns uppgifter.",
    )


class LiftBlockForm(ActForm):
    """Häv spärr: which of the own unit's, and how the consent was given."""

    block_id = forms.ChoiceField(label="Vilken spärr?", choices=(), widget=forms.RadioSelect)
    # Not "form": see GiveSummaryForm.
    how = forms.ChoiceField(
        label="Hur gav patienten sitt samtycke?",
        choices=list(FORMS.items()),
        widget=forms.RadioSelect,
        initial="oral",
    )
    refusal_fields = {"form": "how"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = blocks_of(self.context.page.facts, str(self.context.actor.unit_id))
        names = [
            (block.block_id, f"{SCOPES[block.scope].label}, satt {moment(block.set_at, self.at)}")
            for block in own
        ]
        offer(self, "block_id", names)
        self.fields["block_id"].initial = names[-1][0] if names else None

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        return {"form": given.pop("how"), **given}


class OpenBlockForm(ActForm):
    """Nödöppna: first only which unit has blocked, then why, and that it cannot wait."""

    unit_id = forms.ChoiceField(label="Vilken enhet har spärrat?", choices=(), widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Varför kan vården inte vänta?", max_length=300, widget=forms.Textarea({"rows": 2})
    )
    confirmed = forms.BooleanField(label="Uppgifterna behövs för vård som patienten måste få")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page, own = self.context.page, str(self.context.actor.unit_id)
        ids = dict.fromkeys(block.unit_id for block in blocks_of_others(page.facts, (own,)))
        names = [(one, page.units[one].name) for one in ids]
        offer(self, "unit_id", names)
        self.fields["unit_id"].initial = names[0][0] if len(names) == 1 else None
