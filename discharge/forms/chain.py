"""Moves, leave and transfers, and that a closed case is opened again."""

from typing import Any

from django import forms

from discharge.queries.wards import wards_to_move_to

from .act_form import ActForm
from .leaving import LATE_REASON
from .local_moment import LocalMomentField, typed
from .offered import offer

Choices = list[tuple[str, Any]]


class NowForm(ActForm):
    """A form whose one typed time is now unless somebody says otherwise; the reason stands folded."""

    moment = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.moment].initial = typed(self.at)


class MoveForm(NowForm):
    """Where to, and when."""

    moment = "moved_at"
    keeping = True

    to_ward_id = forms.ChoiceField(label="Till", error_messages={"required": "Välj en avdelning."})
    moved_at = LocalMomentField(label="Tidpunkt")
    late_reason = LATE_REASON
    late_fields = ("late_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to_ward_id", self._wards())

    def _wards(self) -> Choices:
        groups: dict[str, list[tuple[str, str]]] = {}
        for ward in wards_to_move_to(self.context.page.facts, keeping=self.keeping):
            groups.setdefault(ward.hospital, []).append((ward.unit_id, ward.name))
        return [("", "Välj avdelning"), *((name or "Utan sjukhus", rows) for name, rows in groups.items())]


class ChangeWardForm(MoveForm):
    """Byt avdelning: wards of the same hospital and kind of care."""


class TransferForm(MoveForm):
    """Överflytta: wards of other hospitals, or of another kind of care."""

    keeping = False


class StartLeaveForm(NowForm):
    """Permission: since when, and when the patient is expected back."""

    moment = "left_at"

    left_at = LocalMomentField(label="Lämnade avdelningen kl.")
    expected_back = LocalMomentField(label="Väntas åter", required=False)
    late_reason = LATE_REASON
    late_fields = ("late_reason",)


class EndLeaveForm(NowForm):
    """Åter från permission."""

    moment = "back_at"

    back_at = LocalMomentField(label="Åter kl.")
    late_reason = LATE_REASON
    late_fields = ("late_reason",)
