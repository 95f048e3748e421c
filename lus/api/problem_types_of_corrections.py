"""Problem vid rättelse och efterregistrering: what is refused, by the codes that the rules and acts use."""

from .problem_type import ProblemType

CORRECTION_PROBLEMS: dict[str, ProblemType] = {
    "not-own-fact": ProblemType(
        409,
        "Bara enheten som skrev kan rätta",
        "Uppgiften är registrerad av en annan enhet.",
        "Be enheten rätta den, eller skriv ett meddelande.",
    ),
    "second-person-needed": ProblemType(
        409,
        "En andra person behövs",
        "Den som har föreslagit en rättelse bekräftar den inte själv.",
        "Be en kollega på enheten läsa och bekräfta.",
    ),
    "serial-used": ProblemType(
        422,
        "Serienumret är använt",
        "En blankett registreras en gång.",
        "Kontrollera numret på blanketten.",
    ),
    "wrong-order": ProblemType(
        422,
        "Tiden stämmer inte",
        "Med den tiden kommer händelserna i fel ordning.",
        "Kontrollera dag och klockslag mot de andra händelserna.",
    ),
}
