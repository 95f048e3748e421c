"""The demo's accounts: one for every role, with what to try first. Practice only; everybody's password is known."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.contrib.auth.hashers import make_password
from django.db import transaction

from lus.organisations.actor import Actor
from lus.organisations.models import Assignment, User
from lus.organisations.queries import actor_of
from lus.organisations.roles import ROLE_LABELS, Role

from .county_plan import NAMESPACE, CountyPlan
from .parameters import name_groups

PASSWORD = "demo"
SINCE = datetime(2020, 1, 1, tzinfo=UTC)
HOSPITAL = "Södersjukhuset"
WARD = f"Avdelning 72, {HOSPITAL}"
PSYCHIATRIC_WARD = "Avdelning P2, Psykiatri Södra Stockholm"
RECEPTION = "Mottagningen, Nacka kommun"
MUNICIPAL_HEALTH = "Kommunal hälso- och sjukvård Nacka"
PRIMARY_CARE = "Vårdcentralen Eken"
REGION_FINANCE, NACKA_FINANCE = "Ekonomi, Region Stockholm", "Ekonomi, Nacka kommun"


@dataclass(frozen=True)
class Account:
    """``units``: names as ``CountyPlan.named`` takes them, each with a role; the first one is shown."""

    username: str
    given: str
    family: str
    units: tuple[tuple[str, Role], ...]
    what: str
    include_subunits: bool = False


ACCOUNTS = (
    Account("karin", "Karin", "Lindh", ((WARD, Role.WARD_STAFF),), "skriver in, meddelar och skriver ut"),
    Account(
        "jonas",
        "Jonas",
        "Ek",
        ((HOSPITAL, Role.DISCHARGE_COORDINATOR),),
        "ser sjukhusets alla avdelningar på Tavlan",
        include_subunits=True,
    ),
    Account("mikael", "Mikael", "Sandström", ((WARD, Role.WARD_PHYSICIAN),), "behandlande läkare"),
    Account(
        "amir", "Amir", "Rahimi", ((RECEPTION, Role.NEEDS_ASSESSOR),), "kvitterar och planerar för kommunen"
    ),
    Account(
        "petra", "Petra", "Holm", ((MUNICIPAL_HEALTH, Role.MUNICIPAL_NURSE),), "meddelar klar att ta emot"
    ),
    Account(
        "eva",
        "Eva",
        "Nordin",
        ((PRIMARY_CARE, Role.PRIMARY_CARE_COORDINATOR),),
        "utser fast vårdkontakt och kallar till SIP",
    ),
    Account("hodan", "Hodan", "Warsame", ((PRIMARY_CARE, Role.CARE_CONTACT),), "fast vårdkontakt"),
    Account(
        "sara",
        "Sara",
        "Öberg",
        ((PSYCHIATRIC_WARD, Role.WARD_STAFF),),
        "psykiatrisk heldygnsvård med andra frister",
    ),
    Account(
        "lena",
        "Lena",
        "Ståhl",
        (("Mottagningen Södermalm", Role.RECEPTION),),
        "stadsdelens mottagning i Stockholm",
    ),
    Account(
        "birgitta",
        "Ann-Birgitta",
        "Sjölund",
        ((WARD, Role.WARD_STAFF), (f"Avdelning 74, {HOSPITAL}", Role.WARD_STAFF)),
        "har två uppdrag att välja mellan",
    ),
    Account(
        "mats",
        "Mats",
        "Forsell",
        ((RECEPTION, Role.UNIT_ADMIN),),
        "administratör i Nacka: öppettider, aviseringar och routing, ser inga patienter",
    ),
    Account(
        "yngve",
        "Yngve",
        "Palmér",
        ((REGION_FINANCE, Role.SETTLEMENT_OFFICER),),
        "granskar månadens rader för regionen och besvarar bestridanden",
    ),
    Account(
        "inger",
        "Inger",
        "Brolin",
        ((NACKA_FINANCE, Role.SETTLEMENT_OFFICER),),
        "granskar och bestrider månadens rader för Nacka",
    ),
    Account(
        "gunnel",
        "Gunnel",
        "Torstensson",
        ((WARD, Role.UNIT_HEAD),),
        "enhetschef: avvikelser till och från avdelningen, maskar text",
    ),
    Account(
        "britta",
        "Britta",
        "Hallgren",
        (("Lokal samverkansgrupp Nacka", Role.COOPERATION_SECRETARY),),
        "sekreterare i den lokala gruppen: lyfta avvikelser och åtgärder",
    ),
    Account(
        "henrik",
        "Henrik",
        "Sjöstrand",
        (("Storsthlm och HSF", Role.COUNTY_ANALYST),),
        "länets analytiker: alla avvikelser utan texter, kategorier och lyft",
    ),
    Account("ulla", "Ulla", "Kvist", ((WARD, Role.UNIT_ADMIN),), "lokal administratör, ser inga patienter"),
)


def demo_accounts() -> list[dict[str, str]]:
    """Return the accounts for people to read: ``username, name, unit, role, what`` (Swedish)."""
    return [
        {
            "username": account.username,
            "name": f"{account.given} {account.family}",
            "unit": account.units[0][0],
            "role": ROLE_LABELS[account.units[0][1]],
            "what": account.what,
        }
        for account in ACCOUNTS
    ]


@transaction.atomic
def save_accounts(plan: CountyPlan) -> None:
    """Store the users and assignments that are missing."""
    password = make_password(PASSWORD)
    for account in ACCOUNTS:
        user, _ = User.objects.get_or_create(
            username=account.username,
            defaults={
                "id": uuid5(NAMESPACE, f"user:{account.username}"),
                "first_name": account.given,
                "last_name": account.family,
                "password": password,
            },
        )
        for unit, role in account.units:
            Assignment.objects.get_or_create(
                user=user,
                unit_id=plan.named(unit).id,
                role=role,
                defaults={"include_subunits": account.include_subunits, "valid_from": SINCE},
            )


def actor_at(unit_id: UUID, role: Role) -> Actor:
    """Return somebody who works at the unit in ``role``: a demo account if there is one, else a colleague.

    Colleagues are made when they are needed. They have no password and cannot sign in.
    """
    assignment = (
        Assignment.objects.filter(unit_id=unit_id, role=role)
        .select_related("unit__principal", "user")
        .order_by("user__username")
        .first()
    )
    return actor_of(assignment or _colleague(unit_id, role))


def _colleague(unit_id: UUID, role: Role) -> Assignment:
    key = uuid5(NAMESPACE, f"colleague:{unit_id}:{role}")
    given, family = colleague_name(key)
    user = User.objects.create(
        id=key,
        username=f"kollega-{key.hex[:12]}",
        first_name=given,
        last_name=family,
        password=make_password(None),
    )
    made = Assignment.objects.create(user=user, unit_id=unit_id, role=role, valid_from=SINCE)
    return Assignment.objects.select_related("unit__principal", "user").get(pk=made.pk)


def colleague_name(key: UUID) -> tuple[str, str]:
    """Return the invented (given, family) name that belongs to ``key``: the same key, the same name."""
    groups = [group for group in name_groups() if "born_before" not in group]
    group = groups[0] if key.int % 10 < 7 else groups[key.int // 10 % len(groups)]
    given = group["female"] + group["male"]
    return given[key.int // 100 % len(given)], group["family"][key.int // 10_000 % len(group["family"])]
