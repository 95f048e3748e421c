"""Personnummer, samordningsnummer, reservnummer: what a typed identifier is, or why it is refused.

Folkbokföringslagen (1991:481) 18 § (personnummer) and lag (2022:1697) om samordningsnummer. National reserve
numbers have 12 characters ``XXYYMMDDNNGC`` with letters other than I, O, Q, V and W; they are kept as issued:
neither century nor birth date nor check digit is derived from them, since the published examples do not
agree on one rule. Local reserve numbers are only taken when asked for by name, with their issuer.

No message and no ``repr`` here repeats the number: both end up in logs.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal

Sex = Literal["female", "male"]

COORDINATION_DAY_SHIFT: Final = 60
_DASHES: Final = re.compile(r"[\u2010-\u2015\u2212]")
_SPACES: Final = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_TWELVE: Final = re.compile(r"(?P<century>\d{2})(?P<year>\d{2})(?P<rest>\d{4})[-+]?(?P<last>\d{4})", re.ASCII)
_TEN: Final = re.compile(r"(?P<year>\d{2})(?P<rest>\d{4})(?P<sign>[-+]?)(?P<last>\d{4})", re.ASCII)
_RESERVE_LETTER: Final = "A-HJ-NPR-UX-Z"
_RESERVE: Final = re.compile(rf"\d{{8}}-?(?=\d*[{_RESERVE_LETTER}])[{_RESERVE_LETTER}\d]{{3}}\d", re.ASCII)
_RESERVE_SHAPE: Final = re.compile(r"\d{8}-?(?=\d*[A-Z])[A-Z\d]{3}\d", re.ASCII)
# Interim numbers put a letter for the first of the last four digits. In the 12-character form the letters
# that a national reserve number also uses (J, K, L, M, N) cannot be told apart: read as a reserve number.
_INTERIM_TEN: Final = re.compile(r"\d{6}[-+]?(?P<letter>[A-Z])\d{3}", re.ASCII)
_INTERIM_TWELVE: Final = re.compile(r"(?:18|19|20)\d{6}[-+]?(?P<letter>[TRSUWX])\d{3}", re.ASCII)
_LOCAL: Final = re.compile(r"[0-9A-ZÅÄÖ]{4,20}")


class IdentifierKind(StrEnum):
    """The kind is part of the identity: the same characters of another kind are another person."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    NATIONAL_RESERVE_NUMBER = "national_reserve_number"
    LOCAL_RESERVE_NUMBER = "local_reserve_number"


class InvalidIdentifier(ValueError):
    """A refused identifier. ``code`` is stable for programs; ``message`` says in Swedish what to do."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True, repr=False)
class Identifier:
    """One accepted identifier.

    ``value`` has 12 characters without separator (4–20 for a local reserve number). ``birth_date`` and
    ``sex`` are None where the number does not say them for certain; ``issuer`` is for local reserve numbers.
    """

    kind: IdentifierKind
    value: str
    birth_date: date | None = None
    sex: Sex | None = None
    issuer: str | None = None

    @property
    def display(self) -> str:
        """As shown on screen: ``ÅÅÅÅMMDD-NNNN``; a local reserve number as issued."""
        if self.kind is IdentifierKind.LOCAL_RESERVE_NUMBER:
            return self.value
        return f"{self.value[:8]}-{self.value[8:]}"

    def __repr__(self) -> str:
        return f"<Identifier {self.kind.value}>"


_REFUSALS: Final = {
    "empty": "Numret saknas. Skriv personnummer, samordningsnummer eller nationellt reservnummer.",
    "wrong_length": "Numret har fel längd. Skriv 12 siffror (ÅÅÅÅMMDD-NNNN) eller 10 siffror med - eller +.",
    "wrong_characters": "Numret innehåller tecken som inte hör dit. Skriv 12 siffror: ÅÅÅÅMMDD-NNNN.",
    "wrong_check_digit": "Kontrollsiffran stämmer inte. Läs numret igen mot legitimationen eller journalen.",
    "impossible_date": "Födelsedatumet i numret finns inte. Kontrollera år, månad och dag.",
    "future_date": "Födelsedatumet i numret ligger i framtiden. Kontrollera århundradet.",
    "wrong_century": "Numret måste börja med 18, 19 eller 20. Kontrollera århundradet.",
    "reserve_letter": "Ett reservnummer har inte bokstäverna I, O, Q, V eller W. Läs av numret igen.",
    "local_format": "Det lokala reservnumret ska ha 4–20 tecken. Skriv det som regionen gav det.",
    "issuer_missing": "Ange vilken region som har gett det lokala reservnumret.",
}


def _refuse(code: str) -> InvalidIdentifier:
    return InvalidIdentifier(code, _REFUSALS[code])


def _interim(letter: str) -> InvalidIdentifier:
    return InvalidIdentifier(
        "interim_number",
        f"Det här är ett interimsnummer ({letter}-nummer) och gäller inte här. "
        "Använd personens personnummer, samordningsnummer eller ett reservnummer.",
    )


def parse(text: str, today: date) -> Identifier:
    """Read a typed national identifier.

    ``text`` may hold spaces and any dash. Ten digits mean a person who turns at most 99 this year, or with
    ``+`` one who turns 100 or more. ``today`` is the local date. Raises InvalidIdentifier.
    """
    typed = _tidy(text)
    if not typed:
        raise _refuse("empty")
    for shape in (_INTERIM_TEN, _INTERIM_TWELVE):
        if interim := shape.fullmatch(typed):
            raise _interim(interim["letter"])
    if _RESERVE.fullmatch(typed):
        return Identifier(IdentifierKind.NATIONAL_RESERVE_NUMBER, typed.replace("-", ""))
    if _RESERVE_SHAPE.fullmatch(typed):
        raise _refuse("reserve_letter")
    return _with_digits(_twelve_digits(typed, today), today)


def parse_local_reserve_number(text: str, issuer: str) -> Identifier:
    """Keep a region's own reserve number as issued, with its issuer. Raises InvalidIdentifier."""
    if not issuer.strip():
        raise _refuse("issuer_missing")
    value = _tidy(text).replace("-", "").replace("+", "")
    if not _LOCAL.fullmatch(value):
        raise _refuse("local_format")
    return Identifier(IdentifierKind.LOCAL_RESERVE_NUMBER, value, issuer=issuer.strip())


