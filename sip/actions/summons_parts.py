"""Kallelsens delar, kontrollerade: what a summons says of the meeting, as its event keeps it."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import uuid4

from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor
from lus.organisations.video_hosts import video_hosts_of
from lus.persons.models import Person
from lus.swedish_time import local_date
from sip.rules.link_guard import refuse_link, refuse_unknown_host
from sip.rules.summons import (
    PURPOSE_LIMIT,
    SHORT_DURATION,
    MeetingPlace,
    Summons,
    meeting_kind,
    usual_place_kind,
    usual_purpose,
    usual_reply_by,
)
from sip.rules.summons_complete import (
    refuse_people,
    refuse_place,
    refuse_reply_by,
    refuse_time,
)

from .called_parts import SHORT, called_units, invited_data, person_data, unit_data
from .typed_input import refuse_input

Data = dict[str, Any]
WHERE_TEXTS = ("video_url", "provider", "phone", "phone_pin", "no_phone_reason")


def summons_data(
    facts: CaseFacts, unit_id: str, summons: Summons, meeting_at: datetime, place: str, at: datetime
) -> Data:
    """Return the data of ``sip_summons_sent`` from the unit that calls. Raises the refusals SIP04–SIP19."""
    minutes = SHORT_DURATION if summons.short else summons.duration_min
    refuse_input(refuse_time(meeting_at, minutes, at))
    reply_by = summons.reply_by or usual_reply_by(meeting_at, at, facts)
    refuse_input(refuse_reply_by(reply_by, meeting_at, at))
    units = called_units(facts, unit_id, summons.units)
    refuse_input(refuse_people(summons))
    purpose = tidy_text(summons.purpose, "purpose", limit=PURPOSE_LIMIT) or usual_purpose(facts)
    return {
        "meeting_uid": str(uuid4()),
        "kind": meeting_kind(facts),
        "meeting_at": meeting_at.isoformat(),
        "purpose": purpose,
        "duration_min": minutes,
        **place_data(facts, place, summons.at_place, at),
        "recipients": [unit_id, *(one.unit_id for one in units)],
        "participants": [person_data(), *map(unit_data, units), *map(invited_data, summons.invited)],
        "reply_by": reply_by.isoformat(),
        "interpreter": tidy_text(summons.interpreter, "interpreter", limit=SHORT),
        "adaptations": tidy_text(summons.adaptations, "adaptations"),
        "person_choice": summons.person_choice,
        "person_wish": tidy_text(summons.person_wish, "person_wish"),
        "short": summons.short,
        "satisfies_lus_4_3": True,
    }


def place_data(facts: CaseFacts, place: str, where: MeetingPlace, at: datetime) -> Data:
    """Return where the meeting is and how one gets into it, checked."""
    kind, place = where.kind or usual_place_kind(facts), place.strip()
    given = {name: text.strip() for name, text in asdict(where).items() if name in WHERE_TEXTS}
    refuse_input(refuse_place(place, kind, MeetingPlace(kind, **given)))
    if given["video_url"]:
        refuse_input(refuse_link(given["video_url"], _known(facts), local_date(at)))
    for name in ("provider", "phone", "phone_pin"):
        tidy_text(given[name], name, limit=SHORT)
    tidy_text(given["no_phone_reason"], "no_phone_reason")
    return {"place": place or {"digital": "Digitalt"}.get(kind, "Telefon"), "place_kind": kind, **given}


def refuse_host(actor: Actor, where: MeetingPlace, was: str = "") -> None:
    """Raise ``sip-host-unknown`` for a new link to a host of nobody's list. ``was``: the link that stands."""
    url = where.video_url.strip()
    if url and url != was and not where.host_confirmed:
        refuse_input(refuse_unknown_host(url, video_hosts_of(actor.principal_id), confirmed=False))


def _known(facts: CaseFacts) -> list[str]:
    """Return what the link must not say: the person's names, number and street, and the case's code."""
    person = Person.objects.filter(pk=facts.person_id).first()
    names = f"{person.given_name} {person.family_name}".split() if person else []
    numbers = [person.identifier, person.identifier[2:]] if person else []
    return [*names, *numbers, *([person.street] if person else []), facts.reference]
