"""The acts of the leaving, one row each: the handover's parts, and word that they have arrived."""

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.plan_follow_up_call import plan_follow_up_call
from discharge.actions.record_follow_up_call import record_follow_up_call
from discharge.actions.send_handover import send_handover
from discharge.actions.waive_follow_up_call import waive_follow_up_call
from discharge.actions.write_patient_summary import write_patient_summary
from discharge.forms.act_form import NoInputForm
from discharge.forms.follow_up import CallForm, PlanCallForm, WaiveCallForm
from discharge.forms.handover import AddPartForm, HandoverForm, PartNotNeededForm
from discharge.forms.patient_summary import GiveSummaryForm, WriteSummaryForm
from lus.organisations.roles import Permission

from . import leaving_tells
from .act_page import ActPage

LEAVING_WARD: tuple[ActPage, ...] = (
    ActPage(
        act="add_handover_part",
        slug="handover-part",
        perform=add_handover_part,
        form=AddPartForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Lägg till del",
        button="Lägg till",
        tells=leaving_tells.add_part,
        back="handover",
    ),
    ActPage(
        act="declare_handover_part_not_needed",
        slug="handover-part-not-needed",
        perform=declare_handover_part_not_needed,
        form=PartNotNeededForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Delen behövs inte",
        button="Behövs inte",
        tells=leaving_tells.part_not_needed,
        back="handover",
    ),
    ActPage(
        act="send_handover",
        slug="handover",
        perform=send_handover,
        form=HandoverForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Överlämning",
        button="Skicka överlämning",
        tells=leaving_tells.handover,
        done="Skickat",
        icon="skicka",
        back="handover",
    ),
)
SUMMARY_WARD: tuple[ActPage, ...] = (
    ActPage(
        act="write_patient_summary",
        slug="write-summary",
        perform=write_patient_summary,
        form=WriteSummaryForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Skriv till patienten",
        button="Spara version",
        tells=leaving_tells.write_summary,
        back="handover",
    ),
    ActPage(
        act="give_patient_summary",
        slug="give-summary",
        perform=give_patient_summary,
        form=GiveSummaryForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Lämna till patienten",
        button="Lämnad",
        tells=leaving_tells.give_summary,
        done="Antecknat",
        back="handover",
    ),
)
CALL_WARD: tuple[ActPage, ...] = (
    ActPage(
        act="plan_follow_up_call",
        slug="follow-up-call-plan",
        perform=plan_follow_up_call,
        form=PlanCallForm,
        permission=Permission.ACKNOWLEDGE,
        title="Planera uppföljning",
        button="Planera samtal",
        tells=leaving_tells.plan_call,
        back="handover",
    ),
    ActPage(
        act="waive_follow_up_call",
        slug="follow-up-call-waive",
        perform=waive_follow_up_call,
        form=WaiveCallForm,
        permission=Permission.ACKNOWLEDGE,
        title="Avstå från uppföljning",
        button="Avstå",
        tells=leaving_tells.waive_call,
        back="handover",
    ),
)
LEAVING_RECEIVERS: tuple[ActPage, ...] = (
    ActPage(
        act="confirm_handover_received",
        slug="handover-received",
        perform=confirm_handover_received,
        form=NoInputForm,
        permission=Permission.ACKNOWLEDGE,
        title="Bekräfta överlämningen",
        button="Bekräfta",
        tells=leaving_tells.received,
        done="Bekräftat",
        back="handover",
    ),
    ActPage(
        act="record_follow_up_call",
        slug="follow-up-call",
        perform=record_follow_up_call,
        form=CallForm,
        permission=Permission.ACKNOWLEDGE,
        title="Uppföljning 48–72 h",
        button="Spara samtal",
        tells=leaving_tells.call,
        back="handover",
    ),
)
