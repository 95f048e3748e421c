"""*Reservrutin*: the unit's list to open, print and carry away. Each look is logged; after 48 hours there is none."""

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.views.who_asks import who_asks
from lus.access_log.log import log_shown
from lus.downtime import snapshots
from lus.downtime.models import Snapshot
from lus.downtime.seal import CannotOpen
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused

from .page_style import STYLE_HASH


class ListNotOpened(Refused):
    """The key has been changed since the list was sealed."""

    status, code, title = 409, "snapshot-not-opened", "Listan går inte att öppna"

    def __init__(self) -> None:
        super().__init__(
            "Listan är förseglad med en annan nyckel än den som gäller nu.",
            "Vänta på nästa lista. Den görs inom 15 minuter.",
        )


@never_cache
@require_safe
@csp_update({"style-src": [STYLE_HASH]})
def downtime_list_page(request: HttpRequest) -> HttpResponse:
    """Open the list as one page. 404 when the unit has none that may still be opened."""
    return HttpResponse(_content(request, "page", "downtime_open"))


@never_cache
@require_safe
def downtime_pdf(request: HttpRequest) -> HttpResponse:
    """Return the list to print."""
    content = _content(request, "pdf", "downtime_print")
    headers = {"Content-Disposition": 'inline; filename="driftstoppslista.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@never_cache
@require_safe
def downtime_file(request: HttpRequest) -> HttpResponse:
    """Return the list still sealed, for the ward's computer without the system."""
    snapshot = _own(request, "downtime_export")
    headers = {"Content-Disposition": 'attachment; filename="driftstoppslista.html.sealed"'}
    content = snapshots.sealed(snapshot, "page")
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


def _content(request: HttpRequest, part: snapshots.Part, action: str) -> bytes:
    _, at = who_asks(request)
    snapshot = _own(request, action)
    try:
        return snapshots.opened(snapshot, part, at=at)
    except CannotOpen as error:
        raise ListNotOpened from error


def _own(request: HttpRequest, action: str) -> Snapshot:
    """Return the own unit's list, and log that its patients are shown."""
    viewer, at = who_asks(request)
    viewer.require(Permission.SEE_CASES)
    snapshot = snapshots.latest(viewer.unit_id, at=at)
    if snapshot is None:
        raise NotThere
    log_shown(viewer, action, snapshot.person_ids, at=at)
    return snapshot
