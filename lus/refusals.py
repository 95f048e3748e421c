"""The ways a step can be refused. Page and API show the same object: what was tried, what is so, what to do.

Plain Python, so that acts raise without knowing who asks. ``detail`` and ``advice`` are Swedish and hold no
patient data.
"""


class Refused(Exception):
    """A refusal. ``field`` names the input it is about; ``event_id`` the event that stands in the way."""

    status = 409
    code = "refused"
    title = "Åtgärden gick inte att göra"

    def __init__(
        self,
        detail: str,
        advice: str = "",
        *,
        code: str = "",
        title: str = "",
        field: str = "",
        event_id: str | None = None,
    ) -> None:
        self.detail, self.advice, self.field, self.event_id = detail, advice, field, event_id
        self.code = code or type(self).code
        self.title = title or type(self).title
        super().__init__(self.code)


class NotThere(Refused):
    """There is no such thing, or it is not yours: both look the same."""

    status, code, title = 404, "not-found", "Sidan finns inte"

    def __init__(self) -> None:
        super().__init__("Det finns inget här som ert uppdrag får se.", "Gå till Min tur eller Tavlan.")


class NotAllowed(Refused):
    """The active assignment does not allow the act."""

    status, code, title = 403, "unit-not-permitted", "Ert uppdrag får inte göra detta"


class StageNotAllowed(Refused):
    """The step is not allowed where the case stands."""

    status, code, title = 409, "stage-not-allowed", "Åtgärden passar inte ärendets läge"


class AlreadyDone(StageNotAllowed):
    """Somebody has done it already."""

    code, title = "already-done", "Redan gjort"


class StalePage(Refused):
    """Somebody else acted first: what the page showed is no longer so."""

    status, code, title = 409, "stale-version", "Uppgifterna har ändrats"


class TimeNotPossible(Refused):
    """A time in the future, before the admission, before what it ends …"""

    status, code, title = 422, "time-not-possible", "Tiden stämmer inte"


class InvalidInput(Refused):
    """A field holds something that cannot be."""

    status, code, title = 422, "validation", "En uppgift behöver rättas"


class StatutoryFieldsOnly(Refused):
    """The admission notice holds the four items of LUS 2 kap. 2 § and routing, nothing else."""

    status, code, title = 400, "statutory-fields-only", "Meddelandet får bara ha lagens fyra uppgifter"


class PrimaryCareRequired(Refused):
    """Municipal health care is expected, so regional outpatient care must be told too (LUS 2 kap. 1 §)."""

    status, code, title = 409, "primary-care-required", "En vårdcentral eller annan öppenvård måste vara med"


class CaseExists(Refused):
    """One open case per person and stay."""

    status, code, title = 409, "case-exists", "Det finns redan ett pågående ärende"


class KeyReused(Refused):
    """The same idempotency key came with another request."""

    status, code, title = 422, "idempotency-key-reused", "Nyckeln är redan använd"


class AgreementIncomplete(Refused):
    """An agreement with unknown terms cannot be put in force."""

    status, code, title = 409, "agreement-incomplete", "Ofullständig: kan inte aktiveras"


BY_CODE: dict[str, type[Refused]] = {
    "already-done": AlreadyDone,
    "time-in-future": TimeNotPossible,
    "before-admission": TimeNotPossible,
    "before-notice": TimeNotPossible,
    "before-discharge": TimeNotPossible,
    "before-record": TimeNotPossible,
    "before-move": TimeNotPossible,
    "before-leave": TimeNotPossible,
    "wrong-order": TimeNotPossible,
    "primary-care-required": PrimaryCareRequired,
    "statutory-fields-only": StatutoryFieldsOnly,
    "no-recipient": InvalidInput,
    "legal-ground-missing": InvalidInput,
    "plan-row-invalid": InvalidInput,
    "results-missing": InvalidInput,
    "measures-left": InvalidInput,
    "section-not-yours": NotAllowed,
    "sip-not-leading": NotAllowed,
    "deviation-not-yours": NotAllowed,
}


def refused(
    code: str, title: str, detail: str, advice: str, event_id: str | None = None, field: str = ""
) -> Refused:
    """Return the exception for a rule's refusal; an unlisted code is a step that the stage does not allow."""
    kind = BY_CODE.get(code, StageNotAllowed)
    return kind(detail, advice, code=code, title=title, field=field, event_id=event_id)
