"""The receivers' acts, one row each: form, words, what is told beforehand."""

from discharge.actions.answer_unknown_patient import answer_unknown_patient
from discharge.actions.decline_case import decline_case
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.start_planning import start_planning
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.withdraw_ready_to_receive import withdraw_ready_to_receive
from discharge.forms.act_form import NoInputForm
from discharge.forms.answers import DeclineForm, NotReadyAnyMoreForm, ReadyToReceiveForm, WrongRecipientForm
from discharge.forms.outpatient import CareContactForm, OutpatientReadinessForm
from lus.organisations.roles import Permission

from . import act_tells
from .act_page import ActPage
from .leaving_acts import LEAVING_RECEIVERS
from .notice_acts import CARE_WORKER
from .routing_acts import ROUTING

SENT = "Skickat"

RECEIVERS: tuple[ActPage, ...] = (
    ActPage(
        act="answer_unknown_patient",
        slug="unknown",
        perform=answer_unknown_patient,
        form=NoInputForm,
        permission=Permission.ANSWER_NOTICE,
        title="Ej känd hos oss",
        button="Svara Ej känd",
        tells=act_tells.unknown,
        done="Svarat",
    ),
    ActPage(
        act="decline_case",
        slug="decline",
        perform=decline_case,
        form=DeclineForm,
        permission=Permission.ANSWER_NOTICE,
        title="Avvisa",
        button="Avvisa",
        tells=act_tells.decline,
        done="Avvisat",
    ),
    ActPage(
        act="report_wrong_recipient",
        slug="wrong-recipient",
        perform=report_wrong_recipient,
        form=WrongRecipientForm,
        permission=Permission.ANSWER_NOTICE,
        title="Fel mottagare",
        button="Meddela avsändaren",
        tells=act_tells.wrong_recipient,
        done=SENT,
        leaves=True,
    ),
    ActPage(
        act="start_planning",
        slug="start-planning",
        perform=start_planning,
        form=NoInputForm,
        permission=Permission.ANSWER_NOTICE,
        title="Starta planeringen",
        button="Starta planeringen",
        tells=act_tells.start_planning,
        done="Planeringen startad",
    ),
    ActPage(
        act="report_ready_to_receive",
        slug="ready-to-receive",
        perform=report_ready_to_receive,
        form=ReadyToReceiveForm,
        permission=Permission.ANSWER_NOTICE,
        title="Klar att ta emot",
        button="Meddela klar",
        tells=act_tells.ready_to_receive,
        done=SENT,
    ),
    ActPage(
        act="withdraw_ready_to_receive",
        slug="not-ready-to-receive",
        perform=withdraw_ready_to_receive,
        form=NotReadyAnyMoreForm,
        permission=Permission.ANSWER_NOTICE,
        title="Inte längre klar att ta emot",
        button="Ta tillbaka klar",
        tells=act_tells.ready_to_receive,
        done="Återtaget",
    ),
    ActPage(
        act="name_care_contact",
        slug="care-contact",
        perform=name_care_contact,
        form=CareContactForm,
        permission=Permission.NAME_CARE_CONTACT,
        title="Fast vårdkontakt",
        button="Utse",
        tells=act_tells.care_contact,
        done="Utsedd",
    ),
    *CARE_WORKER,
    ActPage(
        act="state_outpatient_readiness",
        slug="outpatient-readiness",
        perform=state_outpatient_readiness,
        form=OutpatientReadinessForm,
        permission=Permission.STATE_OUTPATIENT_CARE,
        title="Öppenvårdens insatser",
        button="Lämna besked",
        tells=act_tells.outpatient_readiness,
        done=SENT,
    ),
    *ROUTING,
    *LEAVING_RECEIVERS,
)
