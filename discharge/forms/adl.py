"""ADL, hjälpmedel och spår: what the person manages, what is needed around, and which track it makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField

from discharge.actions.record_aid import WHERE
from discharge.rules.adl import CARERS, FIELDS, LEVELS, NOT_JUDGED
from discharge.rules.facts_of_planning import AdlItem
from discharge.rules.track_suggestion import suggested_track
from discharge.rules.tracks import tracks_of
from lus.swedish_time import local_date
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm
from .expected_date import TypedDateField
from .local_moment import LocalMomentField, typed
from .offered import offer
from .planning import ground_field, party_choices

SCALE = [
    (str(level), f"{level} {words}" if level != NOT_JUDGED else words) for level, words in LEVELS.items()
]
COLUMNS = {"before": "Före", "now": "Nu", "carers": "Personal", "aid": "Hjälpmedel"}
HOW_MANY = [(str(number), words) for number, words in CARERS.items()]


@dataclass(frozen=True, slots=True)
class AdlCell:
    """One input and the heading of its column."""

    column: str
    input: BoundField


@dataclass(frozen=True, slots=True)
class AdlLine:
    """One row of the table: the field's name and its four inputs."""

    label: str
    fields: tuple[AdlCell, ...]


class AdlForm(ActForm):
    """Bedöm ADL: a row for each field, before and now; the last assessment is filled in."""

    assessed_at = LocalMomentField(label="Bedömd kl.")
    comment = forms.CharField(
        label="Kommentar", required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )
    legal_ground = ground_field()
    refusal_fields = {"items": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planning = self.context.page.facts.planning
        last = {item.key: item for item in planning.adl.items} if planning.adl else {}
        self.fields["assessed_at"].initial = typed(self.at)
        if str(self.context.actor.unit_id) in planning.grounds:
            del self.fields["legal_ground"]
        for field in FIELDS:
            item = last.get(field.key, AdlItem(field.key, NOT_JUDGED, NOT_JUDGED))
            self._add(f"{field.key}_before", f"{field.label}, före", SCALE, item.before)
            self._add(f"{field.key}_now", f"{field.label}, nu", SCALE, item.now)
            self._add(f"{field.key}_carers", f"{field.label}, personal", HOW_MANY, item.carers)
            self.fields[f"{field.key}_aid"] = forms.CharField(
                label=f"{field.label}, hjälpmedel", required=False, max_length=80, initial=item.aid
            )

    def _add(self, name: str, label: str, choices: list[tuple[str, str]], initial: int) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, initial=str(initial), required=False
        )

    def lines(self) -> Iterator[AdlLine]:
        """Yield the rows of the table."""
        for field in FIELDS:
            cells = (AdlCell(words, self[f"{field.key}_{part}"]) for part, words in COLUMNS.items())
            yield AdlLine(field.label, tuple(cells))

    def others(self) -> list[Any]:
        """Return the inputs that are not in the table."""
        in_table = {f"{field.key}_{part}" for field in FIELDS for part in COLUMNS}
        return [part for part in self.inputs() if part.field.name not in in_table]

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        items = [self._item(field.key) for field in FIELDS]
        judged = [item for item in items if (item.before, item.now) != (NOT_JUDGED, NOT_JUDGED)]
        rest: dict[str, Any] = {
            name: given[name] for name in ("assessed_at", "comment", "legal_ground") if name in given
        }
        return {"items": judged, **rest}

    def _item(self, key: str) -> AdlItem:
        given = self.cleaned_data
        before, now, carers = (given[f"{key}_{part}"] for part in ("before", "now", "carers"))
        return AdlItem(
            key, int(before or NOT_JUDGED), int(now or NOT_JUDGED), int(carers or 0), given[f"{key}_aid"]
        )


class AidForm(ActForm):
    """Hjälpmedel: what, where, by when, and who sees to it."""

    what = forms.CharField(label="Hjälpmedel", max_length=80, help_text="Till exempel rullator, vårdsäng.")
    where = forms.ChoiceField(label="Var", choices=list(WHERE.items()), widget=forms.RadioSelect)
    by_day = TypedDateField(label="Senast", required=False, help_text="ÅÅÅÅ-MM-DD")
    owner_unit_id = forms.ChoiceField(label="Ordnas av", widget=forms.RadioSelect)
    in_place = forms.BooleanField(label="Är på plats", required=False)
    legal_ground = ground_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner_unit_id", party_choices(self.context))
        if str(self.context.actor.unit_id) in self.context.page.facts.planning.grounds:
            del self.fields["legal_ground"]

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned()
        return given | {"owner_unit_id": UUID(given["owner_unit_id"])}


class TrackForm(ActForm):
    """Fastställ spår: the region's tracks, the suggested one chosen beforehand."""

    track = forms.ChoiceField(label="Spår", widget=forms.RadioSelect)
    comment = forms.CharField(label="Kommentar", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts, today = self.context.page.facts, local_date(self.at)
        offer(
            self,
            "track",
            [
                (track.key, HintedLabel(f"{track.letter} · {track.label}", track.description))
                for track in tracks_of(facts.region_code, today)
            ],
        )
        confirmed, suggestion = facts.planning.track, suggested_track(facts, today)
        self.fields["track"].initial = (
            confirmed.key if confirmed else suggestion.track.key if suggestion else None
        )
