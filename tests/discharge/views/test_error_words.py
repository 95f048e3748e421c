"""Every form says in Swedish what is wrong and what to do, and never gives back what was posted."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from discharge.forms.act_form import ActContext, TimedForm
from discharge.forms.admission_notice import NewNoticeForm
from discharge.forms.error_words import NOT_READABLE, say_what_to_do
from discharge.queries.case_page import case_page
from discharge.views.receiver_acts import RECEIVERS
from discharge.views.ward_acts import WARD
from sip.views.acts import ACTS as SIP
from tests.factories import NOW, a_case, a_place

FORMS = {row.act: row.form for row in (*WARD, *RECEIVERS, *SIP)}
FOREIGN = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
# Nothing; something that is no choice, no date and no time; and too much of it.
POSTED = ("", FOREIGN, FOREIGN * 20, "\x00")
ADVICE = re.compile(r"Fyll|Skriv|Välj|Kryssa|Korta|Ladda|Ange|behöv")


def stock_words() -> set[str]:
    """Django's own words for these faults, as far as they have no place for a value."""
    kinds = (
        forms.CharField(),
        forms.ChoiceField(),
        forms.DateField(),
        forms.BooleanField(),
        forms.IntegerField(),
    )
    with override("sv"):
        return {str(words) for field in kinds for words in field.error_messages.values()}


def faults(form: TimedForm) -> list[str]:
    return [str(said) for words in form.errors.values() for said in words]


@pytest.mark.django_db
@pytest.mark.at(NOW)
@pytest.mark.parametrize("act", [*FORMS, "new_notice"])
def test_every_fault_has_swedish_words_that_say_what_to_do(act: str) -> None:
    place = a_place()
    at = NOW + timedelta(minutes=1)
    kind: type[TimedForm]
    given: dict[str, Any]
    if act == "new_notice":
        kind, given = NewNoticeForm, {"at": at}
    else:
        page = case_page(place.ward, a_case(place).pk, at=at)
        kind, given = FORMS[act], {"context": ActContext(page, place.ward, at)}
    names = list(kind(**given).fields)
    for value in POSTED:
        said = faults(kind(dict.fromkeys(names, value), **given))
        assert not set(said) & stock_words()
        for words in said:
            assert FOREIGN not in words
            assert ADVICE.search(words), words


class OneField(forms.Form):
    own = forms.CharField(error_messages={"required": "Skriv numret."})


def test_words_that_a_field_has_of_its_own_are_kept() -> None:
    form = OneField()
    say_what_to_do(form)
    assert form.fields["own"].error_messages["required"] == "Skriv numret."
    assert form.fields["own"].error_messages["invalid"] == NOT_READABLE
