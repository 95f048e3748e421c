"""Möteslänken: an https address of any provider, without a word about whom the meeting concerns (SIP11, SIP19).

The address goes to everybody who is called and lies in their browsers' history. It is read decoded and in one
spelling, so that neither a percent sign nor another dash, digit or space hides a number. Nothing is fetched from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final
from urllib.parse import unquote_plus, urlsplit

from discharge.rules.refusal import Refusal
from lus.persons.identifiers import InvalidIdentifier, parse

LIMIT: Final = 500
_DECODINGS: Final = 5  # a number may be encoded more than once
_NUMBER: Final = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)")
_SPACED: Final = re.compile(r"(?<!\d)\d(?:[ .+-]{0,2}\d){9,11}(?!\d)")
_BETWEEN: Final = re.compile(r"[ .+-]")
_RESERVE: Final = re.compile(r"(?<![A-Z0-9])\d{8}-?[A-Z0-9]{3}\d(?![A-Z0-9])")
_MINUS: Final = "\u2212"
# One great provider's own meeting ids look like mail addresses: `meeting_Nj…@thread.v2`.
_MAIL: Final = re.compile(
    r"[\w.+-]+@(?!thread\.(?:v2|tacv2|skype)(?!\w))[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?!\w)"
)
_SHORTEST_WORD: Final = 3


def refuse_link(url: str, known: Iterable[str], today: date) -> Refusal | None:
    """Return why the link cannot be sent, or None. ``known``: names and numbers of the person, and the plan's code."""
    if len(url) > LIMIT or not _is_https(url):
        return Refusal(
            "sip-link-not-safe",
            "Länken går inte att använda",
            "Möteslänken börjar inte med https:// eller är för lång",
            "Kopiera länken på nytt från mötesverktyget.",
            field="video_url",
        )
    if _tells_of_somebody(_decoded(url), known, today):
        return Refusal(
            "sip-link-personal",
            "Personuppgift i länken",
            "Länken får inte innehålla personuppgifter",
            "Skapa ett möte utan namn eller personnummer i länken, och klistra in den.",
            field="video_url",
        )
    return None


def refuse_unknown_host(url: str, hosts: frozenset[str], confirmed: bool) -> Refusal | None:
    """Okänd tjänst: a link to a host that the principal has not said is asked about, and goes when it is confirmed.

    ``hosts``: of the principal; a host lets its own subdomains in.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    if not url or confirmed or any(host == one or host.endswith(f".{one}") for one in hosts):
        return None
    return Refusal(
        "sip-host-unknown",
        "Okänd videotjänst",
        f"Länken går till {host}, som inte står bland era videotjänster",
        "Kontrollera länken, och kryssa för att den är rätt.",
        field="host_confirmed",
    )


def _is_https(url: str) -> bool:
    if any(letter.isspace() or not letter.isprintable() for letter in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def _decoded(url: str) -> str:
    for _ in range(_DECODINGS):
        url, before = unquote_plus(url), url
        if url == before:
            break
    return "".join(map(_plain, unicodedata.normalize("NFKC", url)))


def _plain(letter: str) -> str:
    """Return the letter in its one spelling, "" for what cannot be seen."""
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    return "-" if kind == "Pd" or letter == _MINUS else " " if letter.isspace() else letter


def _tells_of_somebody(text: str, known: Iterable[str], today: date) -> bool:
    spaced = [_BETWEEN.sub("", found) for found in _SPACED.findall(text)]
    numbers = (*_NUMBER.findall(text), *spaced, *_RESERVE.findall(text.upper()))
    if _MAIL.search(text) or any(_is_identifier(found, today) for found in numbers):
        return True
    lowered = text.casefold()
    return any(_stands_in(word.casefold(), lowered) for word in known if len(word) >= _SHORTEST_WORD)


def _stands_in(word: str, text: str) -> bool:
    """Whether ``word`` stands there by itself: ``ek`` is not in ``week``."""
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text) is not None


def _is_identifier(found: str, today: date) -> bool:
    try:
        parse(found, today)
    except InvalidIdentifier:
        return False
    return True
