"""The ward's acts, one row each: form, words, what is told. A new act is a new row here and in the rules."""

from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.assess_need import assess_need
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.record_death import record_death
from discharge.actions.redirect_notice import redirect_notice
from discharge.actions.remove_concerned_unit import remove_concerned_unit
from discharge.actions.send_admission_notice import send_admission_notice
from discharge.actions.undo_death import undo_death
from discharge.actions.undo_discharge import undo_discharge
from discharge.actions.void_case import void_case
from discharge.actions.void_ready_notice import void_ready_notice
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from discharge.forms.act_form import ReasonForm
from discharge.forms.admission_notice import SendNoticeForm
from discharge.forms.leaving import CloseCaseForm, DeathForm, DischargeForm, VoidCaseForm
from discharge.forms.need import AssessNeedForm
from discharge.forms.ready_notice import ReadyNoticeForm, VoidReadyForm, WithdrawReadyForm
from discharge.forms.ward_messages import AddUnitForm, ExpectedDischargeForm, RedirectForm, RemoveUnitForm
from lus.organisations.roles import Permission

from . import act_tells, leaving_tells, ready_tells
from .act_page import ActPage
from .chain_acts import CHAIN
from .leaving_acts import CALL_WARD, LEAVING_WARD, SUMMARY_WARD
from .notice_acts import NOTICE_WARD

SENT = "Skickat"
REGISTERED = "Registrerat"

WARD: tuple[ActPage, ...] = (
    ActPage(
        act="assess_need",
        slug="assess-need",
        perform=assess_need,
        form=AssessNeedForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Bedöm behov",
        button="Spara bedömning",
        tells=act_tells.need,
        done=REGISTERED,
    ),
    ActPage(
        act="send_admission_notice",
        slug="send-notice",
        perform=send_admission_notice,
        form=SendNoticeForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Inskrivningsmeddelande",
        button="Skicka meddelande",
        tells=act_tells.admission_notice,
        done=SENT,
        icon="skicka",
    ),
    ActPage(
        act="mark_ready_for_discharge",
        slug="mark-ready",
        perform=mark_ready_for_discharge,
        form=ReadyNoticeForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Utskrivningsklar",
        button="Skicka underrättelse",
        tells=ready_tells.ready_notice,
        done=SENT,
        icon="skicka",
    ),
    ActPage(
        act="withdraw_ready_notice",
        slug="withdraw-ready",
        perform=withdraw_ready_notice,
        form=WithdrawReadyForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Återta utskrivningsklar",
        button="Återta",
        tells=act_tells.withdraw_ready,
        done="Återtaget",
    ),
    ActPage(
        act="void_ready_notice",
        slug="void-ready",
        perform=void_ready_notice,
        form=VoidReadyForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Felregistrerad utskrivningsklar",
        button="Felregistrerad",
        tells=act_tells.void_ready,
        done="Registrerat som felregistrerat",
        danger=True,
    ),
    ActPage(
        act="change_expected_discharge",
        slug="expected-discharge",
        perform=change_expected_discharge,
        form=ExpectedDischargeForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Ändra beräknad utskrivning",
        button="Meddela nytt datum",
        tells=act_tells.change_date,
        done=SENT,
    ),
    ActPage(
        act="redirect_notice",
        slug="redirect",
        perform=redirect_notice,
        form=RedirectForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Välj ny mottagare",
        button="Skicka dit",
        tells=act_tells.redirect_notice,
        done=SENT,
    ),
    ActPage(
        act="add_concerned_unit",
        slug="add-unit",
        perform=add_concerned_unit,
        form=AddUnitForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Lägg till enhet",
        button="Lägg till",
        tells=act_tells.add_unit,
        done=SENT,
    ),
    ActPage(
        act="remove_concerned_unit",
        slug="remove-unit",
        perform=remove_concerned_unit,
        form=RemoveUnitForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Ta bort enhet",
        button="Ta bort",
        tells=act_tells.remove_unit,
        done="Borttagen",
    ),
    *LEAVING_WARD,
    *SUMMARY_WARD,
    *CALL_WARD,
    ActPage(
        act="discharge_patient",
        slug="discharge",
        perform=discharge_patient,
        form=DischargeForm,
        permission=Permission.REGISTER_STAY,
        title="Skriv ut",
        button="Registrera utskrivning",
        tells=leaving_tells.discharge,
        done=REGISTERED,
    ),
    ActPage(
        act="undo_discharge",
        slug="undo-discharge",
        perform=undo_discharge,
        form=ReasonForm,
        permission=Permission.REGISTER_STAY,
        title="Ångra utskrivning",
        button="Ångra utskrivning",
        tells=act_tells.undo_discharge,
        done="Rättat",
    ),
    ActPage(
        act="record_death",
        slug="death",
        perform=record_death,
        form=DeathForm,
        permission=Permission.RECORD_DEATH,
        title="Registrera avliden",
        button="Registrera",
        tells=act_tells.death,
        done=REGISTERED,
        danger=True,
    ),
    ActPage(
        act="undo_death",
        slug="undo-death",
        perform=undo_death,
        form=ReasonForm,
        permission=Permission.RECORD_DEATH,
        title="Ångra registrering",
        button="Ångra registrering",
        tells=act_tells.undo_death,
        done="Rättat",
    ),
    ActPage(
        act="void_case",
        slug="void",
        perform=void_case,
        form=VoidCaseForm,
        permission=Permission.REGISTER_STAY,
        title="Felregistrerat ärende",
        button="Felregistrerat",
        tells=act_tells.void_case,
        done="Registrerat som felregistrerat",
        danger=True,
    ),
    ActPage(
        act="close_case",
        slug="close",
        perform=close_case,
        form=CloseCaseForm,
        permission=Permission.REGISTER_STAY,
        title="Avsluta ärendet",
        button="Avsluta ärendet",
        tells=act_tells.close_case,
        done="Avslutat",
    ),
    *NOTICE_WARD,
    *CHAIN,
)
