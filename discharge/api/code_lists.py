"""Kodlistor från ärendet: what the codes of cases, acts and ledger days are called in Swedish."""

from discharge.actions import (
    change_expected_discharge,
    decline_case,
    discharge_patient,
    mark_ready_for_discharge,
    report_wrong_recipient,
    withdraw_ready_notice,
)
from discharge.events import EVENTS
from discharge.queries.case_list import CARE_FORMS
from discharge.rules.day_codes import MEANING
from discharge.rules.follow_up_call import RESULTS
from discharge.rules.handover_parts import CHANNELS, PARTS
from discharge.rules.patient_summary import FORMS, LANGUAGES, RECEIVERS
from discharge.rules.waiting_reasons import REASONS
from lus.api.code_lists import add_code_lists

add_code_lists(
    {
        "care-forms": CARE_FORMS,
        "events": {name: kind.label for name, kind in EVENTS.items()},
        "ledger-days": {str(code): meaning.word for code, meaning in MEANING.items()},
        "expected-discharge-reasons": change_expected_discharge.REASONS,
        "decline-reasons": decline_case.REASONS,
        "wrong-recipient-reasons": report_wrong_recipient.REASONS,
        "withdraw-ready-reasons": withdraw_ready_notice.REASONS,
        "legal-grounds": mark_ready_for_discharge.LEGAL_GROUNDS,
        "destinations": discharge_patient.DESTINATIONS,
        "waiting-reasons": REASONS,
        "handover-parts": PARTS,
        "handover-channels": CHANNELS,
        "follow-up-results": RESULTS,
        "patient-summary-forms": FORMS,
        "patient-summary-languages": LANGUAGES,
        "patient-summary-receivers": RECEIVERS,
    }
)
