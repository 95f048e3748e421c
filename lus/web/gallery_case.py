"""Invented inputs for the gallery: the parts of a case page and of a form. No real persons."""

from typing import Any

from lus.web.gallery_examples import DEADLINES, TAGS

PATIENT: dict[str, Any] = {
    "family": "Ljungberg",
    "given": "Maria",
    "age": "65 år",
    "identifier": "19900222-2397",
    "code": "R4D7W",
    "protected": False,
    "track": {"colour": "gul", "letter": "Y", "word": "Gult spår"},
    "facts": [
        {"term": "Vårdas på", "fact": "Avd 72, Ekhaga sjukhus"},
        {"term": "Folkbokförd", "fact": "Exempelvägen 4, Nacka"},
        {"term": "Vårdcentral", "fact": "Vårdcentralen Solen"},
    ],
    "axes": TAGS[:3],
}
PROTECTED_PATIENT = {"code": "N4K7P", "protected": True, "track": "", "axes": [TAGS[0], TAGS[4]]}

_STEPS = [
    ("Inskrivnings\u00admeddelande", "klart", "Klart 6/11"),
    ("Fast vårdkontakt", "sent", "Sent, 3 d"),
    ("Planera", "pagar", "Pågår, 2 av 3"),
    ("Kalla till SIP", "ejakt", "Ej aktuellt: bedömt"),
    ("Utskrivningsklar", "klart", "Klart 17/11"),
    ("Meddela utskrivning", "ej", "Inte än"),
    ("Upprätta SIP", "ej", "Möte tis 24/11"),
    ("Följa upp SIP", "ej", "Inte än"),
]
STEPS = [
    {"name": name, "state": state, "word": word, "url": "#steg", "current": state == "pagar"}
    for name, state, word in _STEPS
]

NEXT_MINE: dict[str, Any] = {
    "mine": True,
    "tab": "Er tur · Nacka kommun",
    "taker": "Amir Rahimi tar ärendet sedan 17/11",
    "title": "Kvittera utskrivningsklar",
    "basis": "rutin",
    "why": "Avd 72 skickade underrättelsen i dag 07.27",
    "deadline": DEADLINES[2],
    "verb": "Kvittera",
    "url": "#kvittera",
    "post": False,
    "then": [
        {"what": "Meddela klar att ta emot", "who": "Nacka kommun · senast ons 25/11 13.00"},
        {"what": "Hålla SIP-möte", "who": "Eva Nordin · tis 24/11 10.00"},
    ],
}
NEXT_THEIRS: dict[str, Any] = {
    "mine": False,
    "tab": "Ni väntar på Solna kommun",
    "title": "Meddela klar att ta emot",
    "basis": "ok",
    "why": "Beräknad utskrivning ons 25/11",
    "waiting": "Ni har väntat sedan i dag 05.10, 3 h.",
    "deadline": DEADLINES[1],
    "phone": "08-000 00 01",
    "then": [],
}

UNIT_ROWS = [
    {
        "letter": "K",
        "state": "pagar",
        "name": "Nacka kommun",
        "word": "Pågår",
        "detail": "Kvitterat 17/11 10.52",
    },
    {
        "letter": "V",
        "state": "klar",
        "name": "Vårdcentralen Solen",
        "word": "Klar",
        "detail": "Kvitterat 17/11 11.05",
    },
    {
        "letter": "F",
        "state": "saknas",
        "name": "Fast vårdkontakt",
        "word": "Ej utsedd",
        "url": "#",
        "verb": "Utse",
    },
]
UNIT_ROWS[0] |= {"phone": "08-000 00 01", "hours": "öppet till 16.30"}
UNIT_ROWS[1] |= {"phone": "08-000 00 02", "hours": "stängt, jour finns"}

CLOCKS = [
    {"deadline": DEADLINES[2], "basis": "ok", "what": "Besvara punkt K2, nycklar – Nacka kommun"},
    {
        "deadline": DEADLINES[0],
        "basis": "lag",
        "what": "Kalla till SIP – Eva Nordin",
        "note": "LUS 4 kap. 3 §",
    },
    {"deadline": DEADLINES[3], "basis": "rutin", "what": "Svara om personen är känd – Nacka kommun"},
]

