"""Svarsalternativ i en avvikelserapport: keys for programs, words for the form."""

from typing import Final

REPORTER_ROLES: Final = {
    "nurse": "Sjuksköterska",
    "needs_assessor": "Biståndshandläggare",
    "physician": "Läkare",
    "therapist": "Arbetsterapeut eller fysioterapeut",
    "counsellor": "Kurator",
    "coordinator": "Samordnare",
    "head": "Chef",
    "other": "Annan",
}
CARE_FORMS: Final = {
    "somatic_acute": "Somatik akut",
    "geriatric": "Geriatrik",
    "psychiatric": "Psykiatri vuxen",
    "child_psychiatric": "BUP",
    "addiction": "Beroende",
    "forensic_psychiatric": "Rättspsykiatri",
    "rehabilitation": "Rehab",
    "outpatient": "Öppenvård",
    "municipal": "Kommunal vård och omsorg",
}
# The eight steps of the cooperation, and what lies outside them.
STEPS: Final = {
    1: "1 Inskrivningsmeddelande",
    2: "2 Fast vårdkontakt",
    3: "3 Planera inför utskrivning",
    4: "4 Kalla till SIP",
    5: "5 Utskrivningsklar",
    6: "6 Meddela vid utskrivning",
    7: "7 Upprätta eller uppdatera SIP",
    8: "8 Följa upp och avsluta",
    0: "Utanför stegen",
}
DELAYED: Final = "delayed_discharge"
CONSEQUENCES: Final = {
    "none": "Ingen",
    "worry": "Oro, obehag",
    DELAYED: "Fördröjd utskrivning",
    "missing_support": "Utebliven insats",
    "readmission": "Återinskrivning",
    "suspected_harm": "Misstänkt vårdskada",
}
KINDS_OF_REPORT: Final = {"individual": "En händelse", "systematic": "Något som upprepas"}
ROUTINES: Final = {
    "": "Ej angivet",
    "law": "Lagen",
    "agreement": "Länets överenskommelse",
    "local": "Lokal rutin",
    "other": "Annat",
}
LIKELIHOODS: Final = {1: "1 Sällan", 2: "2 Ibland", 3: "3 Ofta", 4: "4 Nästan alltid"}
AGE_BANDS: Final = {
    "not_stated": "Ej angivet",
    "0-17": "0–17 år",
    "18-64": "18–64 år",
    "65-79": "65–79 år",
    "80+": "80 år eller äldre",
}
SEXES: Final = {"not_stated": "Ej angivet", "female": "Kvinna", "male": "Man"}
FLAGS: Final = {
    "psychiatry_addiction": "Psykiatri eller beroende",
    "children": "Barn och unga",
    "weekend_evening": "Helg eller kväll",
    "other_county": "Utomlänspatient",
    "patient_safety": "Patientsäkerhetsrisk",
}
CONSENTS: Final = {"yes": "Ja", "no": "Nej", "not_relevant": "Ej aktuellt"}
OTHER_DUTIES: Final = {"no": "Nej", "yes": "Ja", "unknown": "Vet ej"}
STATES: Final = {
    "registered": "Registrerad",
    "received": "Mottagen",
    "assessing": "Under bedömning",
    "awaiting_reporter": "Åter för komplettering",
    "action_decided": "Åtgärd beslutad",
    "answered": "Återkopplad",
    "closed": "Avslutad",
    "retracted": "Återtagen",
}
# 1–4, as the reporter and the receiver judge how serious it is.
SEVERITIES: Final = {1: "1 Liten", 2: "2 Måttlig", 3: "3 Betydande", 4: "4 Mycket allvarlig"}
# What a text of the dialogue is, as its heading says.
ENTRY_KINDS: Final = {
    "rerouted": "Varför sänd vidare",
    "asked": "Vad mottagaren behöver veta",
    "completed": "Komplettering",
    "action": "Åtgärd",
    "no_action": "Varför ingen åtgärd",
    "done": "Åtgärden genomförd",
    "feedback": "Återkoppling",
    "disputed": "Varför svaret bestrids",
    "reopened": "Varför öppnad igen",
    "retracted": "Varför återtagen",
    "comment": "Kommentar",
    "internal": "Intern anteckning",
    "recoded": "Varför kategorin ändrats",
    "assessed": "Bedömning",
    "lifted": "Varför lyft",
}
# Who sees to an action: a function, never a person.
OWNER_ROLES: Final = {
    "unit_head": "Enhetschef",
    "deviation_receiver": "Avvikelsemottagare",
    "municipal_nurse_in_charge": "MAS eller MAR",
    "chief_physician": "Chefläkare eller verksamhetschef",
    "nurse": "Sjuksköterska",
    "needs_assessor": "Biståndshandläggare",
    "coordinator": "Samordnare",
    "other": "Annan funktion",
}
# Why a text is masked: a key, so that nothing is told anew.
MASK_REASONS: Final = {
    "patient": "Uppgift om patienten",
    "relative": "Uppgift om närstående",
    "staff": "Uppgift om medarbetare",
    "other": "Annat som inte hör hit",
}
SIDES: Final = {"reporter": "Rapporterande enhet", "receiver": "Mottagare", "county": "Länets analytiker"}
DIRECTIONS: Final = {
    "kommun_to_region": "Kommun till region",
    "region_to_kommun": "Region till kommun",
    "outpatient_to_inpatient": "Öppenvård till slutenvård",
    "inpatient_to_outpatient": "Slutenvård till öppenvård",
    "kommun_to_kommun": "Kommun till kommun",
    "region_to_region": "Region till region",
}

# How the reporter's role is filled in from the assignment; anybody may choose another.
ROLE_OF_ASSIGNMENT: Final = {
    "ward_staff": "nurse",
    "ward_physician": "physician",
    "discharge_coordinator": "coordinator",
    "reception": "needs_assessor",
    "needs_assessor": "needs_assessor",
    "municipal_nurse": "nurse",
    "primary_care_coordinator": "coordinator",
    "care_contact": "nurse",
}
# How the case's kind of care reads in the register, where it is another key.
CARE_FORM_OF_CASE: Final = {"psychiatric_adult": "psychiatric"}


def direction_of(
    *, from_municipality: bool, to_municipality: bool, from_inpatient: bool, to_inpatient: bool
) -> str:
    """Return a key of ``DIRECTIONS``: between which kinds of principals or care the deviation goes."""
    if from_municipality or to_municipality:
        sides = ["kommun" if side else "region" for side in (from_municipality, to_municipality)]
        return "_to_".join(sides)
    if from_inpatient == to_inpatient:
        return "region_to_region"
    return "inpatient_to_outpatient" if from_inpatient else "outpatient_to_inpatient"


def age_band(age: int) -> str:
    """Return the key of ``AGE_BANDS`` for an age in whole years."""
    return "0-17" if age < 18 else "18-64" if age < 65 else "65-79" if age < 80 else "80+"


def risk_words(severity: int | None, likelihood: int | None) -> str:
    """``6 av 16, måttlig``: the risk matrix, severity times likelihood; "" until both are judged."""
    if not severity or not likelihood:
        return ""
    risk = severity * likelihood
    return f"{risk} av 16, {'hög' if risk >= 9 else 'måttlig' if risk >= 4 else 'låg'}"
