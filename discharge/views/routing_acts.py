"""Vidaresänd, Jag tar, Släpp: one row each, as the other acts of a receiver."""

from discharge.actions.claim_case import claim_case
from discharge.actions.forward_case import forward_case
from discharge.actions.release_claim import release_claim
from discharge.forms.act_form import ActContext, NoInputForm
from discharge.forms.forwarding import ForwardForm
from discharge.rules.stage import UNPLANNED
from lus.organisations.queries import forward_targets
from lus.organisations.roles import Permission

from .act_page import ActPage
from .act_tells import Told, means


def _forward(context: ActContext) -> Told:
    told = means(
        ("Enheten", "får inskrivningsmeddelandet och tar över uppgifterna i ärendet."),
        ("Er kvittens", "gäller för hela organisationen. Avdelningen ser en rad."),
        ("Tidsfrister", "räknas som förut, från det första meddelandet."),
    )
    if context.actor.unit_id is None or not forward_targets(context.actor.unit_id):
        text = "Er organisation har ingen annan enhet här. Är ni fel enhet: svara Fel mottagare."
        return {**told, "alerts": [{"text": text, "color": "warning"}]}
    return told


def _claim(context: ActContext) -> Told:
    unit = context.page.facts.unit(str(context.actor.unit_id))
    rows = [
        ("Er enhet ser", "ert namn, och kan filtrera på era ärenden."),
        ("Andra ser", f"bara {context.actor.role_label.lower()}."),
    ]
    if unit is not None and unit.state in UNPLANNED:
        rows.append(("Planeringen", "startar: den som tar ärendet först börjar planera."))
    return means(*rows, heading="När ni tar ärendet")


def _release(context: ActContext) -> Told:
    claim = context.page.facts.claim_of(str(context.actor.unit_id))
    return means(
        ("Tas av", claim.name if claim else "ingen"),
        ("Uppgifterna", "är kvar hos er enhet. Planeringen fortsätter."),
        heading="När ni släpper ärendet",
    )


ROUTING: tuple[ActPage, ...] = (
    ActPage(
        act="claim_case",
        slug="claim",
        perform=claim_case,
        form=NoInputForm,
        permission=Permission.ACKNOWLEDGE,
        title="Ta ärendet",
        button="Jag tar",
        tells=_claim,
        done="Taget",
    ),
    ActPage(
        act="release_claim",
        slug="release",
        perform=release_claim,
        form=NoInputForm,
        permission=Permission.ACKNOWLEDGE,
        title="Släpp ärendet",
        button="Släpp",
        tells=_release,
        done="Släppt",
    ),
    ActPage(
        act="forward_case",
        slug="forward",
        perform=forward_case,
        form=ForwardForm,
        permission=Permission.FORWARD_CASE,
        title="Vidaresänd",
        button="Vidaresänd",
        tells=_forward,
        done="Vidaresänt",
    ),
)
