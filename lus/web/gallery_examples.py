"""Invented inputs for the gallery: the small words, persons and lists. The number is a test number."""

from typing import Any

from lus.web.words import DeadlineWords, MovedDate

DEADLINES = [
    DeadlineWords("lugnt", "3 h 46 min kvar", "i dag 12.00"),
    DeadlineWords("snart", "1 h 26 min kvar", "i dag 09.40"),
    DeadlineWords("sent", "47 min sen", "i dag 07.27"),
    DeadlineWords("klart", "Klart i tid", "mån 9/11 14.20"),
    DeadlineWords("klart", "Klart, 12 min sent", "ons 18/11 09.35"),
    DeadlineWords("ingen", "Utan tidsgräns"),
]

TRACKS = [
    {"colour": "gron", "letter": "G", "word": "Grönt spår"},
    {"colour": "gul", "letter": "Y", "word": "Gult spår"},
    {"colour": "rod", "letter": "R", "word": "Rött spår"},
    {"colour": "gra", "letter": "O", "word": "Grått, omfattas inte av lagen"},
    {"colour": "neutral", "letter": "B", "word": "Spår B"},
]
STATES = [
    {"icon": "klar", "word": "Utskrivningsklar", "color": "success"},
    {"icon": "pagar", "word": "Planering pågår", "color": "accent"},
    {"icon": "ny", "word": "Meddelande skickat"},
    {"icon": "vantar", "word": "Väntar på svar"},
    {"icon": "ejakt", "word": "Ej aktuellt"},
    {"icon": "snart", "word": "Dag 2 av 2", "color": "warning"},
    {"icon": "sent", "word": "Dag 9, över frist", "color": "danger"},
    {"icon": "aterta", "word": "Återtagen"},
    {"icon": "hem", "word": "Hemgångsklar", "color": "success"},
]

TAGS = [
    {"icon": "sang", "word": "Inskriven"},
    {"icon": "klar", "word": "Utskrivningsklar, dag 6", "color": "success"},
    {"icon": "pagar", "word": "3 av 4 enheter klara"},
    {"icon": "rattad", "word": "Efterregistrerat", "color": "info"},
    {"icon": "las", "word": "Skyddade personuppgifter", "color": "brand1"},
]

UNITS = [
    {"letter": "K", "kind": "Kommun", "state": "ny", "word": "ny 47 min"},
    {"letter": "V", "kind": "Vårdcentral", "state": "kvitt", "word": "kvitterad"},
    {"letter": "Ö", "kind": "Övrig öppenvård", "state": "pagar", "word": "pågår"},
    {"letter": "F", "kind": "Fast vårdkontakt", "state": "klar", "word": "utsedd"},
    {"letter": "F", "kind": "Fast vårdkontakt", "state": "saknas", "word": "ej utsedd"},
    {"letter": "K", "kind": "Kommun", "state": "fel", "word": "fel mottagare"},
]

PERSON: dict[str, Any] = {
    "family": "Lindqvist",
    "given": "Sven-Erik",
    "age": "79 år",
    "born": "1947-02-14",
    "code": "H3T8R",
}
PERSON |= {"url": "#person", "protected": False}
LONG_PERSON = PERSON | {"family": "Af Söderhielm-Bergenstråhle", "given": "Anna-Karin", "age": "91 år"}
BOARD_PERSON, BOARD_LONG_PERSON = PERSON | {"born": ""}, LONG_PERSON | {"born": ""}
PROTECTED = {
    "family": "",
    "given": "",
    "age": "",
    "born": "",
    "code": "N4K7P",
    "url": "#person",
    "protected": True,
}

COHORTS: list[dict[str, Any]] = [
    {
        "name": "Ej kvitterat",
        "icon": "ny",
        "count": 2,
        "age": "äldst 47 min sen",
        "who": "Amir Rahimi",
        "level": "sent",
    },
    {"name": "Planering pågår", "icon": "pagar", "count": 12, "age": "äldst 7 d", "who": "Karin Lindh"},
    {
        "name": "Utskrivnings\u00adklara",
        "icon": "klar",
        "count": 7,
        "age": "median dag 4",
        "who": "Petra Holm",
        "current": True,
    },
    {
        "name": "Hemgångs\u00adklara",
        "icon": "hem",
        "count": 1,
        "age": "sedan i går",
        "who": "Karin Lindh",
        "level": "klar",
    },
]
for box in COHORTS:
    box["url"] = "#tavlan"

VIEWS = [
    {"label": "Alla", "url": "#", "count": 10, "current": True},
    {"label": "Mina", "url": "#", "count": 3},
    {"label": "Helgen", "url": "#", "count": 0},
]
SECTIONS = [
    {"label": "Översikt", "url": "#", "current": True},
    {"label": "Planering", "url": "#"},
    {"label": "Meddelanden", "url": "#", "count": 2},
    {"label": "Betalningsansvar", "url": "#"},
]
PAGES = {"first": 51, "last": 100, "total": 213, "previous_url": "#", "next_url": "#"}
REFUSAL = {
    "title": "Redan markerad utskrivningsklar",
    "detail": "Karin Lindh, avd 72, markerade i dag 11.42.",
    "advice": "Inget har skickats två gånger.",
}
ACTIONS = [
    {"label": "Avbryt", "url": "#", "variant": "tertiary"},
    {"label": "Registrera avliden", "variant": "secondary", "color": "danger"},
    {"label": "Spara utkast", "variant": "secondary"},
    {"label": "Skicka underrättelse", "icon": "skicka"},
]

MINI = ["noll", "frist", "frist", "saknas", "betalning"]
BLOCKS = [n < 7 for n in range(9)]
PARTS = [True, False]

TURN_COLUMNS: list[dict[str, Any]] = [
    {"label": word} for word in ("Kvar", "Att göra", "Person", "Läge", "Från", "Beräknad utskr.", "Spår")
]
TURN_COLUMNS += [{"label": "Tar ärendet"}, {"label": "Åtgärd", "hidden": True}]
BOARD_COLUMNS: list[dict[str, Any]] = [
    {"label": word} for word in ("Person", "Läge · dag", "Kommun · spår", "Enheter", "SIP")
]
BOARD_COLUMNS[1] |= {"key": "day", "url": "#tavlan"}
BOARD_COLUMNS += [{"label": word} for word in ("Hemgångsklar", "Orsak", "Nästa steg", "Beräknad utskr.")]
MOVED = MovedDate("ons 25/11", "fre 20/11", "flyttat 2 ggr")
STAYED = MovedDate("fre 27/11")
