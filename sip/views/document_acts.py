"""The acts on a plan's document as pages: the same table and the same view as every other act."""

from typing import Any

from discharge.forms.act_form import ActContext, ReasonForm
from discharge.rules.refusal import Refusal
from discharge.views.act_page import ActPage, Carrier
from lus.organisations.roles import Permission
from sip.actions.confirm_plan_version import confirm_plan_version
from sip.actions.establish_with_gaps import establish_with_gaps
from sip.actions.lock_plan_version import lock_plan_version
from sip.actions.object_to_plan_version import object_to_plan_version
from sip.actions.remove_plan_row import remove_plan_row
from sip.actions.reuse_goals import reuse_goals
from sip.actions.share_plan_with_person import share_plan_with_person
from sip.actions.update_intervention import update_intervention
from sip.document_forms import (
    ConfirmForm,
    InterventionForm,
    LockForm,
    ObjectForm,
    RemoveRowForm,
    ReuseGoalsForm,
    ShareForm,
)
from sip.queries.document_page import document_page

from . import document_tells as tells


def _refused(act: str, context: ActContext) -> Refusal | None:
    return tells.page_of(context).refusal(act)


DOCUMENT = Carrier(document_page, _refused, "sip_document", versioned=False)


def _row(act: Any, slug: str, form: Any, title: str, button: str, told: Any, **more: Any) -> ActPage:
    see = Permission.SEE_CASES
    return ActPage(act.__name__, slug, act, form, see, title, button, tells=told, carrier=DOCUMENT, **more)


LOCK = {"template": "sip/lock.html", "done": "Låst"}
DOCUMENT_ACTS: tuple[ActPage, ...] = (
    _row(
        remove_plan_row, "remove-row", RemoveRowForm, "Ta bort raden", "Ta bort", tells.removed, danger=True
    ),
    _row(reuse_goals, "reuse-goals", ReuseGoalsForm, "Återanvänd mål", "Ta med", tells.reused),
    _row(lock_plan_version, "lock", LockForm, "Lås version", "Lås version", tells.lock, **LOCK),
    _row(confirm_plan_version, "confirm", ConfirmForm, "Justera planen", "Justera", tells.answer),
    _row(
        object_to_plan_version,
        "object",
        ObjectForm,
        "Invänd mot planen",
        "Skicka invändning",
        tells.objection,
    ),
    _row(establish_with_gaps, "gaps", ReasonForm, "Upprätta utan alla svar", "Upprätta", tells.gaps),
    _row(share_plan_with_person, "share", ShareForm, "Lämna till personen", "Spara", tells.shared),
    _row(update_intervention, "measure", InterventionForm, "Uppdatera insats", "Spara", tells.measure),
)
TITLES = {row.act: row.title for row in DOCUMENT_ACTS}
# What stands as a button at the document; the others stand at their rows, or where there is something to reuse.
ELSEWHERE = ("remove_plan_row", "reuse_goals")
BUTTONS = tuple(row.act for row in DOCUMENT_ACTS if row.act not in ELSEWHERE)
