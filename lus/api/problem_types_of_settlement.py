"""Problem vid månadens granskning: what is refused, by the codes that the acts use."""

from .problem_type import ProblemType

SETTLEMENT_PROBLEMS: dict[str, ProblemType] = {
    "month-not-over": ProblemType(
        409,
        "Månaden pågår",
        "En månad som inte är slut är inte räknad färdigt.",
        "Granska när månaden är slut.",
    ),
    "corrections-open": ProblemType(
        409,
        "Månaden kan fortfarande rättas",
        "Överenskommelsens sista dag för rättelse har inte passerat.",
        "Avsluta granskningen dagen efter.",
    ),
    "lines-undecided": ProblemType(
        409,
        "Rader är inte avgjorda",
        "Varje rad granskas av båda sidor innan månaden avslutas.",
        "Godkänn raderna, eller vänta på den andra sidan.",
    ),
    "payment-blocked": ProblemType(
        409,
        "Kan inte avräknas",
        "Ett belopp, ett villkor eller en överenskommelse är inte känd.",
        "Avgör det som saknas först. Inget gissas.",
    ),
    "settlement-closed": ProblemType(
        409,
        "Månaden är avslutad",
        "Frysta tal ändras aldrig.",
        "En rättelse efter det syns som skillnad.",
    ),
}
