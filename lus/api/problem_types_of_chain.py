"""Problem i vårdkedjan: what moves, leave, compulsory care and the act's reach refuse."""

from .problem_type import ProblemType
from .problem_types_of_corrections import CORRECTION_PROBLEMS
from .problem_types_of_settlement import SETTLEMENT_PROBLEMS

CHAIN_PROBLEMS: dict[str, ProblemType] = {
    "sip-replaced-by-care-plan": ProblemType(
        409,
        "Samordnad vårdplan gäller i stället",
        "Vid ÖPT och ÖRV ersätter en samordnad vårdplan SIP (LUS 4 kap. 1 §).",
        "Registrera den samordnade vårdplanen.",
    ),
    "same-ward": ProblemType(
        422, "Samma avdelning", "Patienten ligger redan på avdelningen.", "Välj den avdelning som tar emot."
    ),
    "other-provider": ProblemType(
        422,
        "Ett annat sjukhus eller en annan vårdform",
        "En flytt dit blir ett nytt ärende i samma vårdkedja.",
        "Använd transfer-patient.",
    ),
    "same-provider": ProblemType(
        422, "Samma sjukhus", "En flytt dit behåller ärendet.", "Använd change-ward."
    ),
    "before-move": ProblemType(
        422, "Tiden stämmer inte", "Tiden ligger före den förra flytten.", "Ange en senare tid."
    ),
    "before-leave": ProblemType(
        422, "Tiden stämmer inte", "Tiden passar inte permissionens början eller slut.", "Ange en senare tid."
    ),
    "back-before-leave": ProblemType(
        422,
        "Tiden stämmer inte",
        "Patienten väntas åter innan permissionen börjar.",
        "Ange en senare tid, eller lämna tomt.",
    ),
    "same-legal-status": ProblemType(
        422, "Redan den formen", "Vården har redan den rättsliga formen.", "Välj den nya formen."
    ),
    "legal-status-order": ProblemType(
        422,
        "Formen kan inte följa",
        "ÖPT följer på LPT och ÖRV på LRV.",
        "Välj en form som kan följa på den som gäller.",
    ),
    "approval-missing": ProblemType(
        422,
        "Godkännande saknas",
        "Den samordnade vårdplanen är upprättad först när enheterna har godkänt den.",
        "Ange vilka enheter som har godkänt.",
    ),
    "own-county": ProblemType(
        422,
        "Kommunen nås i systemet",
        "Patienten är folkbokförd i länet.",
        "Lägg till kommunens enhet i ärendet.",
    ),
    **CORRECTION_PROBLEMS,
    **SETTLEMENT_PROBLEMS,
}
