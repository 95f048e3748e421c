"""Tvillingar: the same case lived twice, once with content that is blocked and once without it ever being there."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from discharge.actions.acknowledge import acknowledge
from discharge.actions.add_attachment import add_attachment
from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.assess_adl import assess_adl
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.correct_message import correct_message
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.record_aid import record_aid
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.send_handover import send_handover
from discharge.actions.send_message import send_message
from discharge.actions.set_block import set_block
from discharge.actions.start_planning import start_planning
from discharge.downtime.words import list_words
from discharge.queries.downtime_list import downtime_list, unit_itself
from discharge.rules.facts_of_planning import AdlItem
from discharge.views.message_acts import MESSAGES
from discharge.views.planning_acts import PLANNING
from discharge.views.receiver_acts import RECEIVERS
from discharge.views.ward_acts import WARD
from lus.api.demo_tokens import issue_demo_token
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from tests.api.conftest import Api
from tests.factories import Place, a_case, a_person, a_unit, an_actor, signed_in

from .actions.life import STEP, Life
from .actions.lives_with_messages import A_PDF, unit_of

SECRET = "Kanariefågeln"
ACTS = (*WARD, *RECEIVERS, *PLANNING, *MESSAGES)
SECTIONS = ("overview", "planning", "messages", "sip", "payment", "handover")
PARTS = ("", "/events", "/obligations", "/payment-ledger", "/acts")


def the_same_place() -> Place:
    """Return a place whose units have the same ids in every world, so that what is ordered by them is."""
    kinds = (UnitKind.WARD, UnitKind.RECEPTION, UnitKind.PRIMARY_CARE)
    roles = (Role.WARD_STAFF, Role.RECEPTION, Role.PRIMARY_CARE_COORDINATOR)
    names = ("Avd 72", "Nacka", "Vårdcentralen Solen")
    units = [
        a_unit(name, kind, id=UUID(int=n)) for n, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
    ]
    return Place(*(an_actor(unit, role) for unit, role in zip(units, roles, strict=True)))


class Twin(Life):
    """A life in which ``tells`` happens only when there is something to block; time passes all the same."""

    def __init__(self, with_content: bool) -> None:
        place = the_same_place()
        super().__init__(place=place, case=a_case(place, person=a_person(born=date(1941, 5, 6))))
        self.with_content = with_content

    def tells(self, actor: Actor, act: Callable[..., Any], **arguments: Any) -> None:
        if self.with_content:
            self.does(actor, act, **arguments)
        else:
            self.at += STEP

    def hears(self, actor: Actor, name: str) -> None:
        """Acknowledge the newest event called ``name``, when there is one."""
        self.tells(actor, acknowledge, message_id=self.last(name).pk if self.with_content else None)

    def reads_the_notice(self) -> None:
        for actor in (self.municipality, self.primary_care):
            self.does(actor, acknowledge, message_id=self.last("admission_notice_sent").pk)
            self.does(actor, start_planning)
        self.does(self.ward, record_information_consent, state="given")


def planning(life: Twin, scope: str) -> Actor:
    """The municipality answers, assesses and orders; the ward assesses as well."""
    who = life.municipality
    life.reads_the_notice()
    life.tells(who, answer_planning_field, field="door", value="keys", legal_ground="consent")
    life.tells(who, mark_planning_field_unknown, field="support_starts")
    adl = {"legal_ground": "consent", "comment": SECRET}
    life.tells(who, assess_adl, items=[AdlItem("eat", 0, 3), AdlItem("wash", 0, 3)], **adl)
    life.tells(who, record_aid, what=SECRET, where="home", owner_unit_id=who.unit_id, legal_ground="consent")
    life.does(who, set_block, scope=scope)
    life.tells(
        who, record_aid, what=f"{SECRET} 2", where="home", owner_unit_id=who.unit_id, legal_ground="consent"
    )
    life.does(life.ward, assess_adl, items=[AdlItem("dress", 1, 2)], legal_ground="consent", comment="")
    life.does(life.primary_care, mark_planning_field_unknown, field="follow_up")
    return who


def messages(life: Twin, scope: str) -> Actor:
    """The municipality writes, sends a file and mends its words; one reads it and one answers."""
    who, others = life.municipality, [unit_of(life.ward), unit_of(life.primary_care)]
    life.reads_the_notice()
    said = {"recipients": others, "category": "aids", "ack_wanted": True}
    life.tells(who, send_message, text=f"{SECRET} ett", **said)
    first = life.last("message_sent").pk if life.with_content else None
    life.hears(life.ward, "message_sent")
    life.tells(who, add_attachment, message_id=first, title=SECRET, file=A_PDF)
    life.tells(who, correct_message, message_id=first, text=f"{SECRET} rättad", reason="Fel")
    life.tells(who, send_message, text=f"{SECRET} två", **said)
    life.does(who, set_block, scope=scope)
    life.tells(who, send_message, text=f"{SECRET} tre", **said)
    answer = {"recipients": [unit_of(life.primary_care)], "category": "aids", "ack_wanted": True}
    life.does(life.ward, send_message, text="Avdelningens egna ord.", **answer)
    return who


def handover(life: Twin, scope: str) -> Actor:
    """The ward adds parts and hands over; the municipality says that it has it."""
    who = life.ward
    life.reads_the_notice()
    life.tells(who, add_handover_part, part="food", where="here", text=SECRET)
    life.tells(who, add_handover_part, part="medicine_list", where="paper")
    life.tells(who, send_handover)
    life.tells(life.municipality, confirm_handover_received)
    life.does(who, set_block, scope=scope)
    life.tells(who, add_handover_part, part="food", where="here", text=f"{SECRET} igen")
    life.tells(who, send_handover)
    life.ready()
    return who


CONTENT: dict[str, Callable[[Twin, str], Actor]] = {
    "planning": planning,
    "messages": messages,
    "handover": handover,
}


def lived(content: str, scope: str, *, with_content: bool) -> tuple[Twin, Actor]:
    """Return the life, and who has blocked."""
    life = Twin(with_content)
    return life, CONTENT[content](life, scope)


def both_seen(look: Callable[[bool], dict[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what ``look`` finds with the content and without it, each in a world of its own."""
    found = []
    for with_content in (True, False):
        with transaction.atomic():
            found.append(look(with_content))
            transaction.set_rollback(True)
    return found[0], found[1]


