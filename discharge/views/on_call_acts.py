"""Telefon och jour: the acts that any party may need at night, one row each."""

from collections.abc import Mapping
from typing import Any

from discharge.actions.record_on_call_contact import record_on_call_contact
from discharge.actions.record_on_call_decision import record_on_call_decision
from discharge.actions.record_phone_contact import record_phone_contact
from discharge.forms.act_form import ActContext
from discharge.forms.on_call import OnCallDecisionForm, OnCallForm, PhoneContactForm
from discharge.queries.on_call import on_call_for
from lus.on_call.rules.mandates import MANDATES
from lus.organisations.roles import Permission
from lus.web.words import moment

from .act_page import ActPage
from .act_tells import means, told_all

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


ON_CALL: tuple[ActPage, ...] = (
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
