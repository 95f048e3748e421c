"""The acts that take back a notice, and that name contacts, with input that is right."""

from discharge.actions.flag_protected_identity import flag_protected_identity
from discharge.actions.name_fixed_care_worker import name_fixed_care_worker
from discharge.actions.withdraw_admission_notice import withdraw_admission_notice
from sip.actions.withdraw_consent import withdraw_consent

from .lives_with_messages import shared
from .one_try import READ, Try

NOTICE_TRIES = (
    Try(
        withdraw_admission_notice,
        "ward",
        ("admission_notice_withdrawn",),
        arguments=lambda life: {"reason": "Fel patient"},
    ),
    Try(
        name_fixed_care_worker,
        "municipality",
        (READ, "fixed_care_worker_named"),
        arguments=lambda life: {"name": "Ann Berg", "phone": "08-2"},
    ),
    Try(
        flag_protected_identity,
        "municipality",
        ("protected_identity_flagged",),
        arguments=lambda life: {"level": "sekretessmarkering"},
    ),
    Try(
        withdraw_consent,
        "municipality",
        ("consent_withdrawn",),
        life=shared,
        arguments=lambda life: {"kinds": ["information"]},
    ),
)
