"""What every page's shell shows: who works where, what can be opened, how fresh the page is."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from lus.downtime.mode import Mode
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import age, clock_with_seconds, moment


@dataclass(frozen=True)
class NavEntry:
    """One entry of the menu and of the bottom bar. ``count`` None: nothing to count."""

    label: str
    url: str
    icon: str
    count: int | None
    current: bool


@dataclass(frozen=True)
class Shell:
    """Handed to `base.html` as ``shell``. ``unread`` None: no bell. An address is "" until its page exists."""

    actor: Actor | None
    nav: list[NavEntry]
    fetched_at: str
    made: str  # the same instant for the script: the server's clock decides what is late
    version: str
    practice: bool
    unread: int | None
    notices_url: str
    assignment_url: str
    search_url: str  # "" for who sees no cases
    live_key: str  # the assignment: tabs that work in the same one share their stream
    live_port: int
    logout_url: str
    help_url: str
    gallery_url: str
    agreements_url: str  # "" for who may not see money
    read_only: str  # what is so and what to do, "" in ordinary work
    downtime_url: str


# label, address, icon, permission that the entry needs
ENTRIES: tuple[tuple[str, str, str, Permission | None], ...] = (
    ("Min tur", "/", "mintur", Permission.SEE_CASES),
    ("Tavlan", "/discharge/board/", "tavla", Permission.SEE_CASES),
    ("Nytt ärende", "/discharge/new/", "nytt", Permission.REGISTER_STAY),
    ("SIP", "/sip/", "sip", Permission.SEE_CASES),
    ("Avvikelser", "/deviations/", "avvikelse", Permission.SEE_DEVIATIONS),
    ("Enkäter", "/follow-up/surveys/", "uppfoljning", Permission.SEE_CASES),
    ("Jourlista", "/on-call/", "ring", None),
    ("Avräkning", "/settlement/", "betalning", Permission.SETTLE),
    ("Enheten", "/unit/", "enhet", Permission.ADMINISTER_UNIT),
    ("Hjälp", "/help/", "hjalp", None),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Lazy, so that parts and machine answers pay nothing for it."""
    return {"shell": SimpleLazyObject(lambda: shell_of(request))}


def shell_of(request: HttpRequest) -> Shell:
    """Return the shell for whoever asks. A view may set ``request.nav_counts`` ({"/": 7}) and ``request.unread``."""
    actor: Actor | None = getattr(request, "actor", None)
    at = getattr(request, "at", None) or timezone.now()
    return Shell(
        actor=actor,
        nav=nav_for(actor, request.path, getattr(request, "nav_counts", {})),
        fetched_at=clock_with_seconds(at),
        made=at.isoformat(),
        version=product_version(),
        practice=settings.DEMO,
        unread=getattr(request, "unread", None),
        notices_url=address_of("notices"),
        assignment_url=address_of("choose_assignment"),
        search_url=address_of("search_case") if actor and actor.may(Permission.SEE_CASES) else "",
        live_key=str(actor.assignment_id or "") if actor else "",
        live_port=settings.LIVE_PORT,
        logout_url=address_of("logout"),
        help_url="/help/" if page_exists("/help/") else "",
        gallery_url=address_of("gallery"),
        agreements_url=address_of("agreements") if actor and actor.may(Permission.SEE_MONEY) else "",
        read_only=read_only_words(getattr(request, "read_only", None), at),
        downtime_url=address_of("downtime") if actor else "",
    )


def read_only_words(mode: Mode | None, at: datetime) -> str:
    """Return how old the page's facts are, while nothing can be changed."""
    if mode is None:
        return ""
    return (
        f"Uppgifterna är från {moment(mode.since, at)}, {age(mode.since, at)} gamla. Inget kan sparas. "
        "Skriv på papper och ring."
    )


def nav_for(actor: Actor | None, path: str, counts: dict[str, int]) -> list[NavEntry]:
    """Entries that exist and that the assignment may use; none before an assignment is chosen."""
    if actor is None:
        return []
    return [
        NavEntry(label, url, icon, counts.get(url), path == url)
        for label, url, icon, permission in ENTRIES
        if page_exists(url) and (permission is None or actor.may(permission))
    ]


@cache
def page_exists(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@cache
def address_of(name: str) -> str:
    """The address of a named page, or "" when the product has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@cache
def product_version() -> str:
    try:
        return version("lus")
    except PackageNotFoundError:
        return "0.1"
