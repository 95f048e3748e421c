"""Plikterna i ord: what each duty is called in *Att göra*, its button, its basis and why it exists.

Basis ``routine`` has no source in law or agreement and is shown as *Intern rutin*.
"""

from __future__ import annotations

from typing import Final

from .duties_of_chain import CHAIN_DUTIES
from .duties_of_deviations import DUTIES_OF_DEVIATIONS
from .duties_of_home_ready import DUTIES_OF_HOME_READY
from .duties_of_leaving import LEAVING_DUTIES
from .duties_of_on_call import DUTIES_OF_ON_CALL
from .duties_of_planning import DUTIES_OF_PLANNING
from .duties_of_sip import DUTIES_OF_SIP
from .duties_on_paper import DUTIES_ON_PAPER
from .duty import ROUTINE, Basis, Clock, Duty

__all__ = ["BY_DUTY", "DUTIES", "ROUTINE", "WHY_NOT", "Basis", "Clock", "Duty"]

DUTIES: Final[dict[str, Duty]] = {
    "send_admission_notice": Duty(
        "Skicka inskrivningsmeddelande",
        "Skicka",
        "send_admission_notice",
        "law",
        "LUS 2 kap. 3 §",
        "elapsed",
        "Inskrivningsmeddelandet ska skickas inom 24 timmar från inskrivningen. Tiden löper även på natten.",
    ),
    "choose_new_recipient": Duty(
        "Ny mottagare behövs – {unit} är fel",
        "Välj mottagare",
        "redirect_notice",
        "law",
        "LUS 2 kap. 3 §",
        "elapsed",
        "Mottagaren har svarat att ni valt fel enhet. Tidsfristen räknas fortfarande från samma start som "
        "det första meddelandet.",
    ),
    "no_municipality_in_case": Duty(
        "Ingen kommun i ärendet",
        "Lägg till enhet",
        "add_concerned_unit",
        "law",
        "LUS 2 kap. 1 §",
        "none",
        "Alla kommunala enheter har avvisat ärendet, men patienten bedöms kunna behöva kommunens insatser. "
        "Rätt kommun behöver få meddelandet.",
    ),
    "no_outpatient_in_case": Duty(
        "Ingen öppenvård i ärendet",
        "Lägg till enhet",
        "add_concerned_unit",
        "law",
        "LUS 2 kap. 1 §",
        "none",
        "Kommunal hälso- och sjukvård kan behövas, men ingen öppenvård är kvar i ärendet. Vårdcentralen "
        "eller annan öppenvård behöver få meddelandet.",
    ),
    "name_care_contact": Duty(
        "Utse fast vårdkontakt",
        "Utse",
        "name_care_contact",
        "law",
        "LUS 2 kap. 5 §",
        "calendar",
        "Öppenvården ska utse fast vårdkontakt innan patienten skrivs ut. Lagen anger ingen annan tid.",
    ),
    "acknowledge": Duty(
        "Kvittera {message}",
        "Kvittera",
        "acknowledge",
        "routine",
        ROUTINE,
        "elapsed",
        "Kvittera betyder att enheten har läst, inget annat. Lagen har ingen tidsgräns för kvittens; tiden "
        "är en intern rutin och hindrar ingen.",
    ),
    "acknowledge_message": Duty(
        "Kvittera {message}",
        "Kvittera",
        "acknowledge",
        "routine",
        ROUTINE,
        "elapsed",
        "Avsändaren vill veta att ni har läst. Tiden är en intern rutin och hindrar ingen.",
    ),
    "read_message": Duty(
        "Läs {message}",
        "Läs",
        "read_messages",
        "routine",
        ROUTINE,
        "none",
        "En annan enhet i ärendet har skrivit till er. Avsändaren har inte bett om kvittens.",
    ),
    "start_planning": Duty(
        "Starta planeringen",
        "Starta",
        "start_planning",
        "law",
        "LUS 2 kap. 6 §",
        "none",
        "Enheten ska börja planera när den har fått inskrivningsmeddelandet. Lagen anger inget antal timmar. "
        "Ingen regional tidsgräns registrerad.",
    ),
    "report_ready_to_receive": Duty(
        "Meddela klar att ta emot",
        "Klar",
        "report_ready_to_receive",
        "routine",
        ROUTINE,
        "calendar",
        "Avdelningen behöver veta vad som är på plats före beräknad utskrivning. Lagen har ingen tidsgräns; "
        "tiden är en intern rutin.",
    ),
    **DUTIES_OF_SIP,
    "state_outpatient_readiness": Duty(
        "Ange om öppenvårdens insatser är klara",
        "Ange",
        "state_outpatient_readiness",
        "routine",
        ROUTINE,
        "none",
        "Kommunen betalar inte så länge öppenvårdens insatser inte finns eller det är oklart om de gör det "
        "(LUS 5 kap. 5 §). Det är ett villkor, ingen plikt: att lämna beskedet här är en intern rutin.",
    ),
    **LEAVING_DUTIES,
    **DUTIES_OF_HOME_READY,
    "payment_day_begins": Duty(
        "Första möjliga betalningsdag",
        "",
        "",
        "agreement",
        "LUS 5 kap. 4 § eller överenskommelse",
        "calendar",
        "Från denna dag kan kommunens betalningsansvar räknas, om lagens villkor är uppfyllda.",
    ),
    "case_closes": Duty(
        "Ärendet avslutas",
        "",
        "",
        "routine",
        ROUTINE,
        "calendar",
        "Tre dagar efter utskrivningen lämnar ärendet listorna, men inte före ett planerat uppföljningssamtal. "
        "Det går att läsa även sedan.",
    ),
    **DUTIES_OF_PLANNING,
    **CHAIN_DUTIES,
    **DUTIES_OF_ON_CALL,
    **DUTIES_ON_PAPER,
    **DUTIES_OF_DEVIATIONS,
}

