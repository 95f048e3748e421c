"""The acts that take back a notice or a consent, and that name contacts: one row each."""

from discharge.actions.flag_protected_identity import flag_protected_identity
from discharge.actions.name_fixed_care_worker import name_fixed_care_worker
from discharge.actions.withdraw_admission_notice import withdraw_admission_notice
from discharge.forms.notices import (
    FixedCareWorkerForm,
    ProtectedIdentityForm,
    WithdrawNoticeForm,
)
from lus.organisations.roles import Permission

from . import notice_tells
from .act_page import ActPage

NOTICE_WARD: tuple[ActPage, ...] = (
    ActPage(
        act="withdraw_admission_notice",
        slug="withdraw-notice",
        perform=withdraw_admission_notice,
        form=WithdrawNoticeForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Återkalla inskrivningsmeddelande",
        button="Återkalla",
        tells=notice_tells.withdraw_admission_notice,
        done="Återkallat",
        danger=True,
    ),
)
CARE_WORKER: tuple[ActPage, ...] = (
    ActPage(
        act="name_fixed_care_worker",
        slug="care-worker",
        perform=name_fixed_care_worker,
        form=FixedCareWorkerForm,
        permission=Permission.ANSWER_NOTICE,
        title="Fast omsorgskontakt",
        button="Utse",
        tells=notice_tells.fixed_care_worker,
        done="Utsedd",
    ),
)
PROTECTION: tuple[ActPage, ...] = (
    ActPage(
        act="flag_protected_identity",
        slug="protected-identity",
        perform=flag_protected_identity,
        form=ProtectedIdentityForm,
        permission=Permission.WRITE_MESSAGES,
        title="Skyddade personuppgifter",
        button="Skydda",
        tells=notice_tells.protected_identity,
        done="Skyddat",
        danger=True,
    ),
)
