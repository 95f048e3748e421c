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
    "deviation-state": ProblemType(
        409,
        "Avvikelsen har ett annat läge",
        "Åtgärden passar inte där avvikelsen är, eller någon hann före.",
        "Välj bland allowed_acts.",
    ),
    "lift-state": ProblemType(
        409,
        "Lyftet har ett annat läge",
        "Åtgärden passar inte där lyftet är.",
        "Välj bland allowed_acts.",
    ),
    "deviation-not-yours": ProblemType(
        403,
        "Ert uppdrag får inte göra detta",
        "Den andra enheten, en chef eller länets analytiker gör det.",
        "Be den som har uppdraget.",
    ),
    "deviation-disputed-once": ProblemType(
        409, "Svaret har redan bestritts", "Ett svar kan bestridas en gång.", "Godta svaret."
    ),
    "deviation-too-old": ProblemType(
        409,
        "Avvikelsen är för gammal",
        "En stängd avvikelse kan öppnas i 180 dagar.",
        "Rapportera en ny avvikelse.",
    ),
    "deviation-no-measure": ProblemType(
        409, "Ingen åtgärd väntar", "Alla beslutade åtgärder är klara.", "Besluta en åtgärd först."
    ),
    "deviation-analyst-decides": ProblemType(
        409,
        "Analytikern avgör",
        "Avvikelsen har sänts vidare två gånger.",
        "Länets analytiker väljer mottagare.",
    ),
    "report-running": ProblemType(
        409, "Halvåret är inte slut", "Rapporten fryses när halvåret är slut.", "Försök igen efter halvåret."
    ),
    "report-frozen": ProblemType(
        409,
        "Rapporten är redan fryst",
        "En fryst rapport ändras inte. Svaret säger vem som frös den.",
        "Läs den frysta rapporten. Rättningar kommer i nästa.",
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
