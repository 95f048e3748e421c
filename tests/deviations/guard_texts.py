"""Texts for the guard, made anew each time from one seed: with a number of a person in some spelling, and without."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from lus.persons.identifiers import compose_test_number

AROUND = (
    "Hemtjänsten för {} var bokad till 16.00.",
    "{} skickades hem utan besked.",
    "Ingen kallelse kom. Gäller {}.",
    "Kl. 14.30 ringde avdelningen om {}, datumet flyttades till 2026-03-05.",
    "Se pnr:{}",
    "Vi fick 3 meddelanden om({}) samma dag.",
    "Patienten\n{}\nvar inte färdig.",
)
SPACES = ("", " ", "\u00a0", "\u2009", "\u202f", "\t")
DASHES = ("-", "‐", "‑", "‒", "–", "—", "−", "﹣", "－", ".", "/", "_", " - ", "\u00ad", "\u200b", "+")

PROSE = (
    "Inskrivningsmeddelandet kom {hours} timmar efter bedömt behov, gränsen är 24 h.",
    "Beräknat datum {day} ändrades till {later} utan besked.",
    "Hemgång {day} kl. {clock}, hemtjänst bokad {clock}-{clock2}.",
    "Meddelandet skickades {day} {clock} och kvitterades {later} {clock2}.",
    "Perioden {day}–{later} saknades fast vårdkontakt i {number} dagar.",
    "Blodtryck {pressure}, puls {pulse}, vikt {weight},{number} kg, saturation {percent} %.",
    "Kreatinin {lab}, CRP {pulse}, Hb {lab}. Insulin {number}+{number}+{number} E.",
    "Avvikelse AV-2026-{serial:06d} gäller K0{digit}.{digit}, jämför AV-2026-{serial2:06d}.",
    "Läkemedel {weight} mg x {digit}, paket om {lab} st, vara {article}.",
    "Fyra av {percent} ärenden, {number},{digit} dagar i snitt mot {digit},{digit} förra halvåret.",
    "Organisationsnummer {organisation}, faktura {invoice}, referens {serial:06d}/{serial2:06d}.",
    "Avdelning {number} ringde {clock}, {clock2} och i dag. Ingen svarade.",
    "Ordinationen skrevs {day}; dosen {digit}+{digit}+{digit}+{digit} gäller till {later}.",
    "Nattpasset {clock}-{clock2} hade {digit} av {number} platser.",
    "Enligt rutin 4:{digit} § {digit} skulle kallelsen ha skickats inom {number} dagar.",
)


def with_numbers(count: int, seed: int = 1) -> Iterator[str]:
    """Yield texts that each hold one personnummer or samordningsnummer with a right check digit."""
    rng = Random(seed)
    for _ in range(count):
        born = date(1900, 1, 1) + timedelta(days=rng.randrange(46_000))
        number = compose_test_number(born, rng.randrange(1000), coordination=rng.random() < 0.3)
        yield rng.choice(AROUND).format(_spelled(number, rng))


def _spelled(number: str, rng: Random) -> str:
    digits = number if rng.random() < 0.5 else number[2:]
    typed = digits[:-4] + rng.choice((*SPACES, *DASHES)) + digits[-4:]
    for _ in range(rng.choice((0, 0, 0, 1, 2, 4))):
        place = rng.randrange(1, len(typed))
        typed = typed[:place] + rng.choice((*SPACES, *DASHES[:8])) + typed[place:]
    return typed.translate(rng.choice(SCRIPTS))


def _script(zero: str) -> dict[int, int]:
    return {ord("0") + digit: ord(zero) + digit for digit in range(10)}


SCRIPTS: tuple[dict[int, int], ...] = ({}, {}, {}, _script("０"), _script("𝟎"), _script("٠"))


def without_numbers(count: int, seed: int = 2) -> Iterator[str]:
    """Yield ordinary prose of the wards with other numbers in it: days, clocks, doses, invoices, case numbers."""
    rng = Random(seed)
    for _ in range(count):
        chosen = rng.sample(PROSE, rng.choice((1, 2, 3)))
        yield " ".join(sentence.format(**_values(rng)) for sentence in chosen)


def _values(rng: Random) -> dict[str, object]:
    day = date(2026, 1, 1) + timedelta(days=rng.randrange(300))
    hour, minute = rng.randrange(24), rng.randrange(60)
    return {
        "hours": rng.randrange(25, 90),
        "day": day.isoformat(),
        "later": (day + timedelta(days=rng.randrange(1, 20))).isoformat(),
        "clock": f"{hour:02d}.{minute:02d}",
        "clock2": f"{(hour + 1) % 24:02d}.{minute:02d}",
        "number": rng.randrange(2, 40),
        "digit": rng.randrange(1, 8),
        "pressure": f"{rng.randrange(90, 190)}/{rng.randrange(50, 100)}",
        "pulse": rng.randrange(45, 140),
        "weight": rng.randrange(40, 120),
        "percent": rng.randrange(10, 100),
        "lab": rng.randrange(50, 300),
        "serial": rng.randrange(1, 5000),
        "serial2": rng.randrange(1, 5000),
        "article": rng.randrange(100_000, 999_999),
        "invoice": rng.randrange(10_000_000, 99_999_999),
        "organisation": f"{rng.choice((16, 55, 21))}{rng.randrange(2000, 9999)}-{rng.randrange(10_000):04d}",
    }
