"""Which typed numbers are taken, as what, and with which words others are refused."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lus.persons.identifiers import (
    Identifier,
    IdentifierKind,
    InvalidIdentifier,
    check_digit,
    compose_test_number,
    parse,
    parse_local_reserve_number,
)

TODAY = date(2026, 3, 2)
PNR = IdentifierKind.PERSONNUMMER
SAM = IdentifierKind.SAMORDNINGSNUMMER
RESERVE = IdentifierKind.NATIONAL_RESERVE_NUMBER

# Published test persons.
PUBLISHED = [
    ("195009072553", PNR),
    ("196101182803", PNR),
    ("189002029800", PNR),
    ("200302022389", PNR),
    ("199002222397", PNR),
    ("200001252386", PNR),
    ("189602029812", PNR),
    ("98240301AA06", RESERVE),
    ("20210325K069", RESERVE),
    ("196109732393", SAM),
]


@pytest.mark.parametrize(("number", "kind"), PUBLISHED)
def test_published_test_persons_keep_their_kind(number: str, kind: IdentifierKind) -> None:
    read = parse(number, TODAY)
    assert (read.kind, read.value) == (kind, number)
    assert read.display == f"{number[:8]}-{number[8:]}"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("19121212-1212", "191212121212"),
        ("121212+1212", "191212121212"),
        ("9006022397", "199006022397"),
        ("900602-2397", "199006022397"),
        ("19900602 2397", "199006022397"),
        ("9006 02\u20132397", "199006022397"),
        ("\uff11\uff19\uff19\uff10\uff10\uff16\uff10\uff12\uff12\uff13\uff19\uff17", "199006022397"),
        ("701063-2391", "197010632391"),
        ("20210325k069", "20210325K069"),
    ],
)
def test_separators_and_width_do_not_matter(typed: str, value: str) -> None:
    assert parse(typed, TODAY).value == value


def test_birth_date_and_sex_are_read_where_the_number_says_them() -> None:
    coordination = parse("196109732393", TODAY)
    assert (coordination.birth_date, coordination.sex) == (date(1961, 9, 13), "male")
    assert parse("189002029800", TODAY).sex == "female"
    reserve = parse("20210325K069", TODAY)
    assert (reserve.birth_date, reserve.sex) == (None, None), "a reserve number is kept as issued"


@pytest.mark.parametrize(
    ("sign", "today", "year"),
    [
        ("-", date(2025, 12, 31), 1926),  # turns 99: minus
        ("+", date(2026, 1, 1), 1926),  # from 1 January of the year of the hundredth birthday: plus
        ("+", date(2026, 12, 31), 1926),
        ("+", date(2025, 12, 31), 1826),
    ],
)
def test_the_sign_changes_with_the_year_the_person_turns_hundred(sign: str, today: date, year: int) -> None:
    last = compose_test_number(date(1926, 8, 9), 981)[8:]
    assert parse(f"260809{sign}{last}", today).value[:4] == str(year)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("900602-2398", "wrong_check_digit"),
        ("199002302390", "impossible_date"),
        ("19901302-2397", "impossible_date"),
        ("199006922397", "impossible_date"),  # 92 - 60 = 32
        ("199006602397", "impossible_date"),
        ("123", "wrong_length"),
        ("1990060223970", "wrong_length"),
        ("19900602/2397", "wrong_characters"),
        ("170001012390", "wrong_century"),
        ("900602-T397", "interim_number"),
        ("19900602T397", "interim_number"),
        ("900602-K397", "interim_number"),
        ("98240301OA06", "reserve_letter"),
        ("98240301AV06", "reserve_letter"),
        ("1990060223\u0669\u0667", "wrong_characters"),
    ],
)
def test_refused_by_code_and_in_plain_words(typed: str, code: str) -> None:
    with pytest.raises(InvalidIdentifier) as refused:
        parse(typed, TODAY)
    assert refused.value.code == code
    assert refused.value.message.count(".") >= 1
    assert not typed.strip() or typed not in refused.value.message, "messages are logged: no number in them"


def test_the_interim_letter_is_named() -> None:
    with pytest.raises(InvalidIdentifier, match="T-nummer"):
        parse("900602-T397", TODAY)


def test_a_birth_date_in_the_future_is_refused() -> None:
    with pytest.raises(InvalidIdentifier) as refused:
        parse(compose_test_number(date(2026, 3, 3), 980), TODAY)
    assert refused.value.code == "future_date"
    assert parse(compose_test_number(TODAY, 980), TODAY).birth_date == TODAY


def test_local_reserve_numbers_only_by_name_and_with_issuer() -> None:
    local = parse_local_reserve_number("991234-5678", "01")
    assert (local.kind.value, local.value, local.issuer) == ("local_reserve_number", "9912345678", "01")
    assert local != parse_local_reserve_number("991234-5678", "14")
    assert local.display == "9912345678"
    for text, issuer, code in [("99123", " ", "issuer_missing"), ("9!", "01", "local_format")]:
        with pytest.raises(InvalidIdentifier) as refused:
            parse_local_reserve_number(text, issuer)
        assert refused.value.code == code


def test_the_representation_hides_the_number() -> None:
    assert "2397" not in repr(parse("199006022397", TODAY))


def test_check_digit_wants_nine_digits() -> None:
    assert check_digit("900602239") == 7
    for wrong in ("90060223", "90060223x", "9006022390"):
        with pytest.raises(ValueError, match="nine"):
            check_digit(wrong)
    with pytest.raises(ValueError, match="0-999"):
        compose_test_number(TODAY, 1000)


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999), st.booleans())
@settings(derandomize=True, max_examples=50)
def test_composed_numbers_parse_and_every_single_digit_error_is_caught(
    born: date, serial: int, coordination: bool
) -> None:
    number = compose_test_number(born, serial, coordination=coordination)
    read = parse(number, TODAY)
    assert isinstance(read, Identifier)
    assert (read.birth_date, read.kind) == (born, SAM if coordination else PNR)
    wrong = number[:10] + str((int(number[10]) + 1) % 10) + number[11]
    with pytest.raises(InvalidIdentifier):
        parse(wrong, TODAY)
