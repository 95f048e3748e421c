"""The acts of the leaving, one row each: the handover's parts, and word that they have arrived."""

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.send_handover import send_handover
from discharge.forms.act_form import NoInputForm
from discharge.forms.handover import AddPartForm, HandoverForm, PartNotNeededForm
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
)
