"""Problem i SIP: what the steps towards a joint plan refuse."""

from .problem_type import ProblemType
from .problem_types_of_sip_end import SIP_END_PROBLEMS

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
    "consent-split": ProblemType(
        409,
        "Vårdnadshavarna är oense",
        "Den ena vårdnadshavaren har sagt ja och den andra nej.",
        "Prata med chefen och, vid behov, socialnämndens familjerätt.",
    ),
    "consent-period": ProblemType(
        422,
        "Samtyckets tid",
        "Ett samtycke har en sista dag, inom 24 månader.",
        "Ange till och med-datum inom 24 månader.",
    ),
    "guardian-consent-missing": ProblemType(
        422,
        "Vårdnadshavare samtycker",
        "Ett barns vårdnadshavare samtycker, inte barnet.",
        "Ange vilken vårdnadshavare som har svarat.",
    ),
    "coordination-only": ProblemType(
        409,
        "Bara samordningsmöte",
        "Menprövningen räcker till ett samordningsmöte, inte till en SIP (LUS 4 kap. 2 §).",
        "Dokumentera samtycket om personen kan ta ställning.",
    ),
    "harm-test-not-needed": ProblemType(
        409,
        "Ingen menprövning behövs",
        "Personen har tagit ställning, med ja eller nej.",
        "Följ personens svar.",
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
    "sip-host-unknown": ProblemType(
        422,
        "Okänd videotjänst",
        "Länken går till en tjänst som inte står på huvudmannens lista.",
        "Kontrollera länken, och skicka host_confirmed: true.",
    ),
    "no-phone-to-turn-to": ProblemType(
        409,
        "Mötet kan inte tas på telefon",
        "Mötet är inte digitalt, eller har inget telefonnummer.",
        "Läs meeting i planen. Ring den som kallar.",
    ),
    "no-substitute-proposed": ProblemType(
        409,
        "Ingen ersättare väntar",
        "Ingen kallad enhet har föreslagit en annan enhet i sitt ställe.",
        "Läs meeting.participants: awaits_yes säger vem som väntar på svar.",
    ),
    "sip-substitute-not-in-case": ProblemType(
        422,
        "Enheten är inte med",
        "Den föreslagna enheten är inte med i ärendet.",
        "Be avdelningen lägga till enheten, och godkänn sedan.",
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
    "no-poll-open": ProblemType(
        409,
        "Inget förslag väntar",
        "Inga mötestider är föreslagna, eller en är redan vald.",
        "Läs sip.poll i ärendet eller planen.",
    ),
    "no-meeting-ahead": ProblemType(
        409,
        "Inget möte väntar",
        "Mötet är hållet, inställt eller har börjat.",
        "Läs sip.meeting i planen.",
    ),
    "sip-code-protected": ProblemType(
        422,
        "Skyddade personuppgifter",
        "Ingen kod lämnas ut om en person med skyddade personuppgifter utan ett skäl.",
        "Skriv skälet i protected_reason.",
    ),
    "sip-unit-closed": ProblemType(
        409,
        "Enheten är stängd",
        "En enhet som kallas tar inte emot längre.",
        "Kalla inte den, och lägg till den som har tagit över.",
    ),
    "sip-meeting-way-in": ProblemType(
        422,
        "Vägen in i mötet fattas",
        "Ett digitalt möte behöver länk, och telefon eller skäl till att den saknas.",
        "Ange länk och telefonnummer.",
    ),
    "sip-link-not-safe": ProblemType(
        422,
        "Länken går inte att använda",
        "Möteslänken är ingen https-adress.",
        "Kopiera länken på nytt från mötesverktyget.",
    ),
    "sip-link-personal": ProblemType(
        422,
        "Personuppgift i länken",
        "Möteslänken innehåller namn, nummer eller adress.",
        "Skapa ett möte utan personuppgifter i länken.",
    ),
    "sip-not-leading": ProblemType(
        403,
        "Den som leder planen gör detta",
        "Enheten som påbörjade planen, eller regionens öppenvård, kallar och leder.",
        "Kontakta den som leder.",
    ),
    "sip-not-party": ProblemType(
        409,
        "Er enhet är inte längre med",
        "Er enhet är borttagen ur planen.",
        "Be den som leder planen lägga till er igen.",
    ),
    "goal-in-use": ProblemType(
        409,
        "Målet har insatser",
        "En insats hör till målet.",
        "Flytta eller ta bort insatserna först.",
    ),
    "plan-row-invalid": ProblemType(
        422,
        "Raden kan inte sparas",
        "Ett fält i raden är fel eller för långt.",
        "Rätta fältet som anges.",
    ),
    "section-not-yours": ProblemType(
        403,
        "Delen skrivs av en annan enhet",
        "Er enhet skriver inte i den delen av planen.",
        "Skicka ett meddelande till den som leder.",
    ),
    "row-changed": ProblemType(
        409,
        "Raden har ändrats",
        "Någon annan har sparat raden. Båda texterna finns i svaret.",
        "Läs båda och spara den som ska gälla.",
    ),
    "nothing-to-confirm": ProblemType(
        409,
        "Inget att justera",
        "Ingen version väntar på er justering.",
        "Vänta tills planen är låst.",
    ),
    "no-measure-here": ProblemType(
        409,
        "Ni har ingen insats i planen",
        "Bara enheter med en insats justerar.",
        "Läs planen. Hör en insats till er: be den som leder lägga till den.",
    ),
    "plan-changed": ProblemType(
        409,
        "Planen har ändrats",
        "Planen ändrades efter den version som ni såg.",
        "Läs skillnaden och svara på den nya versionen.",
    ),
    "not-yet-with-gaps": ProblemType(
        409,
        "Planen kan inte upprättas än",
        "Enheter har tid kvar att justera, eller kravet är ett annat.",
        "Vänta, eller låt alla justera.",
    ),
    "results-missing": ProblemType(
        422,
        "Uppföljningen är inte hel",
        "Ett mål saknar resultat.",
        "Ange hur det gick med varje mål.",
    ),
    "plan-not-ready": ProblemType(
        409,
        "Planen är inte klar att låsa",
        "Uppgifter som lagen eller rutinen kräver fattas. De står i missing, med lagrum.",
        "Fyll i det som fattas, och lås sedan.",
    ),
    "nothing-to-lock": ProblemType(
        409,
        "Inget nytt att låsa",
        "Den låsta versionen har samma innehåll.",
        "Ändra i planen först.",
    ),
    "nothing-in-force": ProblemType(
        409,
        "Ingen plan gäller än",
        "Ingen version av planens innehåll är upprättad.",
        "Lås en version och låt enheterna justera.",
    ),
    "nothing-to-print": ProblemType(
        409,
        "Inget att skriva ut än",
        "Ingen version av planen är låst.",
        "Lås en version först.",
    ),
    "plan-written-here": ProblemType(
        409,
        "Planen skrivs här",
        "En version av planen är låst och väntar på enheternas justering.",
        "Låt enheterna justera den.",
    ),
    **SIP_END_PROBLEMS,
}
