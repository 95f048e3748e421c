"""Överlämning: its parts one by one, and the sending of what has been added."""

from typing import Any

from django import forms

from discharge.actions.add_handover_part import TEXT_LIMIT
from discharge.rules.handover_parts import CHANNELS, PARTS, required_parts, unsent_parts
from lus.web.hinted_label import HintedLabel

from .act_form import ActContext, ActForm
from .late_registration import LateForm
from .offered import offer


class HandoverForm(LateForm):
    """Skicka överlämning: what has been added goes along; what lies ready in the journal is ticked here."""

    parts = forms.MultipleChoiceField(
        label="Ligger klart i journalen", required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["parts"]

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        facts = context.page.facts
        required, waiting = required_parts(facts), unsent_parts(facts)
        offer(
            self,
            "parts",
            [
                (key, HintedLabel(label, "krävs" if key in required else ""))
                for key, label in PARTS.items()
                if key not in waiting and not facts.leaving.part(key).sent_at
            ],
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if (
            "parts" not in self.errors
            and not typed.get("parts")
            and not unsent_parts(self.context.page.facts)
        ):
            self.add_error("parts", "Kryssa för minst en del, eller lägg till en del först.")
        return typed


class AddPartForm(ActForm):
    """Lägg till del: which, and where who takes over finds it. The product keeps no journal."""

    from_address = ("part",)

    part = forms.ChoiceField(label="Del", choices=list(PARTS.items()))
    where = forms.ChoiceField(
        label="Var finns den?", choices=list(CHANNELS.items()), widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="Text eller hänvisning",
        required=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea({"rows": 3}),
        help_text="Några rader räcker. Behövs när delen skrivs här. Mottagarna läser den först när ni skickar.",
    )


class PartNotNeededForm(ActForm):
    """Behövs inte: which part, and why."""

    from_address = ("part",)

    part = forms.ChoiceField(label="Del")
    reason = forms.CharField(label="Skäl", max_length=300, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        leaving = context.page.facts.leaving
        offer(
            self,
            "part",
            [
                (key, label)
                for key, label in PARTS.items()
                if not (leaving.part(key).sent_at or leaving.part(key).not_needed_at)
            ],
        )
