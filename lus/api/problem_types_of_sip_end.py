"""Problem när en SIP avslutas och öppnas igen: what its end refuses."""

from .problem_type import ProblemType

SIP_END_PROBLEMS: dict[str, ProblemType] = {
    "no-plan-to-evaluate": ProblemType(
        409,
        "Ingen plan har gällt",
        "Planen har aldrig upprättats, och har inga mål att nå.",
        "Avsluta den med en annan orsak.",
    ),
    "sip-reopen-late": ProblemType(
        409,
        "Planen är avslutad sedan länge",
        "En avslutad plan öppnas igen inom tolv månader.",
        "Påbörja en ny plan.",
    ),
    "measures-left": ProblemType(
        422,
        "Insatser återstår",
        "En insats är inte klar, och ingen enhet fortsätter med den.",
        "Ange enheten i handed, eller uppdatera insatsen.",
    ),
}
