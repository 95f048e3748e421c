"""Valen i SIP: the closed lists that the acts of a joint plan choose from, with the words that people read."""

from __future__ import annotations

from typing import Final

# Who asked for a plan: the one it is for, somebody near, or one who works with them.
REQUESTED_BY: Final = {"person": "Personen själv", "relative": "Närstående", "staff": "Personal"}
OFFERED_HOW: Final = {"oral": "Muntligt", "written": "Skriftligt", "both": "Muntligt och skriftligt"}
GIVEN_BY: Final = {"self": "Personen själv", "guardian": "Vårdnadshavare", "representative": "Företrädare"}
ANSWERS: Final = {"comes": "Kommer", "cannot": "Kan inte", "sends_other": "Skickar någon annan"}
# What somebody without an account says; units say ``ANSWERS``.
PERSON_ANSWERS: Final = {"comes": "Ja, kommer", "maybe": "Kanske", "cannot": "Nej, kommer inte"}
UNIT_HOW: Final = {"physical": "På plats", "video": "Video", "phone": "Telefon", "absent": "Kom inte"}
PERSON_HOW: Final = {
    "physical": "På plats",
    "video": "Video",
    "phone": "Telefon",
    "representative": "Genom ombud",
    "beforehand": "Sa sitt i förväg",
    "absent": "Deltog inte",
}
# What whoever led the meeting may tell beside the attendance. ``none`` stands alone: asked, and nothing to tell.
PRESENT: Final = {"physician": "Läkare", "school": "Skola eller förskola", "none": "Ingen av dem"}
TARGET_GROUPS: Final = {
    "child": "Barn eller ung",
    "older": "Äldre",
    "mental_health": "Psykisk hälsa eller beroende",
    "disability": "Funktionsnedsättning",
    "other": "Annan",
}
OBSTACLES: Final = {
    "late_call": "Kallelsen kom sent",
    "somebody_missing": "Någon som behövdes kom inte",
    "unprepared": "Underlag fattades",
    "technology": "Tekniken",
    "unclear_duty": "Oklart vem som ansvarar",
    "other": "Annat",
    "none": "Inget hinder",
}
RESULTS: Final = {
    "reached": "Målen är nådda",
    "partly": "Delvis nådda",
    "not": "Inte nådda",
    "not_relevant": "Målen gäller inte längre",
}
# What a follow-up leads to (handbook sip §12).
OUTCOMES: Final = {
    "continue": "Planen fortsätter",
    "revise": "Planen skrivs om",
    "close": "Planen avslutas",
}
CLOSE_REASONS: Final = {
    "goals_reached": "Målen är uppnådda",
    "not_needed": "Samordning behövs inte längre",
    "consent_withdrawn": "Samtycket är återkallat",
    "moved": "Personen har flyttat",
    "deceased": "Personen har avlidit",
    "other_plan": "En annan plan ersätter",
    "other": "Annat",
}
# Whether the coordination helped, as the person and the units say at the end.
HELPED: Final = {"yes": "Ja", "partly": "Delvis", "no": "Nej", "not_asked": "Inte tillfrågad"}
