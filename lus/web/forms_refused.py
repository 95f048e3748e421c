"""A refused act and its form: the input is kept, and the refusal stands where it belongs."""

from django.forms import BaseForm

from lus.refusals import Refused


def attach_refusal(form: BaseForm, refused: Refused) -> int:
    """Put ``refused`` on a bound form and return the status for the page (409 or 422).

    On the field it names, when the form has it; else above the form. ``form.refusal`` holds it for
    `components/refusal.html`.
    """
    form.errors  # noqa: B018  (makes the form clean itself first)
    said = " ".join(part for part in (refused.detail, refused.advice) if part)
    form.add_error(refused.field if refused.field in form.fields else None, said)
    form.refusal = refused  # type: ignore[attr-defined]
    return 422 if refused.status in (400, 422) else refused.status
