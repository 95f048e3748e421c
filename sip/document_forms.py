"""Forms for the acts on a plan's document: a row less, a version, an answer to it, what became of it."""

from typing import Any

from django import forms

from discharge.forms.act_form import ActForm
from discharge.forms.expected_date import TypedDateField
from discharge.forms.offered import offer
from discharge.forms.typed_over import type_over
from discharge.rules.consent_refusals import asks_consent
from sip.queries.document_page import DocumentPage
from sip.queries.older_goals import older_goals
from sip.rules.document.choices import COPY_WAYS, STATUSES
from sip.rules.document.row import rows_in
from sip.rules.document.when import is_compulsory


class RemoveRowForm(ActForm):
    """Ta bort raden: which one, as the page showed it."""

    row_id = forms.UUIDField(label="Raden", widget=forms.HiddenInput)
    row_version = forms.IntegerField(label="Raden", widget=forms.HiddenInput)
    from_address = ("row_id", "row_version")

    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.from_address}


class ReuseGoalsForm(ActForm):
    """Återanvänd mål: those of the person's earlier plan that this one does not have."""

    goals = forms.MultipleChoiceField(label="Mål att ta med", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        assert isinstance(page, DocumentPage)
        found = older_goals(self.context.actor, page.plan, page.document, at=self.at)
        offer(self, "goals", [(goal.id, goal.values["words"]) for goal in found.goals] if found else [])


class LockForm(ActForm):
    """Lås version: the person's consent, and whether it is *Kort SIP*."""

    consented = forms.BooleanField(label="Personen samtycker till planen", required=False)
    short = forms.BooleanField(
        label="Kort SIP", required=False, help_text="Det lagen kräver, utan de valfria delarna."
    )
    from_address = ("short",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        assert isinstance(page, DocumentPage)
        if not asks_consent(page.process, self.at, of_records=is_compulsory(page.process)):
            del self.fields["consented"]  # it is given, and holds


class _AnswerForm(ActForm):
    """What the unit has read is named by its sum; after a change the next press is about the new content."""

    content_hash = forms.CharField(label="Versionen", max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        version = _document(self).locked
        self.fields["content_hash"].initial = version.content_hash if version else ""

    def show_as_current(self) -> None:
        super().show_as_current()
        version = _document(self).locked
        type_over(self, content_hash=version.content_hash if version else "")


class ConfirmForm(_AnswerForm):
    """Justera."""

    note = forms.CharField(
        label="Kommentar", required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )


class ObjectForm(_AnswerForm):
    """Invänd: what is wrong."""

    note = forms.CharField(label="Vad är fel?", max_length=300, widget=forms.Textarea({"rows": 3}))


class ShareForm(ActForm):
    """Lämna till personen: how and when."""

    way = forms.ChoiceField(label="Hur?", choices=list(COPY_WAYS.items()), widget=forms.RadioSelect)
    given_on = TypedDateField(label="Dag", required=False, help_text="Tomt betyder i dag.")


class InterventionForm(ActForm):
    """Uppdatera insats: which one, and how far it has come."""

    row_id = forms.ChoiceField(label="Insats")
    status = forms.ChoiceField(label="Status", choices=list(STATUSES.items()), widget=forms.RadioSelect)
    from_address = ("row_id",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = rows_in(_document(self).rows, "intervention")
        offer(self, "row_id", [("", "Välj insats"), *((row.id, row.get("what")[:80]) for row in rows)])


def _document(form: ActForm) -> Any:
    page = form.context.page
    assert isinstance(page, DocumentPage)
    return page.document
