"""*Mötet med kod*: for the person and relatives. Type the code, read when and where, answer. Open to all.

The pages set no cookie and take none: the code in the body is all the right there is (so no CSRF token is needed),
and it stands in no address.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from discharge.rules.facts_of_meeting import PLACE_KINDS
from discharge.rules.meeting_door import door, opens_at
from lus.one_time.client_address import client_address
from lus.one_time.codes import open_code
from lus.one_time.refusals import CodeNotValid, TooManyTries
from lus.refusals import Refused
from lus.swedish_time import local_date
from lus.web.asked import moment_of
from lus.web.forms_refused import attach_refusal
from lus.web.words import clock
from lus.web.words import moment as moment_words
from sip.actions.answer_by_code import answer_by_code
from sip.people_forms import CodeAnswerForm
from sip.queries.meeting_by_code import PURPOSE, MeetingByCode, meeting_by_code

LONGEST_CODE = 20


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def code_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code; POST it to see the meeting."""
    if request.method != "POST":
        return render(request, "sip/meeting_code.html", {})
    return _with_code(request)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def answer_page(request: HttpRequest) -> HttpResponse:
    """Keep the answer and show the meeting again with it."""
    return _with_code(request, sent=True) if request.method == "POST" else redirect("meeting_code")


def _with_code(request: HttpRequest, *, sent: bool = False) -> HttpResponse:
    at = moment_of(request)
    typed = request.POST.get("code", "")[:LONGEST_CODE]
    try:
        opened = open_code(typed, purpose=PURPOSE, address=client_address(request), at=at)
        asked = meeting_by_code(opened, at=at)
        if not sent:
            given = {"code": typed, "answer": asked.answer or None, "text": asked.answer_text}
            return _meeting(request, asked, CodeAnswerForm(initial=given))
        return _answer(request, asked, typed)
    except (CodeNotValid, TooManyTries) as said:
        return render(request, "sip/meeting_code.html", {"refusal": said}, status=said.status)


def _answer(request: HttpRequest, asked: MeetingByCode, typed: str) -> HttpResponse:
    form = CodeAnswerForm({**request.POST.dict(), "code": typed})
    if not form.is_valid():
        return _meeting(request, asked, form, status=422)
    at = moment_of(request)
    try:
        answer_by_code(address=client_address(request), at=at, **form.cleaned_data)
    except (CodeNotValid, TooManyTries):
        raise
    except Refused as said:
        return _meeting(request, asked, form, status=attach_refusal(form, said))
    return _meeting(request, asked, form, is_kept=True)


def _meeting(
    request: HttpRequest,
    asked: MeetingByCode,
    form: CodeAnswerForm,
    *,
    status: int = 200,
    is_kept: bool = False,
) -> HttpResponse:
    kind = PLACE_KINDS.get(asked.place_kind, "")
    where = asked.place if kind.casefold() in asked.place.casefold() else f"{kind}: {asked.place}"
    at = moment_of(request)
    ends_at = asked.starts_at + timedelta(minutes=asked.duration_min)
    stands = door(asked.video_url, asked.starts_at, ends_at, at)
    shown: dict[str, Any] = {
        "day": local_date(asked.starts_at),
        "clock": clock(asked.starts_at),
        "minutes": asked.duration_min,
        "where": where,
        "video_url": asked.video_url if stands == "open" else "",
        "opens": moment_words(opens_at(asked.starts_at), at) if stands == "early" else "",
        "phone": asked.phone,
        "phone_pin": asked.phone_pin,
        "has_begun": asked.has_begun,
        "form": form,
        "is_kept": is_kept,
    }
    return render(request, "sip/meeting_by_code.html", shown, status=status)
