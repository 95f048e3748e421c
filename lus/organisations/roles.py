"""Roles and what each may do: one table, read aloud in review.

Rights come from the active assignment (medarbetaruppdrag), never from the user.
"""

from enum import StrEnum


class Role(StrEnum):
    WARD_STAFF = "ward_staff"
    WARD_PHYSICIAN = "ward_physician"
    DISCHARGE_COORDINATOR = "discharge_coordinator"
    RECEPTION = "reception"
    NEEDS_ASSESSOR = "needs_assessor"
    MUNICIPAL_NURSE = "municipal_nurse"
    PRIMARY_CARE_COORDINATOR = "primary_care_coordinator"
    CARE_CONTACT = "care_contact"
    UNIT_ADMIN = "unit_admin"
    SETTLEMENT_OFFICER = "settlement_officer"
    DEVIATION_RECEIVER = "deviation_receiver"
    UNIT_HEAD = "unit_head"
    COUNTY_ANALYST = "county_analyst"
    COOPERATION_SECRETARY = "cooperation_secretary"
    VIS_MEMBER = "vis_member"


ROLE_LABELS: dict[str, str] = {
    Role.WARD_STAFF: "Sjuksköterska",
    Role.WARD_PHYSICIAN: "Läkare",
    Role.DISCHARGE_COORDINATOR: "Utskrivningssamordnare",
    Role.RECEPTION: "Kommunens mottagning",
    Role.NEEDS_ASSESSOR: "Biståndshandläggare",
    Role.MUNICIPAL_NURSE: "Kommunsjuksköterska",
    Role.PRIMARY_CARE_COORDINATOR: "Vårdsamordnare",
    Role.CARE_CONTACT: "Fast vårdkontakt",
    Role.UNIT_ADMIN: "Lokal administratör",
    Role.SETTLEMENT_OFFICER: "Avräkningsansvarig",
    Role.DEVIATION_RECEIVER: "Avvikelsemottagare",
    Role.UNIT_HEAD: "Enhetschef",
    Role.COUNTY_ANALYST: "Analytiker",
    Role.COOPERATION_SECRETARY: "Sekreterare i samverkansgrupp",
    Role.VIS_MEMBER: "Ledamot i VIS",
}


class Permission(StrEnum):
    SEE_CASES = "see_cases"
    SEE_MONEY = "see_money"
    SEARCH_PERSONS = "search_persons"
    REGISTER_STAY = "register_stay"
    SEND_WARD_NOTICES = "send_ward_notices"
    ACKNOWLEDGE = "acknowledge"
    ANSWER_NOTICE = "answer_notice"
    NAME_CARE_CONTACT = "name_care_contact"
    STATE_OUTPATIENT_CARE = "state_outpatient_care"
    SUMMON_TO_SIP = "summon_to_sip"
    LEAD_SIP = "lead_sip"
    RECORD_DEATH = "record_death"
    FORWARD_CASE = "forward_case"
    ADMINISTER_UNIT = "administer_unit"
    WRITE_MESSAGES = "write_messages"
    ANSWER_HOME_READY = "answer_home_ready"
    PLAN = "plan"
    REPORT_DEVIATION = "report_deviation"
    SETTLE = "settle"
    SEE_DEVIATIONS = "see_deviations"
    RECEIVE_DEVIATIONS = "receive_deviations"
    HEAD_DEVIATIONS = "head_deviations"
    ANALYSE_DEVIATIONS = "analyse_deviations"
    SEE_LIFTED_DEVIATIONS = "see_lifted_deviations"
    READ_DEVIATION_REPORTS = "read_deviation_reports"


WARD = frozenset(
    {
        Permission.SEE_CASES,
        Permission.SEARCH_PERSONS,
        Permission.REGISTER_STAY,
        Permission.SEND_WARD_NOTICES,
        Permission.ACKNOWLEDGE,
        Permission.RECORD_DEATH,
        Permission.WRITE_MESSAGES,
        Permission.ANSWER_HOME_READY,
        Permission.PLAN,
        Permission.REPORT_DEVIATION,
        Permission.SEE_DEVIATIONS,
    }
)
MUNICIPALITY = frozenset(
    {
        Permission.SEE_CASES,
        Permission.SEE_MONEY,
        Permission.ACKNOWLEDGE,
        Permission.ANSWER_NOTICE,
        Permission.FORWARD_CASE,
        Permission.LEAD_SIP,
        Permission.WRITE_MESSAGES,
        Permission.ANSWER_HOME_READY,
        Permission.PLAN,
        Permission.REPORT_DEVIATION,
        Permission.SEE_DEVIATIONS,
    }
)
OUTPATIENT = frozenset(
    {
        Permission.SEE_CASES,
        Permission.ACKNOWLEDGE,
        Permission.ANSWER_NOTICE,
        Permission.NAME_CARE_CONTACT,
        Permission.STATE_OUTPATIENT_CARE,
        Permission.SUMMON_TO_SIP,
        Permission.LEAD_SIP,
        Permission.WRITE_MESSAGES,
        Permission.ANSWER_HOME_READY,
        Permission.PLAN,
        Permission.REPORT_DEVIATION,
        Permission.SEE_DEVIATIONS,
    }
)

REGISTER = frozenset({Permission.SEE_DEVIATIONS})

MAY: dict[str, frozenset[Permission]] = {
    Role.WARD_STAFF: WARD,
    Role.WARD_PHYSICIAN: WARD,
    Role.DISCHARGE_COORDINATOR: WARD | {Permission.SEE_MONEY},
    Role.RECEPTION: MUNICIPALITY,
    Role.NEEDS_ASSESSOR: MUNICIPALITY,
    Role.MUNICIPAL_NURSE: MUNICIPALITY | {Permission.RECORD_DEATH},
    Role.PRIMARY_CARE_COORDINATOR: OUTPATIENT | {Permission.FORWARD_CASE},
    Role.CARE_CONTACT: OUTPATIENT,
    Role.UNIT_ADMIN: frozenset({Permission.ADMINISTER_UNIT}),
    # Reads the days of the own principal's cases; never opens a case.
    Role.SETTLEMENT_OFFICER: frozenset({Permission.SETTLE, Permission.SEE_MONEY}),
    # The register only: none of these opens a case.
    Role.DEVIATION_RECEIVER: REGISTER | {Permission.REPORT_DEVIATION, Permission.RECEIVE_DEVIATIONS},
    Role.UNIT_HEAD: REGISTER | {Permission.REPORT_DEVIATION, Permission.HEAD_DEVIATIONS},
    Role.COUNTY_ANALYST: REGISTER
    | {
        Permission.ANALYSE_DEVIATIONS,
        Permission.RECEIVE_DEVIATIONS,
        Permission.READ_DEVIATION_REPORTS,
    },
    Role.COOPERATION_SECRETARY: REGISTER | {Permission.SEE_LIFTED_DEVIATIONS},
    Role.VIS_MEMBER: frozenset({Permission.READ_DEVIATION_REPORTS}),
}


# What is said instead of a list of roles: whose task it is by law, and what another unit does.
WHOSE_TASK: dict[Permission, tuple[str, str]] = {
    Permission.SUMMON_TO_SIP: (
        "Bara fast vårdkontakt i regionens öppenvård kallar till SIP vid utskrivning (LUS 4 kap. 3 §).",
        "Anteckna behovet av SIP i ärendet, så ser öppenvården det.",
    ),
}


def permissions_of(role: str) -> frozenset[Permission]:
    """Return what ``role`` may do; an unknown role may do nothing."""
    return MAY.get(role, frozenset())