def _tidy(text: str) -> str:
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    return _SPACES.sub("", plain).upper()


def _twelve_digits(typed: str, today: date) -> str:
    if full := _TWELVE.fullmatch(typed):
        return full["century"] + full["year"] + full["rest"] + full["last"]
    if short := _TEN.fullmatch(typed):
        # The sign changes on 1 January of the year the person turns 100, not on the birthday.
        year = today.year - (today.year - int(short["year"])) % 100
        year -= 100 if short["sign"] == "+" else 0
        return f"{year:04d}{short['rest']}{short['last']}"
    only = typed.replace("-", "").replace("+", "")
    raise _refuse("wrong_length" if only.isascii() and only.isdigit() else "wrong_characters")


def _with_digits(value: str, today: date) -> Identifier:
    if value[:2] not in {"18", "19", "20"}:
        raise _refuse("wrong_century")
    year, month, day = int(value[:4]), int(value[4:6]), int(value[6:8])
    coordination = day > COORDINATION_DAY_SHIFT
    try:
        born = date(year, month, day - (COORDINATION_DAY_SHIFT if coordination else 0))
    except ValueError:
        raise _refuse("impossible_date") from None
    if check_digit(value[2:11]) != int(value[11]):
        raise _refuse("wrong_check_digit")
    if born > today:
        raise _refuse("future_date")
    kind = IdentifierKind.SAMORDNINGSNUMMER if coordination else IdentifierKind.PERSONNUMMER
    return Identifier(kind, value, born, "male" if int(value[10]) % 2 else "female")


def check_digit(nine_digits: str) -> int:
    """The Luhn check digit (0–9) of ``YYMMDDNNN``. Raises ValueError unless given nine digits."""
    if len(nine_digits) != 9 or not (nine_digits.isascii() and nine_digits.isdigit()):
        raise ValueError("expected nine digits")
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine_digits))
    return -sum(product // 10 + product % 10 for product in products) % 10


def compose_test_number(born: date, serial: int, *, coordination: bool = False) -> str:
    """A well-formed 12-digit number for invented persons.

    ``serial`` is 0–999 (odd: male). Raises ValueError for another serial. Use serials from 980 up:
    Skatteverket keeps them for test persons.
    """
    if not 0 <= serial <= 999:
        raise ValueError("serial must be 0-999")
    day = born.day + (COORDINATION_DAY_SHIFT if coordination else 0)
    eleven = f"{born.year:04d}{born.month:02d}{day:02d}{serial:03d}"
    return eleven + str(check_digit(eleven[2:]))
