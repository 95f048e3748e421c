"""Tid och plats: what a summons and a change of it both ask for."""

from typing import Final

from django import forms

from discharge.forms.act_form import ActForm, Part
from discharge.forms.local_moment import LocalMomentField
from discharge.rules.facts_of_meeting import DURATION, PLACE_KINDS
from sip.rules.summons import MeetingPlace

WHEN_DIGITAL: Final = "Behövs när mötet är digitalt."
DIGITAL: Final = ("video_url", "host_confirmed", "phone", "phone_pin", "provider", "no_phone_reason")


class MeetingPlaceForm(ActForm):
    """When, for how long, where, and how one gets in."""

    meeting_at = LocalMomentField(label="Mötestid")
    duration_min = forms.IntegerField(
        label="Längd, minuter",
        required=False,
        initial=DURATION,
        error_messages={"invalid": "Skriv längden i minuter, till exempel 45."},
    )
    place_kind = forms.ChoiceField(
        label="Mötet hålls", choices=list(PLACE_KINDS.items()), required=False, widget=forms.RadioSelect
    )
    place = forms.CharField(
        label="Plats", max_length=120, required=False, help_text="Lokal, eller att mötet är digitalt."
    )
    video_url = forms.CharField(label="Möteslänk", max_length=500, required=False, help_text=WHEN_DIGITAL)
    host_confirmed = forms.BooleanField(label="Länken är kontrollerad och rätt", required=False)
    phone = forms.CharField(label="Telefon till mötet", max_length=60, required=False, help_text=WHEN_DIGITAL)
    phone_pin = forms.CharField(label="Kod på telefon", max_length=60, required=False)
    provider = forms.CharField(label="Mötesverktyg", max_length=60, required=False)
    no_phone_reason = forms.CharField(label="Skäl om telefon saknas", max_length=300, required=False)

    def at_place(self) -> MeetingPlace:
        """Return how one gets into the meeting."""
        said = self.cleaned_data
        return MeetingPlace(
            said["place_kind"],
            said["video_url"],
            said["provider"],
            said["phone"],
            said["phone_pin"],
            said["no_phone_reason"],
            said["host_confirmed"],
        )

    def way_in(self) -> list[Part]:
        """The way into a meeting on a screen or a telephone; the tick is asked about an unknown host only."""
        parts = [part for part in self.inputs() if part.field.name in DIGITAL]
        return [part for part in parts if part.field.name != "host_confirmed" or _is_asked(part)]


def _is_asked(part: Part) -> bool:
    return bool(part.field.errors or part.field.data)
