"""Samtycket som det skrivs ned, LUS 4 kap. 2 §: the one writer of ``consent_recorded``, with its days (SIP03)."""

from dataclasses import dataclass
from datetime import date, datetime

from discharge.rules.consent_policy import ANY, ConsentPolicy, consent_policy, months_later
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.refusals import InvalidInput
from lus.swedish_time import local_date


@dataclass(frozen=True, slots=True)
class Validity:
    """First and last day, as somebody wrote them. ``valid_from`` None: today; ``valid_until`` must be written."""

    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Who said it, and how: keys of ``CONSENT_GIVEN_BY`` and ``CONSENT_FORMS``."""

    given_by: str = "self"
    form: str = "oral"

    def data(self, kind: str) -> dict[str, str]:
        """Return it as events say it."""
        return {"kind": kind, "given_by": self.given_by, "form": self.form}


def consent_given(
    kind: str,
    said: Answered,
    *,
    at: datetime,
    facts: CaseFacts | None = None,
    validity: Validity | None = None,
) -> New:
    """Return the event of a yes. ``validity`` None: as usual, from today for as long as the local routine says.

    Raises InvalidInput (``consent-period``) for days that cannot be.
    """
    policy = policy_of(facts, at)
    first, last = _days(validity or usual_validity(policy, at), policy, at)
    days = {"valid_from": first.isoformat(), "valid_until": last.isoformat()}
    return New("consent_recorded", {**said.data(kind), "state": "given", **days})


def consent_refused(kind: str, said: Answered) -> New:
    """Return the event of a no: it has no days."""
    return New(
        "consent_recorded", {**said.data(kind), "state": "refused", "valid_from": "", "valid_until": ""}
    )


def policy_of(facts: CaseFacts | None, at: datetime) -> ConsentPolicy:
    """Return the local routine for who this is about."""
    region, care_form = (facts.region_code, facts.care_form) if facts else (ANY, ANY)
    return consent_policy(local_date(at), region, care_form)


def usual_validity(policy: ConsentPolicy, at: datetime) -> Validity:
    """Return the days that are proposed."""
    today = local_date(at)
    return Validity(today, months_later(today, policy.months))


def _days(asked: Validity, policy: ConsentPolicy, at: datetime) -> tuple[date, date]:
    today = local_date(at)
    first, last = asked.valid_from or today, asked.valid_until
    if first > today:
        raise _wrong("Samtycket börjar gälla en dag framåt.", "valid_from", "Ange en dag till och med i dag.")
    advice = f"Ange till och med-datum inom {policy.longest_months} månader."
    if last is None:
        raise _wrong("Till och med-datum saknas.", "valid_until", advice)
    if last < first or last < today:
        raise _wrong("Samtycket slutar innan det gäller.", "valid_until", advice)
    if last > months_later(first, policy.longest_months):
        raise _wrong("Samtycket är för långt.", "valid_until", advice)
    return first, last


def _wrong(detail: str, field: str, advice: str) -> InvalidInput:
    return InvalidInput(detail, advice, code="consent-period", field=field)
