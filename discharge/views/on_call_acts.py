"""Telefon och jour: the acts that any party may need at night, one row each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from discharge.actions.answer_weekend_warning import answer_weekend_warning
from discharge.actions.record_on_call_contact import record_on_call_contact
from discharge.actions.record_on_call_decision import record_on_call_decision
from discharge.actions.record_phone_contact import record_phone_contact
from discharge.forms.act_form import ActContext
from discharge.forms.on_call import OnCallDecisionForm, OnCallForm, PhoneContactForm
from discharge.forms.weekend import WeekendAnswerForm
from discharge.queries.on_call import on_call_for
from lus.on_call.rules.mandates import MANDATES
from lus.organisations.roles import Permission
from lus.swedish_time import local_date
from lus.web.words import day, moment

from .act_page import ActPage
from .act_tells import means, names_of, told_all

LOGGED = "Loggat"


def _contact(context: ActContext) -> Mapping[str, Any]:
    answers = on_call_for(context.page.facts, at=context.at)
    rows = [
        (
            one.function.label,
            f"nås till {moment(one.until, context.at)}. Får besluta: {_items(one.may_decide)}.",
        )
        for one in answers.functions
    ]
    told = means(*rows, heading="Jour just nu")
    if answers.functions:
        return told
    alert = {"heading": "Ingen jour just nu", "text": answers.words, "color": "warning"}
    return {"alerts": [alert]}


def _decision(context: ActContext) -> Mapping[str, Any]:
    told = {**_contact(context)}
    told["ticks"] = None
    rows = [
        {"term": "Gäller", "fact": "tills den ordinarie enheten öppnar. Den får beslutet att ta över."},
        {"term": "Grund", "fact": "Intern rutin. Ingen länsgemensam jourplikt finns."},
    ]
    consequence = told.get("consequence") or {"heading": "När du registrerar", "rows": []}
    return {**told, "consequence": {**consequence, "rows": [*consequence["rows"], *rows]}}


def _items(items: tuple[str, ...]) -> str:
    return ", ".join(MANDATES[item] for item in items) or "inget"


def _call(context: ActContext) -> Mapping[str, Any]:
    return means(
        told_all(context),
        ("Betyder", "att ni har ringt. Samtalet ersätter ingen kvittens."),
        heading="När du loggar",
    )


def _weekend(context: ActContext) -> Mapping[str, Any]:
    warning = context.page.facts.on_call.weekend
    if warning is None:
        return {}
    names = names_of(context, warning.closed)
    when = day(date.fromisoformat(warning.day), local_date(context.at))
    told = means(
        ("Stängt", f"{names}, {when}"),
        ("Lagens frister", "löper ändå. Varningen stoppar inget."),
        ("Ett annat datum", "ändrar ni under Ändra beräknad utskrivning."),
        heading="Helgvarning",
    )
    return told


ON_CALL: tuple[ActPage, ...] = (
    ActPage(
        act="answer_weekend_warning",
        slug="weekend-warning",
        perform=answer_weekend_warning,
        form=WeekendAnswerForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Besvara helgvarning",
        button="Spara svar",
        tells=_weekend,
        done="Besvarat",
    ),
    ActPage(
        act="record_phone_contact",
        slug="phone-contact",
        perform=record_phone_contact,
        form=PhoneContactForm,
        permission=Permission.ACKNOWLEDGE,
        title="Ringt – logga",
        button="Logga samtal",
        tells=_call,
        done=LOGGED,
        icon="ring",
    ),
    ActPage(
        act="record_on_call_contact",
        slug="on-call-contact",
        perform=record_on_call_contact,
        form=OnCallForm,
        permission=Permission.ACKNOWLEDGE,
        title="Logga kontakt med jour",
        button="Logga kontakt",
        tells=_contact,
        done=LOGGED,
        icon="ring",
    ),
    ActPage(
        act="record_on_call_decision",
        slug="on-call-decision",
        perform=record_on_call_decision,
        form=OnCallDecisionForm,
        permission=Permission.ACKNOWLEDGE,
        title="Registrera jourbeslut",
        button="Registrera beslut",
        tells=_decision,
        done="Registrerat",
    ),
)