def told_to(viewer: Actor, life: Twin) -> dict[str, str]:
    """Return all that ``viewer`` is told of the case, by address, without what differs between any two cases."""
    browser, found = signed_in(viewer), {}
    paths = ["/discharge/board/", "/", "/notices/", "/weekend-list/", "/on-call/"]
    case = reverse("case", args=[life.case.pk])
    paths += [f"{case}journal-note/", f"{case}summary/", f"{case}news/?since=1"]
    paths += [reverse(row.act, args=[life.case.pk]) for row in ACTS]
    paths += [f"{case}?section={section}" for section in SECTIONS]
    for path in paths:
        answer = browser.get(path)
        found[_plain(path, life)] = f"{answer.status_code} {_plain(answer.content.decode(), life)}"
    assert viewer.assignment_id is not None
    searched = browser.post(reverse("search_case"), {"q": life.row.reference})
    found["search"] = _plain(searched.content.decode(), life)
    api = Api(viewer, issue_demo_token(viewer.assignment_id, at=life.at))
    for path in (*(f"/cases/{life.case.pk}{part}" for part in PARTS), "/board", "/my-turn"):
        found[_plain(path, life)] = _plain(api.get(f"/api/v1{path}").content.decode(), life)
    itself = unit_itself(Unit.objects.select_related("principal").get(pk=unit_of(viewer)))
    words = list_words(downtime_list(itself, at=life.at), itself, at=life.at)
    found["downtime list"] = _plain(str(words), life)
    return {path: text if path.endswith(IN_ORDER) else _unordered(text) for path, text in found.items()}


# Elsewhere duties and notices of the same time stand in the order of their keys, which is chance.
IN_ORDER = ("/events", "/journal-note/", "/news/?since=1", "/board")


def _unordered(text: str) -> str:
    return "\n".join(sorted(re.split(r"[{}\n]|, |</strong>|<strong>", text)))


SAME = (
    (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID"),
    (r"SE0000-\d+", "HSA"),
    (r"19410506-?\d{4}|410506-\d{4}", "NUMBER"),
    (r'name="csrfmiddlewaretoken" value="\w+"', "CSRF"),
    (r'"X-CSRFToken":\s*"\w+"|&quot;X-CSRFToken&quot;: &quot;\w+&quot;', "CSRF"),
    (r'name="(idempotency_key|seen_version)"([^>]*) value="[^"]*"', r"\1\2"),
    (r'"(seq|version)":\s*\d+', r"\1"),
    (r'data-(version|seq|mark)="[^"]*"', r"\1"),
    (r"[0-9a-f]{32}", "MARK"),
    (r'lus-code">[0-9a-f]{8}<', "REQUEST"),
    (r"ID:\d+", "SEEN"),
    (r'"99\d\d"', "CODE"),
    (r"nonce-?=?\"?[\w+/=-]+", "NONCE"),
)


def _plain(text: str, life: Twin) -> str:
    for pattern, word in (*SAME, (re.escape(life.row.reference), "REF")):
        text = re.sub(pattern, word, text)
    return text.replace("},{", "},\n{").replace("</li><li>", "</li>\n<li>")
