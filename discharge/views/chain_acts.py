"""The ward's acts in the care chain, one row each: form, words, what is told."""

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.change_ward import change_ward
from discharge.actions.confirm_ward_change import confirm_ward_change
from discharge.actions.end_leave import end_leave
from discharge.actions.mark_covered_by_act import mark_covered_by_act
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.record_care_plan_instead import record_care_plan_instead
from discharge.actions.record_told_outside import record_told_outside
from discharge.actions.reopen_case import reopen_case
from discharge.actions.start_leave import start_leave
from discharge.actions.transfer_patient import transfer_patient
from discharge.forms.act_form import NoInputForm, ReasonForm
from discharge.forms.chain import ChangeWardForm, EndLeaveForm, StartLeaveForm, TransferForm
from discharge.forms.scope import CarePlanForm, LegalStatusForm, OutsideActForm, ToldOutsideForm
from lus.organisations.roles import Permission

from . import chain_tells
from .act_page import ActPage

REGISTERED = "Registrerat"
STAY = Permission.REGISTER_STAY

CHAIN: tuple[ActPage, ...] = (
    ActPage(
        act="change_ward",
        slug="change-ward",
        perform=change_ward,
        form=ChangeWardForm,
        permission=STAY,
        title="Byt avdelning",
        button="Byt avdelning",
        tells=chain_tells.change_ward,
        done="Flyttat",
    ),
    ActPage(
        act="confirm_ward_change",
        slug="confirm-ward",
        perform=confirm_ward_change,
        form=NoInputForm,
        permission=STAY,
        title="Bekräfta flytten",
        button="Bekräfta",
        tells=chain_tells.confirm,
        done="Bekräftat",
    ),
    ActPage(
        act="transfer_patient",
        slug="transfer",
        perform=transfer_patient,
        form=TransferForm,
        permission=STAY,
        title="Överflytta",
        button="Överflytta",
        tells=chain_tells.transfer,
        done="Överflyttat",
    ),
    ActPage(
        act="start_leave",
        slug="start-leave",
        perform=start_leave,
        form=StartLeaveForm,
        permission=STAY,
        title="Permission",
        button="Registrera permission",
        tells=chain_tells.start_leave,
        done=REGISTERED,
    ),
    ActPage(
        act="end_leave",
        slug="end-leave",
        perform=end_leave,
        form=EndLeaveForm,
        permission=STAY,
        title="Åter från permission",
        button="Registrera åter",
        tells=chain_tells.end_leave,
        done=REGISTERED,
    ),
    ActPage(
        act="reopen_case",
        slug="reopen",
        perform=reopen_case,
        form=ReasonForm,
        permission=STAY,
        title="Återöppna ärendet",
        button="Återöppna",
        tells=chain_tells.reopen,
        done="Återöppnat",
    ),
    ActPage(
        act="change_legal_status",
        slug="legal-status",
        perform=change_legal_status,
        form=LegalStatusForm,
        permission=STAY,
        title="Ändra rättslig form",
        button="Spara form",
        tells=chain_tells.legal_status,
        done="Sparat",
    ),
    ActPage(
        act="record_care_plan_instead",
        slug="care-plan",
        perform=record_care_plan_instead,
        form=CarePlanForm,
        permission=STAY,
        title="Samordnad vårdplan",
        button="Registrera plan",
        tells=chain_tells.care_plan,
        done=REGISTERED,
    ),
    ActPage(
        act="mark_outside_act",
        slug="outside-act",
        perform=mark_outside_act,
        form=OutsideActForm,
        permission=STAY,
        title="Omfattas inte av lagen",
        button="Spara",
        tells=chain_tells.outside_act,
        done="Sparat",
    ),
    ActPage(
        act="mark_covered_by_act",
        slug="covered-by-act",
        perform=mark_covered_by_act,
        form=ReasonForm,
        permission=STAY,
        title="Omfattas av lagen",
        button="Spara",
        tells=chain_tells.covered,
        done="Sparat",
    ),
    ActPage(
        act="record_told_outside",
        slug="told-outside",
        perform=record_told_outside,
        form=ToldOutsideForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Meddela hemkommunen",
        button="Logga",
        tells=chain_tells.told_outside,
        done="Loggat",
    ),
)
