"""*Enkät*: type the code, answer on one page, thanks. Open to all; who answers is asked by nobody.

The pages set no cookie and take none: the code in the body is all the right there is, so no other site could use a
right of the visitor's (and no CSRF token is needed). The code stands in no address; the QR carries it as a fragment,
which browsers send to no server.
"""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from deviations.views.marked_text import marked_text
from followup.actions.answer_survey import PersonInText, answer_survey
from followup.forms import AnswerForm
from followup.queries.asked_by_code import asked_in
from followup.queries.pool_of_code import PURPOSE, SurveyClosed, pool_of_code
from lus.one_time.client_address import client_address
from lus.one_time.codes import open_code
from lus.one_time.refusals import CodeNotValid, TooManyTries
from lus.refusals import InvalidInput
from lus.web.asked import moment_of
from lus.web.forms_refused import attach_refusal

LONGEST_CODE = 20


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def survey_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code; POST it to see the questions."""
    if request.method != "POST":
        return render(request, "followup/code.html", {})
    return _with_code(request)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def survey_answer_page(request: HttpRequest) -> HttpResponse:
    """Keep the answer, or show it again with what must be changed."""
    return _with_code(request, sent=True) if request.method == "POST" else redirect("survey")


@never_cache
@require_GET
def survey_thanks_page(request: HttpRequest) -> HttpResponse:
    """Say thanks."""
    return render(request, "followup/thanks.html", {})


def _with_code(request: HttpRequest, *, sent: bool = False) -> HttpResponse:
    at = moment_of(request)
    typed = request.POST.get("code", "")[:LONGEST_CODE]
    try:
        code = open_code(typed, purpose=PURPOSE, address=client_address(request), at=at)
        asked = asked_in(pool_of_code(code, at=at))
        if not sent:
            return _questions(request, AnswerForm(initial={"code": typed}, asked=asked))
        form = AnswerForm(request.POST, asked=asked)
        return _send(request, form, at) if form.is_valid() else _questions(request, form, status=422)
    except (CodeNotValid, TooManyTries, SurveyClosed) as said:
        return render(request, "followup/code.html", {"refusal": said}, status=said.status)


def _send(request: HttpRequest, form: AnswerForm, at: datetime) -> HttpResponse:
    try:
        answer_survey(
            code=form.cleaned_data["code"], given=form.given(), address=client_address(request), at=at
        )
    except InvalidInput as said:
        marks: list[tuple[str, bool]] = []
        if isinstance(said, PersonInText):
            marks = marked_text(form.cleaned_data["text"], said.screened.findings)
        status = attach_refusal(form, said)
        return _questions(request, form, marks=marks, status=status)
    return redirect("survey_thanks")


def _questions(request: HttpRequest, form: AnswerForm, *, status: int = 200, **more: Any) -> HttpResponse:
    shown = {"form": form, "asked": form.asked, "questions": form.questions(), **more}
    return render(request, "followup/questions.html", shown, status=status)