TIMELINE = [
    {
        "heading": "I dag, mån 23 nov",
        "events": [
            {"time": "07.50", "icon": "klar", "what": "Öppenvårdens insatser klara", "decision": True}
            | {"who": "Vårdcentralen Solen", "sub": "Hemsjukvård från ons 25/11, första besök 15.00."},
        ],
    },
    {
        "heading": "Fre 20 nov",
        "events": [
            {"time": "15.20", "icon": "kalender", "what": "Beräknad utskrivning ändrad", "who": "Avd 72"}
            | {"was": "fre 20/11", "now": "ons 25/11", "sub": "Väntar på kommunen.", "since": "fre 15.58"},
            {"time": "13.40", "icon": "rattad", "what": "Hjälpmedel på plats", "who": "Rehab Öst"}
            | {"sub": "Efterregistrerat: hände 09.10, infört 13.40."},
            {"time": "08.05", "icon": "vantar", "what": "Orsak till kvarstannande: särskilt boende"}
            | {"who": "Avd 72", "corrected": True, "sub": "Rättad 08.15: fel orsak vald."},
        ],
    },
]

_DAYS = [
    ("ej", "tis", 10, "", "Ej räknad"),
    ("noll", "ons", 11, "0", "Dag noll"),
    ("aterta", "tor", 12, "", "Återtagen"),
    ("ej", "fre", 13, "", "Ej räknad"),
    ("ej", "lör", 14, "", "Ej räknad"),
    ("ej", "sön", 15, "", "Ej räknad"),
    ("noll", "mån", 16, "0", "Dag noll"),
    ("frist", "tis", 17, "1 av 2", "Fristdag"),
    ("frist", "ons", 18, "2 av 2", "Fristdag"),
    ("saknas", "tor", 19, "", "Villkor saknas"),
    ("betalning", "fre", 20, "1", "Betalnings\u00addag"),
]
DAYS = [
    {"code": code, "weekday": weekday, "date": f"{number}/11", "iso": f"2026-11-{number}", "number": count}
    | {"word": word, "url": "#forklaring", "today": number == 20, "chosen": number == 19}
    | {"week": {10: "v. 46", 16: "v. 47"}.get(number, "")}
    for code, weekday, number, count, word in _DAYS
]
DAY = {
    "title": "Tor 19/11: villkor saknas",
    "sentence": "Fristdagarna tog slut ons 18/11, men öppenvården hade inte bekräftat sina insatser. "
    "Dagen räknas därför inte som betalningsdag.",
    "support": "LUS 5 kap. 5 §",
    "links": [{"label": "Underrättelse 16/11 10.20", "url": "#"}, {"label": "Regelversion 3", "url": "#"}],
}

TICKS = [
    {
        "state": "ja",
        "what": "Inskrivningsmeddelande i tid",
        "word": "Uppfyllt",
        "detail": "Skickat 16/11 15.10",
    },
    {
        "state": "saknas",
        "what": "Öppenvårdens insatser klara",
        "word": "Saknas",
        "detail": "Vårdcentralen kan åtgärda",
    },
    {"state": "info", "what": "Hemgångsklar 4/9", "detail": "Bara information"},
]

CONSEQUENCE = [
    {"term": "Skickas före 12.00", "fact": "Dag noll är i dag, mån 23/11"},
    {"term": "Fristdagar", "fact": "tis 24/11 och ons 25/11"},
    {"term": "Första möjliga betalningsdag", "fact": "tor 26/11", "note": "skuggberäkning"},
]

RECEIPTS = [
    {
        "icon": "meddelande",
        "what": "Inskrivningsmeddelande",
        "when": "i dag 07.40",
        "iso": "2026-11-23T07:40:00+01:00",
        "sender": "Avd 72",
        "receivers": [
            {"name": "Nacka kommun", "word": "kvitterad 08.12 av Amir Rahimi", "state": "kvitt"},
            {"name": "Vårdcentralen Solen", "word": "ej kvitterad, 34 min", "state": "ny"},
            {"name": "Solna kommun", "word": "fel mottagare", "state": "fel"},
        ],
    }
]

RECIPIENTS = [
    {
        "letter": "K",
        "name": "Nacka kommun, mottagningen",
        "why": "Folkbokförd i Nacka · öppet till 16.30",
        "value": "k",
    },
    {
        "letter": "V",
        "name": "Vårdcentralen Solen",
        "why": "Listad här · krävs av lagen",
        "value": "v",
        "locked": True,
    },
    {"letter": "Ö", "name": "Rehab Öst", "why": "Pågående insats sedan 12/10", "value": "r", "off": True},
]

PREVIEW = [
    {"term": "Namn", "fact": "Andreas Ebers"},
    {"term": "Personnummer", "fact": "19900222-2397"},
    {"term": "Folkbokföringsadress", "fact": "Exempelvägen 7, Nacka"},
    {"term": "Beräknad utskrivning", "fact": "Lördag 28 november 2026"},
]
