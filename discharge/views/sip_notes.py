"""The line under an event of the joint plan: the answer and why, when and where, who came, what was decided."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from discharge.queries.participant_name import participant_name
from discharge.queries.shown_page import ShownPage
from discharge.rules.facts_of_poll import SLOT_ANSWERS
from discharge.rules.facts_of_sip import PRINCIPALS
from discharge.rules.plan_shown import WITHHELD, plan_is_shown
from discharge.rules.sip_choices import (
    ANSWERS,
    CLOSE_REASONS,
    GIVEN_BY,
    HELPED,
    OBSTACLES,
    OFFERED_HOW,
    OUTCOMES,
    PERSON_ANSWERS,
    PERSON_HOW,
    REQUESTED_BY,
    RESULTS,
    UNIT_HOW,
)
from lus.swedish_time import local_date
from lus.web.words import day, moment

Data = Mapping[str, Any]


def _when(text: str, at: datetime) -> str:
    return moment(datetime.fromisoformat(text), at) if text else ""


def _day(text: str, at: datetime) -> str:
    return day(date.fromisoformat(text), local_date(at))


def _sentence(*parts: str) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _requested(data: Data, page: ShownPage, at: datetime) -> str:
    return _sentence(REQUESTED_BY.get(data["requested_by"], ""), _day(data["requested_on"], at))


def _offered(data: Data, page: ShownPage, at: datetime) -> str:
    return _sentence(OFFERED_HOW.get(data["how"], ""), "Med tolk" if data["interpreter"] else "")


def _answered(data: Data, page: ShownPage, at: datetime) -> str:
    return _sentence(
        f"{GIVEN_BY.get(data['given_by'], '')}, {OFFERED_HOW.get(data['how'], '').lower()}",
        data.get("reason", ""),
    )


def _moved(data: Data, page: ShownPage, at: datetime) -> str:
    was = _when(data["old_meeting_at"], at)
    return _sentence(
        f"{_when(data['meeting_at'], at)}, {data['place']}", f"Var {was}, {data['old_place']}", data["reason"]
    )


def _cancelled(data: Data, page: ShownPage, at: datetime) -> str:
    return _sentence(f"Mötet {_when(data['meeting_at'], at)} blir inte av", data["reason"])


def _attendance(data: Data, page: ShownPage, at: datetime) -> str:
    if data.get("participant_id"):
        who, said = _participant(data["participant_id"], page), PERSON_ANSWERS.get(data["answer"], "")
        return _sentence(f"{who}: {said.lower()}", data.get("text", ""))
    return _sentence(ANSWERS.get(data["answer"], ""), data.get("text", ""))


def _participants(data: Data, page: ShownPage, at: datetime) -> str:
    added = [_participant(one["id"], page) for one in data["added"]]
    removed = [_participant(one["participant_id"], page) for one in data["removed"]]
    changed = [_participant(one["participant_id"], page) for one in data["changed"]]
    said = (("Tillagd", added), ("Borttagen", removed), ("Ändrad", changed))
    return _sentence(*(f"{word}: {', '.join(who)}" for word, who in said if who), data["reason"])


def _substitute(data: Data, page: ShownPage, at: datetime) -> str:
    unit = page.units.get(data["substitute_unit_id"])
    return _sentence(f"{data['name']}, {unit.name}" if unit else data["name"])


def _poll(data: Data, page: ShownPage, at: datetime) -> str:
    return _sentence(", ".join(_when(slot["starts_at"], at) for slot in data["slots"]))


def _slots(data: Data, page: ShownPage, at: datetime) -> str:
    said = [SLOT_ANSWERS.get(answer, "") for answer in data["answers"].values()]
    counted = ", ".join(
        f"{said.count(word)} {word.lower()}" for word in SLOT_ANSWERS.values() if word in said
    )
    return _sentence("Från personen" if data["for_person"] else "", counted)


def _code_given(data: Data, page: ShownPage, at: datetime) -> str:
    return _sentence(f"Till {_participant(data['participant_id'], page)}", data["protected_reason"])


def _participant(participant_id: str, page: ShownPage) -> str:
    everybody = (one for meeting in page.facts.sip.meetings for one in meeting.participants)
    one = next((one for one in everybody if one.participant_id == participant_id), None)
    return participant_name(one, page) if one else "En inbjuden"


def _held(data: Data, page: ShownPage, at: datetime) -> str:
    came = [
        f"{page.units[one['unit_id']].name} {UNIT_HOW.get(one['how'], '').lower()}"
        for one in data["attendance"]
        if one["unit_id"] in page.units
    ]
    came += [
        f"{_participant(one['participant_id'], page)} {UNIT_HOW.get(one['how'], '').lower()}"
        for one in data.get("people", ())
    ]
    lacking = "Någon part saknades" if data["incomplete"] else ""
    person = f"Personen: {PERSON_HOW.get(data['person'], '').lower()}"
    return _sentence(person, ", ".join(came), lacking, data.get("note", ""), _hindered(data))


def _hindered(data: Data) -> str:
    said = [OBSTACLES[key].lower() for key in data.get("obstacles", ()) if key != "none"]
    return f"Hinder: {', '.join(said)}" if said else ""


def _plan(data: Data, page: ShownPage, at: datetime) -> str:
    follow = f"Uppföljning {_day(data['follow_up_on'], at)}" if data["follow_up_on"] else ""
    made = f"Gjord {_day(data['made_on'], at)}" if data.get("made_on") else f"Version {data['version']}"
    says = data["goals"] if plan_is_shown(page.facts, at) else WITHHELD
    return _sentence(made, says, f"Övergripande ansvar: {PRINCIPALS[data['responsible']].lower()}", follow)


def _followed_up(data: Data, page: ShownPage, at: datetime) -> str:
    follow = f"Nästa uppföljning {_day(data['next_on'], at)}" if data["next_on"] else ""
    outcome = OUTCOMES.get(data.get("outcome", ""), "")
    return _sentence(RESULTS.get(data["result"], ""), data.get("text", ""), outcome, follow)


def _closed(data: Data, page: ShownPage, at: datetime) -> str:
    goals, helped = data.get("goals") or {}, data.get("helped_person", "not_asked")
    return _sentence(
        CLOSE_REASONS.get(data["reason"], ""),
        data.get("text", ""),
        f"{goals['reached']} av {goals['counted']} mål nådda" if goals.get("counted") else "",
        f"Personen om nyttan: {HELPED[helped].lower()}" if helped != "not_asked" else "",
        _goes_on(data.get("handed", ()), page),
    )


def _goes_on(handed: Sequence[Data], page: ShownPage) -> str:
    names = [page.units[one["unit_id"]].name for one in handed if one["unit_id"] in page.units]
    return f"Insatser fortsätter hos {', '.join(dict.fromkeys(names))}" if names else ""


SIP_NOTES: dict[str, Callable[[Data, ShownPage, datetime], str]] = {
    "sip_requested": _requested,
    "sip_offered": _offered,
    "sip_accepted_by_person": _answered,
    "sip_declined_by_person": _answered,
    "sip_time_changed": _moved,
    "sip_meeting_cancelled": _cancelled,
    "sip_attendance_answered": _attendance,
    "sip_code_given": _code_given,
    "sip_participant_changed": _participants,
    "sip_substitute_named": _substitute,
    "sip_substitute_declined": lambda data, page, at: _sentence(data["reason"]),
    "sip_poll_opened": _poll,
    "sip_slot_answered": _slots,
    "sip_slot_chosen": lambda data, page, at: _sentence(_when(data["starts_at"], at)),
    "sip_meeting_held": _held,
    "sip_established": _plan,
    "sip_existing_linked": _plan,
    "sip_followed_up": _followed_up,
    "sip_closed": _closed,
    "sip_reopened": lambda data, page, at: _sentence(data["reason"]),
}
