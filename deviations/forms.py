"""Rapportera avvikelse: one form in two short parts; the second one may be left as it is."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django import forms

from deviations.queries.lifts import groups
from deviations.queries.started_from import StartedFrom
from deviations.rules import choices
from deviations.rules.finding import KINDS
from deviations.rules.report import LONGEST, LONGEST_EXTRA, LONGEST_REFERENCE, LONGEST_WORDS, Report
from deviations.rules.taxonomy import taxonomy
from discharge.forms.act_form import Part, TimedForm
from discharge.forms.expected_date import TypedDateField
from discharge.forms.offered import offer
from lus.organisations.models import Unit
from lus.swedish_time import local_date

from .no_files import TakesNoFiles

SECOND_PART: Final = (
    "immediate_action",
    "suggestion",
    "routine",
    "routine_words",
    "severity",
    "likelihood",
    "age_band",
    "sex",
    "flags",
    "other_duty",
    "own_ref",
)
PLUMBING: Final = ("idempotency_key", "not_personal", "addressed_unit_id")
Choices = list[tuple[Any, Any]]


class DeviationForm(TakesNoFiles, TimedForm):
    """``started``: what the report begins from; ``units``: who can receive. The guard itself stands in the act."""

    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)
    event_date = TypedDateField(label="Händelsedatum")
    reporter_role = forms.ChoiceField(label="Din yrkesroll")
    kind = forms.ChoiceField(
        label="Gäller det en händelse eller något som upprepas?",
        choices=list(choices.KINDS_OF_REPORT.items()),
        widget=forms.RadioSelect,
        initial="individual",
    )
    addressed_unit_id = forms.ChoiceField(label="Riktad till", required=False)
    care_form = forms.ChoiceField(label="Vårdform")
    process_step = forms.ChoiceField(label="Steg")
    code = forms.ChoiceField(label="Kategori")
    code_words = forms.CharField(
        label="Kategori i egna ord",
        required=False,
        max_length=LONGEST_WORDS,
        help_text="Bara när du valt Annat.",
    )
    description = forms.CharField(
        label="Beskriv händelsen",
        max_length=LONGEST,
        help_text="Skriv om händelsen, inte om personer. Inga namn eller personnummer.",
        widget=forms.Textarea({"rows": 5}),
    )
    not_personal = forms.MultipleChoiceField(
        label="Det är inte en personuppgift",
        required=False,
        choices=[(kind, _label) for kind, (_verdict, _label) in KINDS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    consequence = forms.ChoiceField(
        label="Konsekvens för den enskilde",
        choices=list(choices.CONSEQUENCES.items()),
        widget=forms.RadioSelect,
    )
    delay_days = forms.IntegerField(
        label="Fördröjda dagar",
        required=False,
        help_text="Bara vid fördröjd utskrivning.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "Skriv ett heltal, till exempel 2."},
    )
    patient_consent = forms.ChoiceField(
        label="Samtycke till att patientuppgifter delas",
        choices=list(choices.CONSENTS.items()),
        widget=forms.RadioSelect,
    )
    immediate_action = forms.CharField(
        label="Omedelbar åtgärd", required=False, max_length=LONGEST_EXTRA, widget=forms.Textarea({"rows": 2})
    )
    suggestion = forms.CharField(
        label="Förslag till förbättring",
        required=False,
        max_length=LONGEST_EXTRA,
        widget=forms.Textarea({"rows": 2}),
    )
    other_duty = forms.ChoiceField(
        label="Kan det vara lex Maria, lex Sarah eller IVO?",
        choices=list(choices.OTHER_DUTIES.items()),
        widget=forms.RadioSelect,
        initial="unknown",
        help_text="Sådant hanteras i ordinarie system. Ingenting skickas dit härifrån.",
    )
    own_ref = forms.CharField(label="Referens i eget system", required=False, max_length=LONGEST_REFERENCE)
    routine = forms.ChoiceField(
        label="Vad följdes inte?", required=False, choices=list(choices.ROUTINES.items())
    )
    routine_words = forms.CharField(label="Vilken rutin?", required=False, max_length=LONGEST_WORDS)
    severity = forms.ChoiceField(
        label="Hur allvarligt?", required=False, choices=[("", "Ej bedömt"), *choices.SEVERITIES.items()]
    )
    likelihood = forms.ChoiceField(
        label="Händer det igen?", required=False, choices=[("", "Ej bedömt"), *choices.LIKELIHOODS.items()]
    )
    age_band = forms.ChoiceField(
        label="Åldersgrupp", required=False, choices=list(choices.AGE_BANDS.items()), initial="not_stated"
    )
    sex = forms.ChoiceField(
        label="Kön", required=False, choices=list(choices.SEXES.items()), initial="not_stated"
    )
    flags = forms.MultipleChoiceField(
        label="Märkning",
        required=False,
        choices=list(choices.FLAGS.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        at: datetime,
        started: StartedFrom,
        units: Iterable[Unit],
        own_unit_id: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, at=at, initial=started.filled | kwargs.pop("initial", {}), **kwargs)
        self.started, self.asked_kinds = started, self._answered()
        offer(self, "reporter_role", _with_empty(choices.REPORTER_ROLES.items()))
        offer(self, "care_form", _with_empty(choices.CARE_FORMS.items()))
        offer(self, "process_step", _with_empty(choices.STEPS.items()))
        offer(self, "code", code_choices(at))
        offer(self, "addressed_unit_id", _units(started.parties, units, own_unit_id))
        self.county = next(iter(groups("county")), None)
        if self.county is not None:
            self.fields["kind"].help_text = f"Något som upprepas går till {self.county.name}, utan ärende."
        else:
            del self.fields["kind"]

    def clean(self) -> dict[str, Any]:
        """Let a repeated fault go to the county by itself; an event needs its unit."""
        typed = super().clean() or {}
        if typed.get("kind") == SYSTEMATIC and self.county is not None:
            typed["addressed_unit_id"] = str(self.county.pk)
        elif not typed.get("addressed_unit_id") and "addressed_unit_id" not in self.errors:
            self.add_error("addressed_unit_id", "Välj enheten där det hände.")
        return typed

    def _answered(self) -> list[str]:
        posted = self.data.getlist("not_personal") if hasattr(self.data, "getlist") else []
        return [kind for kind in posted if kind in KINDS]

    def ask(self, kinds: Iterable[str]) -> None:
        """Show a box for each kind that the guard is not sure of."""
        self.asked_kinds = list(dict.fromkeys([*self.asked_kinds, *kinds]))

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """Return ``{kind, label, checked}`` for each question of the guard."""
        answered = self._answered()
        words = {kind: words for kind, (_, words) in KINDS.items()}
        return [
            {"kind": kind, "label": f"{words[kind][0].upper()}{words[kind][1:]}", "checked": kind in answered}
            for kind in self.asked_kinds
        ]

    def part_of_error(self) -> int:
        """Return the part (1 or 2) in which the first wrong field stands."""
        return 2 if self.errors and set(self.errors) <= set(SECOND_PART) else 1

    def part_one(self) -> list[forms.BoundField]:
        """Return the visible fields of the first part."""
        return [bound for bound in self.visible_fields() if bound.name not in SECOND_PART]

    def part_two(self) -> list[Part]:
        return [_part(self, name) for name in SECOND_PART]

    def report(self) -> Report:
        """Return what was told. Called only when the form is valid."""
        told = {name: value for name, value in self.cleaned().items() if name not in PLUMBING}
        numbers = {name: int(told[name]) if told[name] else None for name in ("severity", "likelihood")}
        stated = {name: told[name] or "not_stated" for name in ("age_band", "sex")}
        step = {"process_step": int(told["process_step"]), "flags": tuple(told["flags"])}
        return Report(**told | numbers | stated | step)


SYSTEMATIC: Final = "systematic"


def _part(form: forms.Form, name: str) -> Part:
    bound = form[name]
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return Part("choices", bound)
    return Part("field", bound, "valfritt")


def _with_empty(offered: Iterable[tuple[Any, str]]) -> Choices:
    return [("", "Välj"), *offered]


def code_choices(at: datetime) -> Choices:
    """Return the sub-codes that can be chosen at ``at``, by category."""
    today, groups = local_date(at), dict[str, Choices]()
    for row in taxonomy().values():
        if row.is_category and row.is_offered(today):
            groups[f"{row.code} {row.text}"] = []
        elif row.is_offered(today) and groups:
            groups[next(reversed(groups))].append((row.code, f"{row.code} {row.text}"))
    return _with_empty(groups.items())  # type: ignore[arg-type]


def _units(parties: Iterable[Unit], units: Iterable[Unit], own_unit_id: Any) -> Choices:
    receiving = [unit for unit in units if unit.pk != own_unit_id]
    known = {unit.pk for unit in receiving}
    groups: dict[str, Choices] = {}
    in_case = [(str(unit.pk), unit.name) for unit in parties if unit.pk in known]
    if in_case:
        groups["I ärendet"] = in_case
    told = {key for key, _ in in_case}
    for unit in receiving:
        if str(unit.pk) not in told:
            groups.setdefault(unit.principal.name, []).append((str(unit.pk), unit.name))
    return _with_empty(groups.items())  # type: ignore[arg-type]
