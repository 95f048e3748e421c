"""Enhetens inställningar som formulär: week, exceptions, channels, ladder."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from discharge.queries.unit_settings import possible_backups, unit_settings
from discharge.rules.receipt_ladder import STANDARD
from lus.notifications.models import Audience, Channel
from lus.organisations.video_hosts import video_hosts_of
from lus.swedish_time import local_date
from lus.web.words import day

from .expected_date import TypedDateField
from .offered import offer
from .setting_form import SettingForm

DAYS = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag")
SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[–-]\s*(\d{1,2})[.:](\d{2})")


class HoursField(forms.CharField):
    """``08.00–16.30``, or nothing for closed."""

    def __init__(self, label: str, **more: Any) -> None:
        widget = forms.TextInput({"autocomplete": "off", "placeholder": "08.00–16.30"})
        super().__init__(label=label, required=False, max_length=20, widget=widget, **more)

    def clean(self, value: Any) -> tuple[time, time] | None:
        text = super().clean(value).strip()
        if not text:
            return None
        found = SPAN.fullmatch(text)
        try:
            if found is None:
                raise ValueError
            first, second, third, fourth = map(int, found.groups())
            return time(first, second), time(23, 59) if (third, fourth) == (24, 0) else time(third, fourth)
        except ValueError:
            raise ValidationError("Skriv som 08.00–16.30, eller lämna tomt för stängt.") from None


class WeekForm(SettingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weekly = unit_settings(self.viewer).hours.weekly
        for number, name in enumerate(DAYS):
            hours = weekly.get(number)
            shown = f"{hours[0]:%H.%M}–{hours[1]:%H.%M}" if hours else ""
            self.fields[f"day_{number}"] = HoursField(name, initial=shown)

    def arguments(self) -> dict[str, Any]:
        given = {number: self.cleaned_data[f"day_{number}"] for number in range(len(DAYS))}
        return {"week": {number: hours for number, hours in given.items() if hours}}


class ExceptionForm(SettingForm):
    day = TypedDateField(label="Dag", help_text="ÅÅÅÅ-MM-DD")
    hours = HoursField("Öppet", help_text="Lämna tomt för stängt hela dagen.")
    text = forms.CharField(label="Anteckning", required=False, max_length=80)

    refusal_fields = {"opens": "hours"}


class RemoveExceptionForm(SettingForm):
    day = forms.ChoiceField(label="Dag")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today, dated = local_date(self.at), unit_settings(self.viewer).hours.dated
        offer(self, "day", [(one.isoformat(), day(one, today)) for one in sorted(dated)])

    def arguments(self) -> dict[str, Any]:
        return {"day": date.fromisoformat(self.cleaned_data["day"])}


class ChannelForm(SettingForm):
    audience = forms.ChoiceField(label="Till", choices=Audience.choices, widget=forms.RadioSelect)
    channel = forms.ChoiceField(label="Sätt", choices=Channel.choices, widget=forms.RadioSelect)
    address = forms.CharField(
        label="Adress eller nummer", max_length=120, help_text="Funktionens, aldrig någons privata."
    )
    hours = HoursField(
        "Tider för det som kan vänta", help_text="Brådskande skickas alltid. Tomt: hela dygnet."
    )
    digest = forms.BooleanField(label="Samla det som kan vänta till 08.00 och 13.00", required=False)

    refusal_fields = {"opens": "hours"}

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        hours = typed.pop("hours")
        return {**typed, **({"opens": hours[0], "closes": hours[1]} if hours else {})}


class RemoveChannelForm(SettingForm):
    channel_id = forms.ChoiceField(label="Kanal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self,
            "channel_id",
            [
                (
                    str(one.pk),
                    f"{one.get_channel_display()} till {one.get_audience_display().lower()}: {one.address}",
                )
                for one in unit_settings(self.viewer).channels
            ],
        )

    def arguments(self) -> dict[str, Any]:
        return {"channel_id": int(self.cleaned_data["channel_id"])}


class TestForm(SettingForm):
    """Nothing to fill in."""


class LadderForm(SettingForm):
    normal = forms.CharField(label="Vanliga, öppna minuter", help_text="Påminnelse, ersättare, telefonkort.")
    after_opening = forms.IntegerField(label="Chef, minuter efter nästa öppning", min_value=1, max_value=600)
    urgent = forms.CharField(label="Brådskande, minuter dygnet runt", help_text="Fyra tal, i ordning.")
    backup_id = forms.ChoiceField(label="Ersättare", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ladder = unit_settings(self.viewer).ladder
        now = ladder or STANDARD
        self.fields["normal"].initial = " ".join(map(str, now.normal))
        self.fields["urgent"].initial = " ".join(map(str, now.urgent))
        self.fields["after_opening"].initial = now.after_opening
        backups = [(str(unit.pk), unit.name) for unit in possible_backups(self.viewer)]
        offer(self, "backup_id", [("", "Ingen"), *backups])
        self.fields["backup_id"].initial = str(ladder.backup_id or "") if ladder else ""

    def clean_normal(self) -> list[int]:
        return self._numbers("normal", 3)

    def clean_urgent(self) -> list[int]:
        return self._numbers("urgent", 4)

    def _numbers(self, name: str, count: int) -> list[int]:
        words = re.split(r"[\s,/]+", self.cleaned_data[name].strip())
        if len(words) != count or not all(word.isdecimal() and len(word) < 6 for word in words):
            raise ValidationError(f"Skriv {count} tal med mellanslag mellan.")
        return [int(word) for word in words]


class VideoHostsForm(SettingForm):
    hosts = forms.CharField(
        label="Värdnamn",
        required=False,
        help_text="Ett på varje rad, till exempel video.region.se.",
        widget=forms.Textarea({"rows": 6}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hosts"].initial = "\n".join(sorted(video_hosts_of(self.viewer.principal_id)))

    def arguments(self) -> dict[str, Any]:
        return {"hosts": self.cleaned_data["hosts"].split()}
