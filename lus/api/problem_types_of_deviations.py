"""Problem i avvikelser: what the register refuses."""

from .problem_type import ProblemType

DEVIATION_PROBLEMS: dict[str, ProblemType] = {
    "personal-data": ProblemType(
        422,
        "Personuppgift i texten",
        "Texten innehåller en personuppgift. Felet säger vilket slag och var, aldrig själva texten.",
        "Ta bort den. Skriv t.ex. patienten.",
    ),
    "personal-data-suspected": ProblemType(
        422,
        "Personuppgift?",
        "Texten innehåller något som kan vara en personuppgift.",
        "Ändra texten, eller skicka igen med slaget i not_personal.",
    ),
    "addressee-cannot-receive": ProblemType(
        422,
        "Enheten kan inte ta emot",
        "Enheten är stängd, eller ingen där tar emot avvikelser.",
        "Välj enheten ovanför i organisationen.",
    ),
    "candidate-taken": ProblemType(
        409,
        "Förslaget är redan besvarat",
        "En kollega har rapporterat eller avvisat förslaget, eller så har underlaget rättats.",
        "Öppna avvikelsen som svaret nämner i deviation. Finns ingen är allt klart.",
    ),
}
