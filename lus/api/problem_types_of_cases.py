"""Problem i ärendet: what the rules and acts refuse, by the codes that they use."""

from .problem_type import ProblemType
from .problem_types_of_chain import CHAIN_PROBLEMS
from .problem_types_of_sip import SIP_PROBLEMS

CASE_PROBLEMS: dict[str, ProblemType] = {
    # the case
    "stage-not-allowed": ProblemType(
        409,
        "Åtgärden passar inte ärendets läge",
        "Ärendet har ett annat läge än handlingen kräver.",
        "Välj någon av handlingarna i allowed_acts.",
    ),
    "already-done": ProblemType(
        409, "Redan gjort", "Någon har redan gjort detta.", "Ingenting behöver göras."
    ),
    "closed-case": ProblemType(
        409,
        "Ärendet är avslutat",
        "Ett avslutat ärende ändras inte.",
        "Ett nytt vårdtillfälle blir ett nytt ärende.",
    ),
    "not-owner": ProblemType(
        409,
        "Bara avdelningen kan göra detta",
        "Det är avdelningen som äger ärendet som gör detta.",
        "Kontakta avdelningen.",
    ),
    "not-recipient": ProblemType(
        409,
        "Ni är inte mottagare",
        "Er enhet är inte mottagare i ärendet.",
        "Be avdelningen lägga till er enhet.",
    ),
    "not-outpatient": ProblemType(
        409,
        "Bara öppenvården kan göra detta",
        "Handlingen är regionens öppenvårds uppgift.",
        "Kontakta vårdcentralen.",
    ),
    "not-municipality": ProblemType(
        409,
        "Bara kommunen kan göra detta",
        "Handlingen är kommunens och avdelningens uppgift.",
        "Kontakta kommunen.",
    ),
    "not-on-call": ProblemType(
        409,
        "Ingen jour att fråga nu",
        "Jourfunktionen svarar inte för någon kommun i ärendet just nu.",
        "Se Jourlistan för vem som nås när.",
    ),
    "outside-mandate": ProblemType(
        409,
        "Utanför jourens mandat",
        "Jourfunktionen har inte mandat för det beslutet.",
        "Välj wait, eller ring mottagningen när den öppnar.",
    ),
    "no-admission-notice": ProblemType(
        409,
        "Inskrivningsmeddelande saknas",
        "Ingen enhet är berörd förrän inskrivningsmeddelandet är skickat.",
        "Skicka inskrivningsmeddelandet först.",
    ),
    "too-late": ProblemType(
        409, "För sent", "Handlingen går bara att göra samma dag.", "Registrera det som gäller nu i stället."
    ),
    "not-field-owner": ProblemType(
        409,
        "Frågan ägs av en annan enhet",
        "En fråga i underlaget besvaras av den enhet som äger den.",
        "Be enheten svara, eller flytta frågan.",
    ),
    "field-changed": ProblemType(
        409,
        "Någon annan har svarat",
        "Frågan fick ett svar efter den version som ni såg. Andra frågor hindras inte.",
        "Läs det nya svaret och svara igen om det behövs.",
    ),
    "track-kept": ProblemType(
        409,
        "Spåret sänks inte",
        "Rutinen låter inte senare svar sänka det fastställda spåret.",
        "Låt spåret stå.",
    ),
    **SIP_PROBLEMS,
    "primary-care-required": ProblemType(
        409,
        "En vårdcentral eller annan öppenvård måste vara med",
        "Kommunal hälso- och sjukvård väntas, och då ska regionens öppenvård underrättas (LUS 2 kap. 1 §).",
        "Lägg till en vårdcentral bland mottagarna.",
    ),
    "case-exists": ProblemType(
        409,
        "Det finns redan ett pågående ärende",
        "En patient har ett öppet ärende i taget på en avdelning.",
        "Gå till ärendet från Tavlan.",
    ),
    "stale-version": ProblemType(
        412,
        "Uppgifterna har ändrats",
        "Någon annan hann före: det ni såg gäller inte längre.",
        "Läs ändringen och gör om handlingen om den fortfarande behövs.",
    ),
    "agreement-incomplete": ProblemType(
        409,
        "Ofullständig: kan inte aktiveras",
        "Överenskommelsen saknar villkor som behövs.",
        "Fyll i det som saknas.",
    ),
    "two-principals-needed": ProblemType(
        403,
        "Två huvudmän behövs",
        "En överenskommelse aktiveras av två personer, en från varje huvudman.",
        "Låt en person från den andra huvudmannen godkänna.",
    ),
    "refused": ProblemType(
        409, "Åtgärden gick inte att göra", "Handlingen stoppades av en regel.", "Läs detail."
    ),
    # what was written
    "statutory-fields-only": ProblemType(
        400,
        "Meddelandet får bara ha lagens fyra uppgifter",
        "Ett inskrivningsmeddelande har uppgifterna i LUS 2 kap. 2 § och mottagare, inget annat.",
        "Ta bort det som errors pekar på.",
    ),
    "no-recipient": ProblemType(
        422, "Mottagare saknas", "Meddelandet behöver minst en mottagare.", "Välj en mottagare."
    ),
    "wrong-role": ProblemType(
        422,
        "Enheten kan inte ha den rollen",
        "Enheten kan inte få meddelanden i den rollen.",
        "Välj en enhet i kommunen eller i öppenvården, i dess egen roll.",
    ),
    "not-sender": ProblemType(
        409,
        "Bara avsändaren kan göra detta",
        "Meddelandet skickades av en annan enhet.",
        "Svara på meddelandet i stället.",
    ),
    "not-in-case": ProblemType(
        422,
        "Mottagaren är inte med i ärendet",
        "En mottagare är inte med i ärendet, eller är den egna enheten.",
        "Välj bland ärendets andra enheter.",
    ),
    "legal-ground-missing": ProblemType(
        422,
        "Rättsligt stöd saknas",
        "Inget samtycke, ingen menprövning och ingen bestämmelse är dokumenterad.",
        "Dokumentera samtycke eller menprövning först.",
    ),
    "attachment-empty": ProblemType(
        422,
        "Bilagan stoppades",
        "Filen är tom.",
        "Välj en fil med innehåll.",
    ),
    "attachment-too-large": ProblemType(
        422,
        "Bilagan stoppades",
        "Filen är större än vad som tas emot.",
        "Dela upp filen.",
    ),
    "attachment-type-not-allowed": ProblemType(
        422,
        "Bilagan stoppades",
        "Filens innehåll är av en typ som inte tas emot.",
        "Välj en PDF, en PNG- eller JPEG-bild eller en textfil.",
    ),
    "attachment-type-mismatch": ProblemType(
        422,
        "Bilagan stoppades",
        "Filen säger sig vara något annat än den är.",
        "Spara filen på nytt i rätt format.",
    ),
    "unknown-unit": ProblemType(
        422, "Enheten finns inte", "En av enheterna finns inte eller har lagts ned.", "Välj en annan enhet."
    ),
    "time-not-possible": ProblemType(
        422,
        "Tiden stämmer inte",
        "Tiden kan inte stämma med det som redan är registrerat.",
        "Kontrollera dag och klockslag.",
    ),
    "time-in-future": ProblemType(
        422, "Tiden stämmer inte", "Tiden ligger framåt.", "Ange när det hände, eller låt fältet vara nu."
    ),
    "before-admission": ProblemType(
        422, "Tiden stämmer inte", "Tiden ligger före inskrivningen.", "Kontrollera dag och klockslag."
    ),
    "before-notice": ProblemType(
        422, "Tiden stämmer inte", "Tiden ligger före meddelandet.", "Kontrollera dag och klockslag."
    ),
    "expected-discharge-past": ProblemType(
        422,
        "Dagen har redan varit",
        "Beräknad utskrivning är en dag som redan har varit.",
        "Välj i dag eller en senare dag.",
    ),
    "same-date": ProblemType(
        422, "Samma datum", "Beräknad utskrivning är redan det datumet.", "Välj ett annat datum."
    ),
    "late-reason-missing": ProblemType(
        422,
        "Skäl till efterregistrering saknas",
        "Tiden ligger mer än 15 minuter bakåt.",
        "Skriv varför det registreras i efterhand.",
    ),
    "physician-missing": ProblemType(
        422,
        "Läkare saknas",
        "Bedömningen görs av behandlande läkare, som behöver anges.",
        "Skriv läkarens namn.",
    ),
    "legal-basis-missing": ProblemType(
        422,
        "Rättsligt stöd saknas",
        "Underrättelsen behöver ett rättsligt stöd (LUS 3 kap. 1 §).",
        "Välj samtycke, menprövning eller annan bestämmelse.",
    ),
    "cutoff-passed": ProblemType(
        422,
        "Följden har ändrats",
        "Klockan tolv passerades innan underrättelsen skickades.",
        "Läs den nya följden och skicka igen.",
    ),
    "person-exists": ProblemType(
        422, "Personen finns redan", "Numret finns redan i registret.", "Sök fram personen i stället."
    ),
    "identifier-invalid": ProblemType(
        422,
        "Numret stämmer inte",
        "Numret går inte att läsa som personnummer, samordningsnummer eller reservnummer.",
        "Läs av numret igen.",
    ),
    **CHAIN_PROBLEMS,
}
