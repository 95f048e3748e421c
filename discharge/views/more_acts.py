"""*Fler åtgärder*: which acts the viewer's unit can do on this case now, as links. One table of names and rights."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.facts import MUNICIPAL_ROLES
from discharge.rules.stage import Kind
from discharge.rules.stages import allowed_acts
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .chain_acts import CHAIN
from .correction_acts import CORRECTIONS
from .home_ready_acts import HOME_READY
from .message_acts import MESSAGES
from .on_call_acts import ON_CALL
from .planning_acts import ON_A_ROW, PLANNING
from .receiver_acts import RECEIVERS
from .ward_acts import WARD

# The acts of the app for joint plans; their pages live there, and are known here by their names only.
SIP_ACTS: dict[str, tuple[str, Permission]] = {
    "assess_sip_need": ("Bedöm behov av SIP", Permission.SEE_CASES),
    "offer_sip": ("Erbjud SIP", Permission.SEE_CASES),
    "record_sip_answer": ("Personens svar på SIP", Permission.SEE_CASES),
    "record_sip_consent": ("Samtycke till SIP", Permission.SEE_CASES),
    "withdraw_consent": ("Återta samtycke", Permission.WRITE_MESSAGES),
    "start_harm_test": ("Påbörja menprövning", Permission.SEE_CASES),
    "record_sip_harm_test": ("Menprövning om möte", Permission.SEE_CASES),
    "open_sip_poll": ("Föreslå mötestider", Permission.SUMMON_TO_SIP),
    "answer_sip_poll": ("Svara på tiderna", Permission.SEE_CASES),
    "choose_sip_slot": ("Välj mötestid", Permission.SUMMON_TO_SIP),
    "send_sip_summons": ("Kalla till SIP", Permission.SUMMON_TO_SIP),
    "answer_sip_summons": ("Svara på kallelsen", Permission.SEE_CASES),
    "answer_sip_substitute": ("Svara om ersättaren", Permission.SUMMON_TO_SIP),
    "change_sip_participants": ("Ändra deltagare", Permission.SUMMON_TO_SIP),
    "turn_meeting_to_phone": ("Länken fungerar inte", Permission.SEE_CASES),
    "record_sip_meeting": ("SIP-mötet är hållet", Permission.SUMMON_TO_SIP),
    "change_sip_time": ("Ändra mötestid", Permission.SUMMON_TO_SIP),
    "cancel_sip_meeting": ("Ställ in SIP-mötet", Permission.SUMMON_TO_SIP),
    "establish_sip": ("Upprätta SIP", Permission.SUMMON_TO_SIP),
    "link_existing_sip": ("SIP finns sedan tidigare", Permission.SUMMON_TO_SIP),
    "follow_up_sip": ("Följ upp SIP", Permission.ANSWER_NOTICE),
    "close_sip": ("Avsluta SIP", Permission.ANSWER_NOTICE),
}
# The register's own page, known here by its name; it is a whole page, never a dialog.
DEVIATIONS: dict[str, tuple[str, Permission]] = {
    "report_deviation": ("Rapportera avvikelse", Permission.REPORT_DEVIATION),
}
TITLES: dict[str, tuple[str, Permission]] = {
    **{
        row.act: (row.title, row.permission)
        for row in (*WARD, *RECEIVERS, *PLANNING, *HOME_READY, *ON_CALL, *MESSAGES, *CORRECTIONS)
    },
    **SIP_ACTS,
    **DEVIATIONS,
}
DANGEROUS = frozenset(
    {
        "withdraw_admission_notice",
        "flag_protected_identity",
        "open_block_in_emergency",
        "void_ready_notice",
        "void_case",
        "record_death",
        "undo_discharge",
        "undo_death",
    }
)

SUBJECTS: dict[str, frozenset[str]] = {
    "Ärendet": frozenset(),
    "Planering": frozenset(row.act for row in (*PLANNING, *HOME_READY)),
    "Meddelanden och samtycke": frozenset(row.act for row in MESSAGES) | {"withdraw_consent"},
    "SIP": frozenset(SIP_ACTS),
    "Telefon och jour": frozenset(row.act for row in ON_CALL),
    "Vårdkedja": frozenset(row.act for row in CHAIN),
    "Avvikelse": frozenset(DEVIATIONS),
    "Rätta och avsluta": DANGEROUS | {row.act for row in CORRECTIONS},
}

# Have their place beside what they are about, in the sections *Överlämning*, *Planering* and *SIP*.
IN_THEIR_SECTION = frozenset(
    {
        "add_handover_part",
        "declare_handover_part_not_needed",
        "write_patient_summary",
        "give_patient_summary",
        "plan_follow_up_call",
        "waive_follow_up_call",
        "answer_home_ready_point",
        "close_waiting_reason",
        "contest_waiting_reason",
        *SIP_ACTS.keys() - {"assess_sip_need", "record_sip_consent", "send_sip_summons", "withdraw_consent"},
        *ON_A_ROW,
    }
)


def kind_of(actor: Actor, page: CasePage) -> Kind | None:
    """Return in which way the actor's own unit is party to the case, or None when only a unit below it is."""
    own = str(actor.unit_id)
    if own == page.facts.ward_id:
        return "ward"
    unit = page.facts.unit(own)
    if unit is None:
        return None
    return "municipality" if unit.role in MUNICIPAL_ROLES else "outpatient"


def may_do(actor: Actor, page: CasePage, at: datetime) -> list[str]:
    """Return the acts that have a page here, that the stage allows at ``at`` and that the assignment permits."""
    kind = kind_of(actor, page)
    if kind is None:
        return []
    allowed = allowed_acts(page.facts, str(actor.unit_id), kind, at)
    return [act for act in allowed if act in TITLES and actor.may(TITLES[act][1])]


def more_links(acts: list[str], case_id: UUID) -> list[dict[str, Any]]:
    """Return *Fler åtgärder* as ``{name, links}`` by subject: what has no place of its own on the page."""
    here = [act for act in acts if act not in IN_THEIR_SECTION]
    groups = {name: [act for act in here if _subject(act) == name] for name in SUBJECTS}
    return [{"name": name, "links": act_links(found, case_id)} for name, found in groups.items() if found]


def _subject(act: str) -> str:
    if act in SUBJECTS["Rätta och avsluta"]:
        return "Rätta och avsluta"
    return next((name for name, acts in SUBJECTS.items() if act in acts), "Ärendet")


def act_links(acts: list[str], case_id: UUID) -> list[dict[str, Any]]:
    """Return ``{label, url, danger, page}`` for each act, those that undo or end something last."""
    links = [
        {
            "label": TITLES[act][0],
            "url": reverse(act, args=[case_id]),
            "danger": act in DANGEROUS,
            "page": act in DEVIATIONS,
        }
        for act in acts
    ]
    return sorted(links, key=lambda link: bool(link["danger"]))
