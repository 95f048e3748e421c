"""What the pages of ``notice_acts`` tell before anything is sent."""

from discharge.forms.act_form import ActContext
from discharge.rules.admission_notice_due import admission_notice_due
from lus.web.words import moment

from .act_tells import Told, means, names_of, told_all


def withdraw_admission_notice(context: ActContext) -> Told:
    facts = context.page.facts
    assert facts.admitted_at is not None
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, None).deadline
    return means(
        told_all(context),
        ("Enheterna", "ombeds kvittera och ser varför. De behåller det de har fått."),
        ("Nytt meddelande", f"ska skickas om behov finns, senast {moment(due, context.at)} (lag)."),
    )


def fixed_care_worker(context: ActContext) -> Told:
    facts = context.page.facts
    others = [unit.unit_id for unit in facts.active_units if unit.unit_id != str(context.actor.unit_id)]
    return means(
        ("Får besked", names_of(context, [facts.ward_id, *others])),
        ("Syns för", "alla berörda enheter, bredvid fast vårdkontakt"),
    )


def protected_identity(context: ActContext) -> Told:
    return means(
        ("Alla listor", "visar bara ärendets kod, genast och för alla enheter."),
        ("Får besked", "avdelningen och dess lokala administratör"),
        ("Skyddet", "kan höjas men inte tas bort här."),
        heading="När du skyddar",
    )
