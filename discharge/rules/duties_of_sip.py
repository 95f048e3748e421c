"""Plikterna i en SIP i ord: what a case owes about its joint plan, and what every plan owes in its own stream.

Only the judged need and the summons after a ready notice are the law's; the numbers of the others stand in
``sip/rules/policy.py`` and are an *Intern rutin*.
"""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

DUTIES_OF_SIP: Final[dict[str, Duty]] = {
    "assess_sip_need": Duty(
        "Bedöm behov av SIP",
        "Bedöm",
        "assess_sip_need",
        "law",
        "LUS 4 kap. 1 §",
        "none",
        "Patienten bedöms kunna behöva insatser från både regionen och kommunen. Då ska behovet av en "
        "samordnad individuell plan bedömas. Lagen anger ingen tid.",
    ),
    "record_sip_consent": Duty(
        "Fråga om samtycke till kallelse till SIP",
        "Dokumentera",
        "record_sip_consent",
        "routine",
        ROUTINE,
        "none",
        "SIP görs bara om patienten samtycker (LUS 4 kap. 2 §). Att avdelningen frågar är en intern rutin. Utan "
        "svar kan ingen kalla, och betalningsdagar kan inte avgöras.",
    ),
    "send_sip_summons": Duty(
        "Kalla till SIP",
        "Kalla",
        "send_sip_summons",
        "law",
        "LUS 4 kap. 3 §",
        "calendar",
        "Fast vårdkontakt i öppenvården ska kalla senast tre dagar efter underrättelsen om utskrivningsklar. "
        "Slutar tiden på en ledig dag flyttas den till nästa vardag (vår tolkning av lag 1930:173).",
    ),
    "offer_sip": Duty(
        "Erbjud SIP",
        "Erbjud",
        "offer_sip",
        "routine",
        ROUTINE,
        "elapsed",
        "Behovet finns. Fråga personen om en SIP innan underrättelsen om utskrivningsklar skickas. Ordningen är en "
        "intern rutin. Den som har frågats om samtycke har fått erbjudandet.",
    ),
    "start_sip_outside": Duty(
        "Påbörja SIP: kalla till möte",
        "Kalla",
        "send_sip_summons",
        "routine",
        ROUTINE,
        "calendar",
        "Personen har sagt ja. Arbetet ska påbörjas utan dröjsmål (SoL 10 kap. 8 §, HSL 16 kap. 4 §). Lagen anger "
        "inget antal dagar; tio vardagar är en intern rutin.",
    ),
    "answer_sip_poll": Duty(
        "Svara på mötestider till SIP",
        "Svara",
        "answer_sip_poll",
        "routine",
        ROUTINE,
        "calendar",
        "Den som kallar föreslår tider och behöver veta vilka ni kan. Svarsdagen är en intern rutin.",
    ),
    "answer_sip_summons": Duty(
        "Svara på kallelsen till SIP",
        "Svara",
        "answer_sip_summons",
        "routine",
        ROUTINE,
        "calendar",
        "Den som kallar behöver veta vilka som kommer. Svarsdagen står i kallelsen och är en intern rutin.",
    ),
    "replace_at_sip_meeting": Duty(
        "Ersättare eller ny tid till SIP-mötet",
        "Svara",
        "answer_sip_summons",
        "routine",
        ROUTINE,
        "calendar",
        "Er enhet krävs på mötet och har svarat nej. Skriv vem som kommer i stället, eller vilka tider ni kan.",
    ),
    "answer_sip_substitute": Duty(
        "Svara på förslaget om ersättare",
        "Svara",
        "answer_sip_substitute",
        "routine",
        ROUTINE,
        "calendar",
        "En kallad enhet vill att en annan enhet kommer i stället. Den som kallar säger ja eller nej.",
    ),
    "record_sip_meeting": Duty(
        "Dokumentera SIP-mötet",
        "Dokumentera",
        "record_sip_meeting",
        "routine",
        ROUTINE,
        "calendar",
        "Mötet är slut. Den som leder skriver vilka som deltog, och hur personen var med.",
    ),
    "lock_sip_version": Duty(
        "Skriv klart planen och lås den",
        "Skriv",
        "sip_document",
        "routine",
        ROUTINE,
        "calendar",
        "Det som bestämdes på mötet skrivs ner medan alla minns det, och låses så att enheterna kan justera.",
    ),
    "confirm_sip_version": Duty(
        "Justera planen",
        "Justera",
        "confirm_plan_version",
        "routine",
        ROUTINE,
        "calendar",
        "Er enhet har en insats i planen. Planen gäller när alla enheter med en insats har justerat den.",
    ),
    "share_sip_with_person": Duty(
        "Ge personen planen",
        "Lämna",
        "share_plan_with_person",
        "routine",
        ROUTINE,
        "calendar",
        "Planen är upprättad. Personen ska ha sitt eget exemplar.",
    ),
    "summon_sip_follow_up": Duty(
        "Kalla till uppföljning av SIP",
        "Kalla",
        "send_sip_summons",
        "routine",
        ROUTINE,
        "calendar",
        "Uppföljningen har en dag. Kallelsen behöver komma två veckor före för att alla ska kunna.",
    ),
    "follow_up_plan": Duty(
        "Följ upp SIP",
        "Följ upp",
        "follow_up_sip",
        "routine",
        ROUTINE,
        "calendar",
        "Dagen för uppföljning står i planen. Den som har det övergripande ansvaret följer upp den.",
    ),
}

# What is said instead of the sentence when the limit has passed.
LATE_SENTENCES: Final[dict[str, str]] = {"follow_up_plan": "Försenad uppföljning av SIP"}

NO_NOTICE_CLOCK: Final = (
    "Fast vårdkontakt i öppenvården kallar. Tiden på tre dagar börjar när patienten är utskrivningsklar; "
    "att kalla tidigare räknas."
)
CALLED_OFF: Final = (
    "Mötet som kallelsen gällde är inställt. Kalla på nytt. Om den första kallelsen ändå räknas avgör region och "
    "kommun tillsammans."
)
NO_CONSENT_IN_TIME: Final = (
    "Personens samtycke fanns inte när tiden gick ut, så kallelsen kan inte vara sen (LUS 4 kap. 2 §). "
    "Kalla nu."
)
# What a case says of its joint plan; the rest stands in the plan's own stream (docs/adr/0067).
OF_THE_CASE: Final = frozenset({"assess_sip_need", "offer_sip", "record_sip_consent", "send_sip_summons"})
