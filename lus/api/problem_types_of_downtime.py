"""Problem vid driftstopp: nothing can be written, or a paper form's serial does not fit."""

from .problem_type import ProblemType

DOWNTIME_PROBLEMS: dict[str, ProblemType] = {
    "read-only": ProblemType(
        503,
        "Inget har sparats: LUS är skrivskyddat",
        "Uppgifter kan läsas men inte ändras just nu. Inget har sparats.",
        "Skriv på en pappersblankett och ring motparten. Registrera i efterhand när läget är slut.",
    ),
    "spool-unavailable": ProblemType(
        503,
        "LUS visar inga patienter just nu",
        "Läsloggen går inte att skriva. Utan logg visas ingen patient.",
        "Använd er utskrivna driftstoppslista. Ring er drift.",
    ),
    "serial-unknown": ProblemType(
        422,
        "Löpnumret finns inte",
        "Er enhet har ingen blankett med det numret.",
        "Läs numret på blanketten igen.",
    ),
    "serial-of-other-form": ProblemType(
        422,
        "Löpnumret hör till en annan blankett",
        "Numret står på en blankett av annat slag.",
        "Välj den handling som blanketten gäller.",
    ),
    "serial-used": ProblemType(
        409,
        "Löpnumret är redan använt",
        "Blanketten är redan registrerad eller makulerad.",
        "Se efter i ärendet innan ni registrerar igen.",
    ),
}
