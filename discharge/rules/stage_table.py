"""Vad som får göras när: one row per act, read aloud.

A row tells who may act, and where stay, readiness, the acting unit and the notice must stand. The process
page §3 is the source. Acts that answer a message may be done while the unit is new: they acknowledge by act.
"""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES, OUTPATIENT_ROLES
from .stage import ALL, ANY_LIVING, LEFT, NOT_READY, OUTPATIENT, READY, RECEIVERS, UNPLANNED, WARD, Stage
from .stages_of_blocks import AFTER_CLOSING_OF_BLOCKS, STAGES_OF_BLOCKS
from .stages_of_chain import CHAIN_STAGES
from .stages_of_corrections import AFTER_CLOSING as CORRECTED_AFTER_CLOSING
from .stages_of_corrections import STAGES_OF_CORRECTIONS
from .stages_of_deviations import AFTER_CLOSING as DEVIATIONS_AFTER_CLOSING
from .stages_of_deviations import STAGES_OF_DEVIATIONS
from .stages_of_home_ready import STAGES_OF_HOME_READY
from .stages_of_leaving import LEAVING as LEAVING_STAGES
from .stages_of_messages import STAGES_OF_MESSAGES
from .stages_of_notices import STAGES_OF_NOTICES
from .stages_of_on_call import STAGES_OF_ON_CALL
from .stages_of_planning import STAGES_OF_PLANNING
from .stages_of_routing import ROUTING_STAGES
from .stages_of_settlement import AFTER_CLOSING as SETTLED_AFTER_CLOSING
from .stages_of_settlement import STAGES_OF_SETTLEMENT
from .stages_of_sip import STAGES_OF_SIP

STAGES: Final[dict[str, Stage]] = {
    "register_admission": Stage("Att registrera inskrivning", WARD),
    "assess_need": Stage("Att bedöma behov", WARD),
    "send_admission_notice": Stage("Att skicka inskrivningsmeddelande", WARD),
    "change_expected_discharge": Stage("Att ändra beräknad utskrivning", WARD, notice=True),
    "add_concerned_unit": Stage("Att lägga till en enhet", WARD, notice=True),
    "remove_concerned_unit": Stage("Att ta bort en enhet", WARD, ANY_LIVING, notice=True),
    "redirect_notice": Stage("Att välja ny mottagare", WARD, notice=True),
    "acknowledge": Stage("Att kvittera", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "answer_unknown_patient": Stage("Att svara Ej känd", RECEIVERS, unit=UNPLANNED),
    "decline_case": Stage("Att avvisa", RECEIVERS, unit=ACTIVE_STATES),
    "report_wrong_recipient": Stage(
        "Att meddela fel mottagare", RECEIVERS, unit=frozenset({"new", "acknowledged"})
    ),
    **ROUTING_STAGES,
    "start_planning": Stage("Att starta planeringen", RECEIVERS, unit=UNPLANNED),
    "report_ready_to_receive": Stage(
        "Att meddela klar att ta emot", RECEIVERS, unit=frozenset({"new", "acknowledged", "in_progress"})
    ),
    "withdraw_ready_to_receive": Stage(
        "Att ta tillbaka klar att ta emot", RECEIVERS, unit=frozenset({"ready_to_receive"})
    ),
    "name_care_contact": Stage(
        "Att utse fast vårdkontakt", OUTPATIENT, ANY_LIVING, unit=ACTIVE_STATES, roles=OUTPATIENT_ROLES
    ),
    "mark_ready_for_discharge": Stage(
        "Att meddela utskrivningsklar", WARD, frozenset({"admitted"}), NOT_READY, notice=True
    ),
    "withdraw_ready_notice": Stage("Att återta utskrivningsklar", WARD, readiness=READY),
    "void_ready_notice": Stage("Att ange utskrivningsklar som felregistrerad", WARD, readiness=READY),
    "state_outpatient_readiness": Stage(
        "Att ange om öppenvårdens insatser är klara", OUTPATIENT, unit=ACTIVE_STATES, roles=OUTPATIENT_ROLES
    ),
    **LEAVING_STAGES,
    "discharge_patient": Stage("Att registrera utskrivning", WARD),
    "undo_discharge": Stage("Att ångra utskrivningen", WARD, frozenset({"discharged"})),
    "record_death": Stage(
        "Att registrera avliden",
        WARD | {"municipality"},
        ANY_LIVING,
        unit=ACTIVE_STATES,
        receivers_stay=LEFT,
    ),
    "undo_death": Stage(
        "Att ångra registrering av avliden",
        WARD | {"municipality"},
        frozenset({"deceased"}),
        unit=ACTIVE_STATES,
    ),
    "void_case": Stage("Att ange ärendet som felregistrerat", WARD, ANY_LIVING | {"deceased"}),
    "close_case": Stage("Att avsluta ärendet", WARD, LEFT),
    **STAGES_OF_HOME_READY,
    # The clock's own: it notes what the first day after the free days is.
    "note_payment_day": Stage("Att räkna dagen", frozenset(), readiness=READY),
    "assess_sip_need": Stage("Att bedöma behov av SIP", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True),
    # Whoever asks writes what the person answered (the handbook's SIP page, 18); the event says which unit it was.
    "record_sip_consent": Stage(
        "Att dokumentera samtycke till SIP", ALL, ANY_LIVING, unit=ACTIVE_STATES, notice=True
    ),
    "send_sip_summons": Stage(
        "Att kalla till SIP", OUTPATIENT, ANY_LIVING, unit=ACTIVE_STATES, roles=OUTPATIENT_ROLES
    ),
    **STAGES_OF_SIP,
    **STAGES_OF_ON_CALL,
    **STAGES_OF_MESSAGES,
    **STAGES_OF_NOTICES,
    **STAGES_OF_BLOCKS,
    **STAGES_OF_PLANNING,
    **CHAIN_STAGES,
    **STAGES_OF_CORRECTIONS,
    **STAGES_OF_DEVIATIONS,
    **STAGES_OF_SETTLEMENT,
}
# After the case is closed these may still be done (a mistake found late).
AFTER_CLOSING: Final = (
    frozenset({"void_case", "undo_death", "reopen_case"})
    | CORRECTED_AFTER_CLOSING
    | DEVIATIONS_AFTER_CLOSING
    | SETTLED_AFTER_CLOSING
    | AFTER_CLOSING_OF_BLOCKS
)