NEED_CLOCK: Final = (
    "Inskrivningsmeddelandet ska skickas inom 24 timmar. Tiden räknas från bedömningen att behov kan finnas, "
    "eftersom den gjordes efter inskrivningen."
)
EXPECTED_HOME: Final = (
    "Öppenvården ska utse fast vårdkontakt innan patienten skrivs ut. Beräknad utskrivning är {day}."
)
NAMED_TOO_LATE: Final = (
    "Fast vårdkontakt skulle ha utsetts före utskrivningen. Ingen var utsedd när patienten skrevs ut."
)

# The obligations of the law page (OB-01 …) and the duties that stand for them here.
BY_DUTY: Final[dict[str, tuple[str, ...]]] = {
    "OB-01": (
        "send_admission_notice",
        "choose_new_recipient",
        "no_municipality_in_case",
        "tell_home_municipality",
    ),
    "OB-02": ("no_outpatient_in_case",),
    "OB-05": ("name_care_contact",),
    "OB-06": (
        "start_planning",
        "report_ready_to_receive",
        "fill_planning_basis",
        "chase_planning_answers",
    ),
    "OB-08": ("send_handover", "complete_handover"),
    "OB-09": ("give_patient_summary",),
    "OB-10": ("assess_sip_need",),
    "OB-11": ("record_sip_consent",),
    "OB-12": ("send_sip_summons",),
    "OB-13": ("record_care_plan_instead",),
    "OB-15": ("acknowledge", "acknowledge_message", "read_message"),
}
WHY_NOT: Final[dict[str, str]] = {
    "OB-03": "A closed field list, refused at the door: recipients.check_notice_fields.",
    "OB-04": "Nobody but the ward knows that its forecast has changed; the message goes out with the act.",
    "OB-07": "The trigger is a physician's assessment, which nothing shows before the notice itself.",
    "OB-14": "A withdrawal is told at once by the act that makes it; no state shows that one is owed.",
}
