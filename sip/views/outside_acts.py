"""The acts on a plan outside hospital as pages: the rows of a discharge, on another carrier, and two of its own."""

from dataclasses import replace
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.rules.refusal import Refusal
from discharge.views.act_page import ActPage, Carrier
from discharge.views.act_tells import means, told_all
from lus.organisations.roles import Permission
from sip.actions.add_sip_unit import add_sip_unit
from sip.actions.remove_sip_unit import remove_sip_unit
from sip.queries.plan_page import PlanPage, plan_page
from sip.rules.plan_refusal import PLAN_ACTS, plan_refusal
from sip.unit_forms import AddSipUnitForm, RemoveSipUnitForm

from .acts import ACTS, covered_by_consent, on_the_agenda


def _refused(act: str, context: ActContext) -> Refusal | None:
    assert isinstance(context.page, PlanPage)
    led_by = str(context.page.plan.led_by_id)
    return plan_refusal(act, context.page.facts, str(context.actor.unit_id), led_by, context.at)


PLAN = Carrier(plan_page, _refused, "sip_plan")


def _summons(context: ActContext) -> Any:
    when = ("När", "Utan dröjsmål. Lagen anger inget antal dagar utanför sjukhus.")
    return means(told_all(context), when, covered_by_consent(context), on_the_agenda(context))


def _added(context: ActContext) -> Any:
    return means(
        ("Enheten", "ser planen och får en avisering."), ("Är mötet redan kallat", "kalla den på nytt.")
    )


def _removed(context: ActContext) -> Any:
    return means(told_all(context), ("Enheten", "ser inte planen längre."))


TELLS = {"send_sip_summons": _summons}


def _outside(row: ActPage) -> ActPage:
    slug = row.slug.removeprefix("sip/")
    tells = TELLS.get(row.act, row.tells)
    outside = replace(row, slug=slug, permission=Permission.LEAD_SIP, tells=tells, carrier=PLAN, back="")
    return replace(outside, then=lambda facts: f"plan_{name}" if (name := row.then(facts)) else "")


OUTSIDE: tuple[ActPage, ...] = (
    *(_outside(row) for row in ACTS if row.act in PLAN_ACTS),
    ActPage(
        act="add_sip_unit",
        slug="add-unit",
        perform=add_sip_unit,
        form=AddSipUnitForm,
        permission=Permission.LEAD_SIP,
        title="Lägg till enhet",
        button="Lägg till",
        tells=_added,
        carrier=PLAN,
    ),
    ActPage(
        act="remove_sip_unit",
        slug="remove-unit",
        perform=remove_sip_unit,
        form=RemoveSipUnitForm,
        permission=Permission.LEAD_SIP,
        title="Ta bort enhet",
        button="Ta bort",
        tells=_removed,
        carrier=PLAN,
    ),
)


def address(row: ActPage) -> str:
    """Return the name of the act's address: its own, or with ``plan_`` when a case has the same act."""
    return f"plan_{row.act}" if row.act in {other.act for other in ACTS} else row.act
