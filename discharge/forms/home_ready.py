"""Hemgångslistan och orsakerna till kvarstannande: what their acts ask."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.actions.answer_home_ready_point import ANSWERS
from discharge.rules.home_ready.owners import sides_of
from discharge.rules.home_ready.standing import home_ready
from discharge.rules.waiting_reasons import REASONS, open_reasons

from .act_form import ActForm
from .expected_date import TypedDateField
from .local_moment import LocalMomentField
from .offered import offer

Choices = list[tuple[str, str]]


class PointForm(ActForm):
    """Besvara punkt: one answer for the own unit; what a no or a not applicable needs is asked beside it."""

    from_address = ("point", "answer")

    point = forms.ChoiceField(label="Punkt")
    answer = forms.ChoiceField(label="Svar", choices=list(ANSWERS.items()), widget=forms.RadioSelect)
    comment = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=300,
        help_text="Behövs för Ej aktuellt på en punkt som krävs.",
    )
    planned_at = LocalMomentField(
        label="Löst senast", required=False, help_text="Behövs för Nej på en punkt som krävs."
    )
    responsible_id = forms.ChoiceField(
        label="Ansvarig enhet", required=False, help_text="Behövs för Nej på en punkt som krävs."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "point", own_points(self))
        offer(self, "responsible_id", [("", "Välj enhet"), *case_units(self)])

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return typed | {"responsible_id": UUID(typed["responsible_id"]) if typed["responsible_id"] else None}


class WaitingReasonForm(ActForm):
    """Orsak till kvarstannande: what, whose, since when. Several may run at once, one form for each."""

    code = forms.ChoiceField(label="Orsak", choices=[("", "Välj orsak"), *REASONS.items()])
    owner_id = forms.ChoiceField(label="Ägare")
    since = TypedDateField(label="Från", required=False, help_text="Tomt betyder i dag.")
    comment = forms.CharField(
        label="Förklaring", required=False, max_length=300, help_text="Behövs för Annat."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner_id", [("", "Välj enhet"), *case_units(self)])

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return typed | {"owner_id": UUID(typed["owner_id"])}


class CloseReasonForm(ActForm):
    """Orsaken har upphört: which one, and from which day."""

    from_address = ("reason_id",)
    reason_id = forms.ChoiceField(label="Orsak", widget=forms.RadioSelect)
    until = TypedDateField(
        label="Upphörde", required=False, help_text="Tomt betyder i dag. Dagen räknas inte."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason_id", running(self))

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return typed | {"reason_id": UUID(typed["reason_id"])}


class ContestReasonForm(ActForm):
    """Bestrid orsak: the owner's own words beside the ward's."""

    from_address = ("reason_id",)
    reason_id = forms.ChoiceField(label="Orsak", widget=forms.RadioSelect)
    text = forms.CharField(label="Er förklaring", max_length=300, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason_id", running(self, of=str(self.context.actor.unit_id)))

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        return typed | {"reason_id": UUID(typed["reason_id"])}


def own_points(form: ActForm) -> Choices:
    """Return the points that the actor's own unit answers, as choices; those that answer themselves are left out."""
    facts = form.context.page.facts
    mine = sides_of(facts, str(form.context.actor.unit_id))
    shown = home_ready(facts, form.context.page.checklist)
    return [
        (item.point.id, f"{item.point.code} {item.point.text}")
        for item in shown.points
        if item.auto is None and mine & set(item.point.owners)
    ]


def case_units(form: ActForm) -> Choices:
    """Return the ward and the units that are in the case, as choices."""
    page = form.context.page
    ids = [page.facts.ward_id, *(unit.unit_id for unit in page.facts.active_units)]
    return [(unit_id, page.units[unit_id].name) for unit_id in ids if unit_id in page.units]


def running(form: ActForm, of: str = "") -> Choices:
    """Return the reasons that run (of one owner, uncontested) as choices."""
    page = form.context.page
    return [
        (reason.event_id, f"{REASONS.get(reason.code, reason.code)}, {page.units[reason.owner_id].name}")
        for reason in open_reasons(page.facts)
        if reason.owner_id in page.units and (not of or (reason.owner_id == of and not reason.contested_at))
    ]
