"""The guard: the handbook's own numbers, spellings without end, and prose that must be let through."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from deviations.rules.find_case_words import CaseWords
from deviations.rules.finding import KINDS
from deviations.rules.text_guard import screen, screen_reference

from .guard_texts import with_numbers, without_numbers

ANNA = CaseWords("Anna Maria", "Åberg", "194001019812", "Lövgatan 3")
TEXTS = 2000

# text, verdict, kinds
VECTORS = [
    ("19121212-1212", "block", "personnummer"),
    ("121212+1212", "block", "personnummer"),
    ("9006022397", "block", "personnummer"),
    ("19900602 2397", "block", "personnummer"),
    ("9006 02–23 97", "block", "personnummer"),
    ("１９９００６０２２３９７", "block", "personnummer"),
    ("701063-2391", "block", "samordningsnummer"),
    ("900602-2398", "warn", "number_shape"),
    ("070-174 06 35", "warn", "number_shape|phone"),
    ("2026-03-05", "ok", ""),
    ("K06.2", "ok", ""),
    ("AV-2026-000123", "ok", ""),
    ("559900-0006", "ok", ""),
    ("36 timmar", "ok", ""),
    ("kl. 12.00", "ok", ""),
]
MORE = [
    ("900602\u200b-\u00ad2397", "block", "personnummer"),
    ("1 9 9 0 0 6 0 2 - 2 3 9 7", "block", "personnummer"),
    ("900602\n2397", "block", "personnummer"),
    ("9\ufe0f\u20e30\ufe0f\u20e30602-2397", "block", "personnummer"),
    ("1990-06-02-2397 och 2026-03-05 12.00", "block", "personnummer"),
    ("2026-03-05 12.00, 2026-03-02–2026-03-05", "ok", ""),
    ("kl. 08.00-16.30", "ok", ""),
    ("19900602-A123", "block", "reservnummer"),
    ("19900602 A123", "block", "reservnummer"),
    ("20260305 rum4", "warn", "room"),
    ("SE2321000016-A12B", "ok", ""),
    ("mejla anna.berg@example.se", "block", "email"),
    ("ring +46 70 123 45", "warn", "phone"),
    ("Dr Ekman lovade", "warn", "staff_name"),
    ("Ring Anna Bergström", "warn", "name"),
    ("enligt A.B.", "warn", "initials"),
    ("född 3 mars 1940", "warn", "birth_date"),
    ("f. 400303", "warn", "birth_date"),
    ("1940-03-03", "warn", "birth_date"),
    ("Låg på sal 4", "warn", "room"),
    ("Storgatan 12 B", "warn", "address"),
    ("fick F20.0", "warn", "diagnosis"),
    ("plan 3 på avdelningen, Fast vårdkontakt saknas", "ok", ""),
    ("", "ok", ""),
]


@pytest.mark.parametrize(("text", "verdict", "kinds"), [*VECTORS, *MORE])
def test_a_text_is_judged(text: str, verdict: str, kinds: str) -> None:
    found = screen(text)
    assert (found.verdict, "|".join(found.kinds)) == (verdict, kinds)


def test_a_number_in_any_spelling_is_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    missed = [text for text in with_numbers(TEXTS) if screen(text).verdict != "block"]
    with capsys.disabled():
        print(f"\nguard: {len(missed)} missed of {TEXTS} texts with a number of a person")
    assert missed == []


def test_ordinary_prose_with_other_numbers_is_let_through(capsys: pytest.CaptureFixture[str]) -> None:
    texts = list(without_numbers(TEXTS))
    stopped = [text for text in texts if screen(text).verdict == "block"]
    asked = [text for text in texts if screen(text).verdict == "warn"]
    with capsys.disabled():
        print(f"\nguard: {len(stopped)} stopped and {len(asked)} asked about of {TEXTS} texts without")
    assert len(stopped) / TEXTS < 0.005


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Anna Åberg fick inget besked", "case_name"),
        ("Åberg, Anna", "case_name"),
        ("ANNA LINNEA ÅBERG", "case_name"),
        ("A\u030abergs dotter ringde", "case_name_part"),
        ("Maria var orolig", "case_name_part"),
        ("hem till Lövgatan 3", "case_address"),
        ("nr 19400101 98-12", "case_number"),
        ("Abergska huset", ""),
    ],
)
def test_the_cases_own_person_is_known(text: str, kinds: str) -> None:
    assert "|".join(screen(text, known=ANNA).kinds) == kinds


def test_a_local_number_without_check_digit_is_known_too() -> None:
    found = screen("se R-47 11/a", known=CaseWords(identifier="R4711A"))
    assert found.kinds == ("case_number",)


def test_the_place_is_that_of_the_typed_text() -> None:
    typed = "Å\u0308 bokad för 19610118\u200b-2803 till 16"
    (one,) = screen(typed).findings
    assert typed[one.start : one.end] == "19610118\u200b-2803"


def test_units_own_contacts_may_stand_there() -> None:
    text = "Nås på mottagning@nacka.example eller 08-718 80 00"
    assert screen(text).kinds == ("email", "phone")
    assert screen(text, allowed=frozenset({"mottagning@nacka.example", "087188000"})).verdict == "ok"


def test_a_reference_may_look_like_a_telephone_but_not_like_a_person() -> None:
    assert screen_reference("08-718 80 00").verdict == "ok"
    assert screen_reference("900602-2397").kinds == ("personnummer",)


def test_a_finding_never_holds_the_text() -> None:
    found = screen("Anna Åberg 900602-2397", known=ANNA)
    assert "Åberg" not in repr(found) + repr(ANNA)
    assert "2397" not in repr(found)
    assert {one.kind for one in found.findings} <= KINDS.keys()


def test_a_file_is_screened(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text('\ufeffid,text\n1,"Dr Ek,\n900602-2397"\n2,070-174 06 35\n3,\n', encoding="utf-8")
    call_command("screen_text", str(source), str(target))
    assert (
        target.read_text()
        == "id,verdict,kinds\n1,block,personnummer|staff_name\n2,warn,number_shape|phone\n3,ok,\n"
    )


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"id,text\n1,\xff\n", b""])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "in.csv"
    source.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("screen_text", str(source), str(tmp_path / "out.csv"))
