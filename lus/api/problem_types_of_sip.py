"""Problem i SIP: what the steps towards a joint plan refuse."""

from .problem_type import ProblemType

SIP_PROBLEMS: dict[str, ProblemType] = {
    "sip-not-needed": ProblemType(
        409,
        "SIP är inte aktuell",
        "SIP är bedömd som inte aktuell (LUS 4 kap. 1 §).",
        "Gör en ny bedömning om behovet ändrats.",
    ),
    "consent-missing": ProblemType(
        409,
        "Samtycke saknas",
        "Patientens samtycke till kallelsen är inte dokumenterat (LUS 4 kap. 2 §).",
        "Dokumentera samtycket först.",
    ),
    "sip-state": ProblemType(
        409,
        "SIP står i ett annat läge",
        "Steget passar inte där den samordnade planen står.",
        "Läs sip.state i ärendet.",
    ),
    "not-summoned": ProblemType(
        409, "Ni är inte kallade", "Er enhet är inte kallad till mötet.", "Kontakta fast vårdkontakt."
    ),
    "sip-not-responsible": ProblemType(
        409,
        "Den ansvariga gör detta",
        "Den andra huvudmannen har det övergripande ansvaret för planen (HSL 16 kap. 4 §).",
        "Skicka ett meddelande till den som ansvarar.",
    ),
    "sip-plan-exists": ProblemType(
        409,
        "Personen har redan en plan",
        "Er enhet är med i en pågående SIP för personen.",
        "Uppdatera den, eller skicka replaces_open om en ny ska påbörjas ändå.",
    ),
    "sip-needs-both-principals": ProblemType(
        409,
        "Båda huvudmännen behövs",
        "SIP kräver parter från både region och kommun (HSL 16 kap. 4 §, SoL 10 kap. 8 §).",
        "Lägg till en enhet från den andra huvudmannen.",
    ),
    "sip-needs-outpatient-care": ProblemType(
        409,
        "Öppenvården behövs",
        "Kommunal hälso- och sjukvård kräver att regionens öppenvård är med (LUS 4 kap. 1 §).",
        "Lägg till en vårdcentral eller annan öppenvård.",
    ),
    "sip-unit-twice": ProblemType(
        409, "Enheten är med redan", "En enhet kan bara vara med en gång.", "Välj varje enhet en gång."
    ),
    "sip-not-leading": ProblemType(
        409,
        "Den som leder planen gör detta",
        "Enheten som påbörjade planen, eller regionens öppenvård, kallar och leder.",
        "Skicka ett förslag till den som leder.",
    ),
    "sip-not-party": ProblemType(
        409,
        "Er enhet är inte längre med",
        "Er enhet är borttagen ur planen.",
        "Be den som leder planen lägga till er igen.",
    ),
}
