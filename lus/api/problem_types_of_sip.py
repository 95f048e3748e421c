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
}
