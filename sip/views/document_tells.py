"""What the page of an act on the document tells before it is done: what it means, what is missing, what is new."""

from collections.abc import Mapping
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.views.act_tells import means, names_of
from lus.swedish_time import local_date
from lus.web.words import day
from sip.queries.document_page import DocumentPage, lock_basis_of
from sip.queries.older_goals import older_goals
from sip.rules.document.compare import changes
from sip.rules.document.confirm import confirm_by, left_to_confirm, must_confirm, sections_to_read
from sip.rules.document.facts import Version
from sip.rules.document.missing import Missing
from sip.rules.document.ready_to_lock import missing_parts
from sip.rules.document.sections import SECTIONS

from .row_words import row_url

Told = Mapping[str, Any]


def page_of(context: ActContext) -> DocumentPage:
    """Return the document that the act is done on."""
    assert isinstance(context.page, DocumentPage)
    return context.page


def removed(context: ActContext) -> Told:
    return means(
        ("Raden", "försvinner ur utkastet."), ("Låsta versioner", "ändras inte."), heading="När du sparar"
    )


def reused(context: ActContext) -> Told:
    page = page_of(context)
    older = older_goals(context.actor, page.plan, page.document, at=context.at)
    if older is None:
        return means(("Inga mål", "finns att ta med från en tidigare plan."))
    made = day(older.earlier.made_on, local_date(context.at))
    return means(
        ("Tidigare plan", f"{older.earlier.plan.reference}, låst {made}."),
        ("Målen", "blir rader i utkastet. Ändra dem som vilka som helst."),
        heading="När du sparar",
    )


def lock(context: ActContext) -> Told:
    """Tell what is missing, each with a link to its field and the law; who confirms afterwards."""
    page = page_of(context)
    basis = lock_basis_of(page.plan, page.process, context.at, has_consent=True)
    found = missing_parts(page.document.rows, basis)
    told = means(
        ("Justeras av", names_of(context, must_confirm(page.document.rows))),
        ("Senast", "fem vardagar efter låsningen (intern rutin)"),
        ("Samtycke", "Utan personens samtycke görs ingen plan (LUS 4:2)."),
        heading="När du låser",
    )
    return {**told, "missing": [missing_words(page, one) for one in found]}


def missing_words(page: DocumentPage, one: Missing) -> dict[str, str]:
    """Return ``{text, code, basis, url}``: what is missing and the way to it."""
    section = SECTIONS[one.section]
    url = row_url(page, section, one.row_id)
    return {"text": one.text, "code": one.code, "basis": one.basis, "url": url}


def answer(context: ActContext) -> Told:
    """Tell what is new since the unit answered last, and what its answer does."""
    return _reading(context, ("Alla har justerat", "planen är upprättad."))


def objection(context: ActContext) -> Told:
    return _reading(context, ("Planen", "blir utkast igen. Den som låste får besked."))


def _reading(context: ActContext, row: tuple[str, str]) -> Told:
    page = page_of(context)
    version = page.document.locked
    if version is None:
        return means(row)
    today = local_date(context.at)
    unread = sections_to_read(page.document, str(context.actor.unit_id))
    told = means(
        ("Version", str(version.no)),
        ("Läs", ", ".join(SECTIONS[key].label for key in SECTIONS if key in unread) or "inget nytt"),
        ("Svara senast", day(confirm_by(version, page.process), today)),
        row,
    )
    return {**told, **_news(page, version, str(context.actor.unit_id))}


def _news(page: DocumentPage, version: Version, unit_id: str) -> dict[str, Any]:
    said = page.document.answer_of(unit_id)
    read = next((one for one in page.document.versions if said and one.no == said.no), None)
    if read is None or read.no == version.no:
        return {}
    rows = [
        f"{one.label}: {one.before or '–'} → {one.after or '–'}" for one in changes(read.rows, version.rows)
    ]
    return {"history": {"heading": f"Ändrat sedan version {read.no}", "rows": rows}}


def gaps(context: ActContext) -> Told:
    missing = left_to_confirm(page_of(context).document)
    return means(("Har inte svarat", names_of(context, missing)), ("De", "står med namn i planen."))


def shared(context: ActContext) -> Told:
    document = page_of(context).document
    return means(("Version", str(document.established_no)), heading="Det som lämnas")


def measure(context: ActContext) -> Told:
    return means(("Ny version", "behövs inte. Insatsen själv är densamma."), heading="När du sparar")
