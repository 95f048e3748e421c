"""*Nytt för er*: what lies behind the bell. Opening a case marks its news as seen; so does the button, for all."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.events import EVENTS
from discharge.queries.notices import MOST, CaseNews, News, news
from lus.notifications.queries import mark_all_seen, unseen_of_no_case
from lus.organisations.actor import Actor
from lus.web.words import clock_with_seconds, moment

from .listed_duty import case_url
from .listed_person import listed_person
from .who_asks import who_asks

CLOCK_PASSED = "En tid gick ut"
FIRST = 3
# That somebody has died is told inside the case only.
QUIET = {"patient_deceased_recorded": "Avslutat", "death_record_corrected": "Rättat"}
# News that is about no case, by kind.
ABOUT_NO_CASE = {
    "backup_asked": "En enhet som ni är ersättare för har olästa meddelanden. Se Jourlistan.",
    "sip_news": "Det finns nytt i en SIP. Se SIP.",
    "plan_clock_passed": "En tid i en SIP har gått ut. Se Min tur.",
    "deviation_news": "Det finns nytt i en avvikelse. Se Avvikelser.",
    "deviation_clock_passed": "En tid i en avvikelse har gått ut. Se Avvikelser.",
    "deviation_late": "En avvikelse väntar långt över tiden. Se Avvikelser.",
    "deviation_reported": "Ni har fått en avvikelse. Se Avvikelser.",
}


@never_cache
@require_http_methods(["GET", "POST"])
def notices_page(request: HttpRequest) -> HttpResponse:
    """Show the news of the unit; a POST marks what the page showed as seen."""
    viewer, at = who_asks(request)
    if request.method == "POST":
        mark_all_seen(viewer, up_to=_shown_at(request.POST.get("shown_at", ""), at), at=at)
        return redirect("notices")
    found = news(viewer, at=at)
    context = {
        "rows": [_row(item, at) for item in found.cases],
        "notes": [*_notes(found), *_about_no_case(viewer)],
        "shown_at": at.isoformat(),
        "checked": clock_with_seconds(at),
    }
    return render(request, "discharge/notices.html", context)


def _about_no_case(viewer: Actor) -> list[str]:
    waiting = unseen_of_no_case(viewer)
    return [words for kind, words in ABOUT_NO_CASE.items() if kind in waiting]


def _notes(found: News) -> list[str]:
    cases = "ärende" if found.gone == 1 else "ärenden"
    return [
        *([f"Här visas {MOST}. {found.more} till har nyheter."] if found.more else []),
        *([f"Nyheter finns också i {found.gone} {cases} som inte längre är era."] if found.gone else []),
    ]


def _shown_at(text: str, at: datetime) -> datetime:
    """What came after the page was shown stays new; without a readable time nothing is marked that is newer."""
    shown = parse_datetime(text)
    return min(shown, at) if shown and shown.tzinfo else at


def _word(kind: str) -> str:
    if kind in QUIET:
        return QUIET[kind]
    return EVENTS[kind].label if kind in EVENTS else CLOCK_PASSED


def _row(item: CaseNews, at: datetime) -> dict[str, object]:
    words = [_word(kind) for kind in item.kinds]
    more = f" och {len(words) - FIRST} till" if len(words) > FIRST else ""
    return {
        "person": listed_person(item.person, item.case.reference, case_url(item.case.pk)),
        "ward": item.case.ward.name,
        "news": ", ".join(words[:FIRST]) + more,
        "when": moment(item.newest, at),
        "urgent": item.urgent,
    }
