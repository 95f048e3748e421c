"""Mottagning och routing: the list of rules as a form. What is typed lives in the page until it is saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from discharge.queries.administered import targets_of
from discharge.rules.routing import (
    AGE_WORDS,
    CARE_WORDS,
    LEGAL_WORDS,
    NEED_WORDS,
    SERVICE_WORDS,
    Rule,
    condition_words,
)
from lus.organisations.models import Route
from lus.organisations.routing_rules import RuleList

from .error_words import say_what_to_do
from .expected_date import TypedDateField
from .offered import offer

FIELDS = ("service", "care_form", "legal_status", "ages", "district", "need", "target_id", "note")
MOST = 60


def _choices(words: Mapping[str, str], everybody: str) -> list[tuple[str, str]]:
    return [("", everybody), *((key, word[:1].upper() + word[1:]) for key, word in words.items())]


class RuleForm(forms.Form):
    """One rule: conditions, where to, and why it is there."""

    use_required_attribute = False

    service = forms.ChoiceField(
        label="Har redan", required=False, choices=_choices(SERVICE_WORDS, "Spelar ingen roll")
    )
    care_form = forms.ChoiceField(label="Vårdform", required=False, choices=_choices(CARE_WORDS, "Alla"))
    legal_status = forms.ChoiceField(
        label="Tvångsvård", required=False, choices=_choices(LEGAL_WORDS, "Alla")
    )
    ages = forms.ChoiceField(label="Ålder", required=False, choices=_choices(AGE_WORDS, "Alla åldrar"))
    district = forms.CharField(label="Stadsdel", required=False, max_length=60)
    need = forms.ChoiceField(label="Behov", required=False, choices=_choices(NEED_WORDS, "Alla behov"))
    target_id = forms.ChoiceField(label="Till enhet")
    note = forms.CharField(label="Anteckning", required=False, max_length=200)

    def __init__(
        self, *args: Any, chosen: RuleList, targets: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = dict(targets)
        offer(self, "target_id", [("", "Välj enhet"), *targets])
        del self.fields["need" if chosen.route == Route.FORWARD else "service"]
        say_what_to_do(self)

    @property
    def sentence(self) -> str:
        """``65+, Södermalm → Mottagningen Södermalm``, as the rule stands now."""
        rule = Rule(**{name: str(self[name].value() or "") for name in FIELDS if name in self.fields})
        conditions = ", ".join(condition_words(rule)) or "Alla andra"
        return f"{conditions[:1].upper()}{conditions[1:]} → {self.names.get(rule.target_id, 'välj enhet')}"

    def rule(self) -> Rule:
        return Rule(**self.cleaned_data)


class RoutingForm(forms.Form):
    """The day, the seal of the preview, and the rules in order."""

    use_required_attribute = False

    valid_from = TypedDateField(label="Gäller från och med", help_text="I dag eller senare. ÅÅÅÅ-MM-DD")
    previewed = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    idempotency_key = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    count = forms.IntegerField(required=False, min_value=0, max_value=MOST, widget=forms.HiddenInput)

    def __init__(
        self, chosen: RuleList, data: Any = None, *, rows: Sequence[Mapping[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        targets = [(str(unit.pk), unit.name) for unit in targets_of(chosen)]
        self.rule_forms = [
            RuleForm(data, prefix=str(number), initial=row, chosen=chosen, targets=targets)
            for number, row in enumerate(rows)
        ]
        say_what_to_do(self)

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(form.is_valid() for form in self.rule_forms)])

    def rules(self) -> list[Rule]:
        return [form.rule() for form in self.rule_forms]


def rows_of(data: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the rules that the page sent, in its order: ``0-ages``, ``0-target_id`` …"""
    typed = data.get("count", "")
    count = min(int(typed), MOST) if typed.isdecimal() and len(typed) < 4 else 0
    return [{name: data.get(f"{number}-{name}", "").strip() for name in FIELDS} for number in range(count)]


def moved(rows: Sequence[dict[str, str]], do: str) -> list[dict[str, str]]:
    """Return the rows after ``up:2``, ``down:0``, ``remove:1`` or ``add``; anything else changes nothing.

    A new rule comes before the last one, which is where the default stands.
    """
    found = list(rows)
    verb, _, typed = do.partition(":")
    at = int(typed) if typed.isdecimal() and len(typed) < 4 else -1
    if verb == "add" and len(found) < MOST:
        found.insert(max(len(found) - 1, 0), {})
    elif verb == "remove" and 0 <= at < len(found):
        del found[at]
    elif verb == "up" and 0 < at < len(found):
        found[at - 1], found[at] = found[at], found[at - 1]
    elif verb == "down" and 0 <= at < len(found) - 1:
        found[at + 1], found[at] = found[at], found[at + 1]
    return found
