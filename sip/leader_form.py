"""Fakta om mötet: what whoever led a meeting may tell beside who came. All of it may stay empty."""

from typing import Final

from django import forms

from discharge.forms.act_form import ActForm, Part
from discharge.rules.sip_choices import OBSTACLES, PRESENT, TARGET_GROUPS
from sip.rules.leader_tells import LeaderTells

LEADER_TELLS: Final = ("premeeting", "present", "target_group", "obstacles")
UNTOLD: Final = ("", "Hoppa över")


class LeaderTellsForm(ActForm):
    """The inputs, for the form of a held meeting."""

    premeeting = forms.ChoiceField(
        label="Hade ni ett förmöte?",
        choices=(("yes", "Ja"), ("no", "Nej"), UNTOLD),
        required=False,
        widget=forms.RadioSelect,
    )
    present = forms.MultipleChoiceField(
        label="Var någon av dem med?",
        choices=list(PRESENT.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    target_group = forms.ChoiceField(
        label="Målgrupp",
        choices=[*TARGET_GROUPS.items(), UNTOLD],
        required=False,
        widget=forms.RadioSelect,
    )
    obstacles = forms.MultipleChoiceField(
        label="Vad hindrade?",
        choices=list(OBSTACLES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def who_came(self) -> list[Part]:
        """What every meeting's record says."""
        return [part for part in self.inputs() if part.field.name not in LEADER_TELLS]

    def leader_tells(self) -> list[Part]:
        """What may stay empty."""
        return [part for part in self.inputs() if part.field.name in LEADER_TELLS]

    @property
    def is_told(self) -> bool:
        """Whether the folded inputs must be seen: something stands in them, or is wrong with them."""
        return any(part.field.errors or part.field.data for part in self.leader_tells())

    def told(self) -> LeaderTells:
        """Return what was told. Called only when the form is valid."""
        said = self.cleaned_data
        before = {"yes": True, "no": False}.get(said["premeeting"])
        return LeaderTells(before, tuple(said["present"]), said["target_group"], tuple(said["obstacles"]))
