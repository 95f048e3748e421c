"""The acts that take back a notice, and that name contacts, with input that is right."""

from discharge.actions.withdraw_admission_notice import withdraw_admission_notice
from discharge.actions.withdraw_consent import withdraw_consent

from .lives_with_messages import shared
from .one_try import Try

NOTICE_TRIES = (
    Try(
        withdraw_admission_notice,
        "ward",
        ("admission_notice_withdrawn",),
        arguments=lambda life: {"reason": "Fel patient"},
    ),
    Try(
        withdraw_consent,
        "municipality",
        ("consent_withdrawn",),
        life=shared,
        arguments=lambda life: {"kind": "information"},
    ),
)
