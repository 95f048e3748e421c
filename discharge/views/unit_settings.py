"""*Öppettider och helg*, *Aviseringar*, *Eskalering*: what stands now, and the way to change it. No patients here."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.forms.unit_settings import DAYS
from discharge.queries.unit_settings import UnitSettings, unit_settings
from discharge.rules.receipt_ladder import LEVELS, STANDARD
from lus.notifications.models import OutboxRow
from lus.organisations.roles import Permission
from lus.organisations.video_hosts import video_hosts_of
from lus.swedish_time import local_date
from lus.web.words import day, moment

from .unit_words import hours_words
from .who_asks import who_asks

Words = dict[str, Any]


@never_cache
@require_safe
def opening_hours(request: HttpRequest) -> HttpResponse:
    """Show the week, the exceptions and whether the unit is open now."""
    found, at = _asked(request)
    today = local_date(at)
    weekly = [(name, _span(found.hours.weekly.get(number))) for number, name in enumerate(DAYS)]
    dated = [(day(one, today), _span(hours)) for one, hours in sorted(found.hours.dated.items())]
    now = hours_words(found.hours, at) if found.hours.is_known else "inga tider är registrerade"
    acts = ["set_week", "set_exception", *(["remove_exception"] if dated else [])]
    tables = [_table("Veckan", ("Dag", "Öppet"), weekly), _table("Undantag", ("Dag", "Öppet"), dated)]
    note = "Röda dagar följer söndag, aftnar lördag. Lagens frister löper även när det är stängt."
    return _page(request, found, "Öppettider och helg", f"Just nu: {now}. {note}", tables, acts)


@never_cache
@require_safe
def notification_settings(request: HttpRequest) -> HttpResponse:
    """Show the channels and the latest deliveries, with nothing of any case."""
    found, at = _asked(request)
    channels = [
        (
            one.get_audience_display(),
            one.get_channel_display(),
            one.address,
            "Samlas 08.00 och 13.00" if one.digest else _span((one.opens, one.closes)),
        )
        for one in found.channels
    ]
    log = [_delivery(row, at) for row in found.deliveries]
    tables = [
        _table("Kanaler", ("Till", "Sätt", "Adress", "Det som kan vänta"), channels),
        _table("Leveranser", ("När", "Sätt", "Läge", "Försök", "Fel"), log),
    ]
    acts = ["send_test", "set_channel", *(["remove_channel"] if channels else [])]
    own = (
        f"Utan egen kanal används {found.unit.email}."
        if found.unit.email
        else "Enheten har ingen e-postadress."
    )
    return _page(request, found, "Aviseringar", f"Texten säger inget om ärendet. {own}", tables, acts)


@never_cache
@require_safe
def escalation(request: HttpRequest) -> HttpResponse:
    """Show the ladder in force."""
    found, _ = _asked(request)
    ladder = found.ladder or STANDARD
    normal = [f"{minutes} öppna minuter" for minutes in ladder.normal]
    normal.append(f"{ladder.after_opening} minuter efter nästa öppning")
    rows = [
        (str(level), LEVELS[level], normal[level - 1], f"{ladder.urgent[level - 1]} minuter")
        for level in LEVELS
    ]
    backup = found.ladder.backup.name if found.ladder and found.ladder.backup else "ingen"
    whose = f"Satt av {found.ladder.set_by}." if found.ladder else "Produktens standard."
    table = _table("Steg när ett meddelande är oläst", ("Steg", "Vad", "Vanligt", "Brådskande"), rows)
    text = f"Intern rutin, ingen lag. {whose} Ersättare: {backup}."
    return _page(request, found, "Eskalering", text, [table], ["set_ladder"])


@never_cache
@require_safe
def video_hosts(request: HttpRequest) -> HttpResponse:
    """Show the services that the principal's meetings may be held on."""
    found, _ = _asked(request)
    hosts = [(host,) for host in sorted(video_hosts_of(found.unit.principal_id))]
    text = f"Gäller alla enheter i {found.unit.principal}. En länk till någon annan tjänst frågas det om."
    tables = [_table("Kända tjänster", ("Värdnamn",), hosts)]
    return _page(request, found, "Videotjänster", text, tables, ["set_video_hosts"])


TITLES = {
    "set_video_hosts": "Ändra listan",
    "set_week": "Ändra veckan",
    "set_exception": "Lägg till undantag",
    "remove_exception": "Ta bort undantag",
    "send_test": "Skicka test",
    "set_channel": "Lägg till kanal",
    "remove_channel": "Ta bort kanal",
    "set_ladder": "Ändra trappan",
}


def _asked(request: HttpRequest) -> tuple[UnitSettings, datetime]:
    viewer, at = who_asks(request)
    viewer.require(Permission.ADMINISTER_UNIT)
    return unit_settings(viewer), at


def _page(
    request: HttpRequest, found: UnitSettings, title: str, text: str, tables: list[Words], acts: list[str]
) -> HttpResponse:
    _, at = who_asks(request)
    shown = {
        "title": title,
        "unit": found.unit.name,
        "text": text,
        "tables": tables,
        "acts": [{"label": TITLES[name], "url": reverse(name)} for name in acts],
        "changes": [
            {"when": moment(one.changed_at, at), "who": one.changed_by, "what": one.what}
            for one in found.changes
        ],
    }
    return render(request, "discharge/unit_settings.html", shown)


def _table(heading: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Words:
    cells = [[{"label": name, "text": text} for name, text in zip(columns, row, strict=True)] for row in rows]
    return {"heading": heading, "columns": columns, "rows": cells}


def _span(hours: Any) -> str:
    return f"{hours[0]:%H.%M}–{hours[1]:%H.%M}" if hours else "Stängt"


def _delivery(row: OutboxRow, at: datetime) -> tuple[str, ...]:
    when = moment(row.finished_at or row.due_at, at)
    return when, row.get_channel_display(), row.get_state_display(), str(row.attempts), row.error or "–"
