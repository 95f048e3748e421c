"""Ändra och läsa videotjänster: the principal's list of hosts that meetings may be held on."""

import re
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lus.refusals import InvalidInput

from .actor import Actor
from .change_settings import note
from .models import Principal, VideoHost
from .roles import Permission

MOST = 30
LONGEST = 120
_HOST = re.compile(r"(?!-)[a-zåäö0-9-]{1,63}(?<!-)(\.(?!-)[a-zåäö0-9-]{1,63}(?<!-))+")


def video_hosts_of(principal_id: UUID | None) -> frozenset[str]:
    """Return the hosts that the principal knows; empty: it has said none."""
    known = (
        VideoHost.objects.filter(principal_id=str(principal_id)) if principal_id else VideoHost.objects.none()
    )
    return frozenset(known.values_list("host", flat=True))


@transaction.atomic
def set_video_hosts(*, hosts: Sequence[str], actor: Actor, at: datetime) -> None:
    """Replace the list of the actor's principal. Raises InvalidInput for what is no host name, or too many."""
    actor.require(Permission.ADMINISTER_UNIT)
    wanted = sorted({host.strip().casefold().removeprefix("https://").rstrip("/") for host in hosts} - {""})
    wrong = next((host for host in wanted if len(host) > LONGEST or not _HOST.fullmatch(host)), None)
    if wrong is not None:
        raise InvalidInput(
            f"{wrong[:60]} är ingen adress till en tjänst.",
            "Skriv bara värdnamnet, till exempel video.region.se.",
            field="hosts",
        )
    if len(wanted) > MOST:
        raise InvalidInput(f"Listan har {len(wanted)} tjänster.", f"Skriv högst {MOST}.", field="hosts")
    principal = Principal.objects.select_for_update().get(pk=str(actor.principal_id))
    VideoHost.objects.filter(principal=principal).delete()
    VideoHost.objects.bulk_create(VideoHost(principal=principal, host=host) for host in wanted)
    note(actor, at, f"Videotjänster: {', '.join(wanted) or 'inga'}")
