"""Fraser: what each kind of unit often writes, to begin with."""

from collections.abc import Iterable, Iterator

from discharge.models import Phrase
from lus.organisations.models import UnitKind

from .county_plan import PlannedUnit

EVERYBODY = ("Ring oss gärna om något är oklart.",)
MUNICIPAL = (
    "Vem är ansvarig sjuksköterska i dag?",
    "När passar det att vi ringer om hemgången?",
    "Vi återkommer med besked före klockan 15.",
)
PHRASES: dict[str, tuple[str, ...]] = {
    UnitKind.WARD: (
        "Patienten mobiliserar med rullator.",
        "Läkemedelslistan uppdateras före hemgång.",
        "Hjälpmedel är beställda.",
        "Närstående är informerade.",
    ),
    UnitKind.RECEPTION: MUNICIPAL,
    UnitKind.MUNICIPAL_HEALTH: MUNICIPAL,
    UnitKind.NEEDS_ASSESSMENT: MUNICIPAL,
    UnitKind.HOME_CARE: MUNICIPAL,
    UnitKind.PRIMARY_CARE: (
        "Vem är patientansvarig läkare på avdelningen?",
        "Uppföljning är bokad hos oss.",
        "Provtagning tas hos oss efter hemgång.",
    ),
}


def phrases_for(units: Iterable[PlannedUnit]) -> Iterator[Phrase]:
    """Yield the phrases of the units, unsaved."""
    for unit in units:
        for order, text in enumerate((*PHRASES.get(unit.kind, ()), *EVERYBODY)):
            yield Phrase(unit_id=unit.id, text=text, order=order)
