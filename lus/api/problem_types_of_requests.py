"""Problem med begäran: what is wrong with the request, the one who asks, or the service."""

from .problem_type import ProblemType

REQUEST_PROBLEMS: dict[str, ProblemType] = {
    # the request itself
    "malformed": ProblemType(
        400, "Begäran går inte att läsa", "Innehållet är inte giltig JSON.", "Skicka ett JSON-objekt i UTF-8."
    ),
    "validation": ProblemType(
        400,
        "En uppgift behöver rättas",
        "Minst en uppgift har fel form eller saknas.",
        "Rätta det som errors pekar på och skicka igen.",
    ),
    "unknown-field": ProblemType(
        400,
        "Okänd uppgift",
        "Begäran innehåller en uppgift som inte finns.",
        "Ta bort det som errors pekar på.",
    ),
    "unknown-parameter": ProblemType(
        400,
        "Okänd parameter",
        "Adressen innehåller en parameter som inte finns, eller samma parameter två gånger.",
        "Läs vilka parametrar adressen tar emot.",
    ),
    "cursor-invalid": ProblemType(
        400,
        "Markören gäller inte",
        "Markören är ändrad eller hör till en annan lista.",
        "Börja om utan markör.",
    ),
    "idempotency-key-missing": ProblemType(
        400,
        "Idempotency-Key saknas",
        "Varje handling behöver en nyckel, så att den görs en gång även om den skickas flera.",
        "Skicka huvudet Idempotency-Key med 8–255 synliga tecken.",
    ),
    "idempotency-key-reused": ProblemType(
        422,
        "Nyckeln är redan använd",
        "Samma nyckel kom redan med en annan uppgift.",
        "Välj en ny nyckel för en ny handling.",
    ),
    "if-match-required": ProblemType(
        428,
        "If-Match saknas",
        "Handlingen ändrar något som ni har sett, och behöver ärendets version.",
        "Hämta ärendet och skicka dess ETag som If-Match.",
    ),
    "too-large": ProblemType(
        413, "Begäran är för stor", "Begäran är större än vad som tas emot.", "Skicka mindre."
    ),
    "media-type": ProblemType(
        415, "Fel format", "Bara application/json tas emot.", "Skicka Content-Type: application/json."
    ),
    "not-acceptable": ProblemType(
        406, "Formatet finns inte", "Svar ges bara som application/json.", "Skicka Accept: application/json."
    ),
    "method-not-allowed": ProblemType(
        405,
        "Metoden finns inte här",
        "Inget tas bort eller skrivs över. Ändringar görs som handlingar.",
        "Se vilka metoder som Allow räknar upp.",
    ),
    "rate-limited": ProblemType(
        429,
        "För många förfrågningar",
        "Gränsen för hur ofta ni får fråga är nådd.",
        "Vänta så länge som Retry-After säger.",
    ),
    # who asks
    "token-missing": ProblemType(
        401,
        "Ni behöver logga in",
        "Begäran saknar inloggning.",
        "Logga in, eller skicka Authorization: Bearer med en giltig nyckel.",
    ),
    "token-invalid": ProblemType(
        401, "Nyckeln gäller inte", "Nyckeln finns inte eller är återkallad.", "Skapa en ny nyckel."
    ),
    "token-expired": ProblemType(
        401,
        "Nyckeln har gått ut",
        "Nyckelns eller uppdragets giltighet har upphört.",
        "Skapa en ny nyckel för ett uppdrag som gäller.",
    ),
    "assignment-missing": ProblemType(
        403, "Välj uppdrag först", "Ni är inloggade men har inte valt uppdrag.", "Välj uppdrag i webbläsaren."
    ),
    "csrf-failed": ProblemType(
        403,
        "Skyddet mot förfalskade formulär stoppade begäran",
        "Begäran saknar giltig CSRF-nyckel.",
        "Ladda om sidan och försök igen.",
    ),
    "unit-not-permitted": ProblemType(
        403,
        "Ert uppdrag får inte göra detta",
        "Uppdragets roll saknar behörigheten som needed anger.",
        "Byt uppdrag, eller be någon med rätt roll.",
    ),
    "not-found": ProblemType(
        404, "Finns inte", "Det finns inget här som ert uppdrag får se.", "Gå till Min tur eller Tavlan."
    ),
    # the service
    "busy": ProblemType(
        503,
        "Tjänsten är upptagen",
        "Databasen svarar inte just nu. Inget har sparats.",
        "Försök igen om en stund.",
    ),
    "internal": ProblemType(
        500,
        "Något gick fel hos oss",
        "Felet är loggat. Inget av det ni skickade har sparats.",
        "Försök igen, och hör av er om det upprepas.",
    ),
}
