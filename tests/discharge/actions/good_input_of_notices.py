"""The acts that take back a notice, and that name contacts, with input that is right."""

from discharge.actions.withdraw_admission_notice import withdraw_admission_notice

from .one_try import Try

NOTICE_TRIES = (
    Try(
        withdraw_admission_notice,
        "ward",
        ("admission_notice_withdrawn",),
        arguments=lambda life: {"reason": "Fel patient"},
    ),
)
