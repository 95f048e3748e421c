"""*Bilaga*: a file as it was added, to be saved; never shown as a page of ours."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.queries.attachments import attachment
from lus.web.download import download

from .who_asks import who_asks


@never_cache
@require_GET
def attachment_page(request: HttpRequest, case_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Return the file; the same 404 for one of others and for none."""
    viewer, at = who_asks(request)
    file = attachment(viewer, case_id, attachment_id, at=at)
    return download(file.name, file.kind, file.content)
