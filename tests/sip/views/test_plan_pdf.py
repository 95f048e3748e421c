"""The plan on paper: the person's order and size, versions, protection, tags; the staff's with all sections."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from sip.rules.document.facts import DocumentFacts, Version
from sip.rules.document.hide_contact import HIDDEN, hide_contact
from sip.views.person_headings import HEADINGS
from sip.views.person_print import person_print
from sip.views.plan_pdf import person_pdf, staff_pdf
from sip.views.print_about import PrintAbout
from sip.views.staff_print import staff_print
from tests.sip.rules.document.plan_story import ADULT, NACKA, VC, PlanStory

PAPER = PrintAbout(
    reference="P4K7N",
    name="Gun Åberg",
    made_at=datetime(2026, 3, 6, 9, tzinfo=UTC),
    units={VC: "Vårdcentralen Solen", NACKA: "Nacka hemtjänst"},
    phones={NACKA: "08-111 11 11"},
)
PROTECTED = replace(PAPER, is_protected=True, hidden=("Björkstigen 4",))


def told() -> PlanStory:
    """A plan with something in every section of the person's print."""
    story = PlanStory().written(
        i1={"who": "Eva Nord", "start_on": "2026-03-09", "due_on": "2026-05-01", "how": "Hemma. #panic()"},
        fol={"summoner": "Eva Nord"},
        res={"coordinator": "Mona Lind", "overall_unit": NACKA},
    )
    story.save("ww", "works_well", {"words": "Maten."}).save("cs", "can_self", {"words": "Klä mig."})
    story.save("ct", "contact", {"kind": "care_contact", "name": "Eva Nord", "phone": "08-333 33 33"})
    story.save("cr", "crisis", {"signs": "Sover inte. Ring 0701234567 på Björkstigen 4.", "call_day": "1177"})
    story.save("pn", "person_notes", {"contact_ways": "Anknytning 4521"})
    return story


def locked(story: PlanStory) -> tuple[DocumentFacts, Version]:
    facts = story.facts()
    assert facts.locked is not None
    return facts, facts.locked


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def everything(words: Any) -> str:
    if isinstance(words, dict):
        return " ".join(everything(one) for one in words.values())
    return " ".join(everything(one) for one in words) if isinstance(words, list) else str(words)


class TestThePersonsPrint:
    def test_the_order_is_the_persons(self) -> None:
        words = person_print(*locked(told().established()), PAPER)
        assert [one["heading"] for one in words["parts"]] == [
            "Vad är viktigt för dig?",
            "Vem gör vad och när?",
            "Vem ringer jag?",
            "Nästa möte",
            "Mina mål",
            "Om det blir svårt",
        ]
        assert words["size"] == 14

    def test_it_says_who_does_what_when_and_whom_to_call(self) -> None:
        text = text_of(person_pdf(*locked(told().established()), PAPER))
        for words in (
            "Min plan Gun Åberg",
            "Att få bo hemma.",
            "Vem: Eva Nord, Vårdcentralen Solen",
            "När: Börjar 9 mars 2026. Klart senast 1 maj 2026.",
            "#panic()",
            "Nacka hemtjänst har ansvar för hela planen.",
            "Mona Lind Samordnare Telefon: 08-111 11 11",
            "Telefon: 08-333 33 33",
            "Vi följer upp planen 15 april 2026.",
            "Eva Nord kallar dig till mötet.",
            "Ring på dagen: 1177",
            "Version 1 · låst 5 mars 2026 · utskrift 6 mars 2026",
        ):
            assert words in text
        assert re.search(r"Sida 1 \(\d\)", text)

    def test_nothing_of_the_staff_stands_in_it(self) -> None:
        text = everything(person_print(*locked(told().established()), PAPER))
        for words in ("Gun flyttar hem.", "Svårt att duscha.", "Anknytning", "Justerad", "På plats"):
            assert words not in text
        assert not {VC, NACKA} & set(text.split())

    def test_the_number_stands_there_only_when_the_person_wants_it(self) -> None:
        facts, version = locked(told().established())
        wanted = replace(PAPER, identifier="19400101-1234")
        assert "19400101-1234" in person_print(facts, version, wanted)["about"]
        assert person_print(facts, version, PAPER)["about"] == ["Gun Åberg"]

    def test_a_person_who_said_nothing_is_told_so_kindly(self) -> None:
        story = told().save("imp", "important", {"not_said": "Frågade två gånger, hemma."}).established()
        (first, *_rest) = person_print(*locked(story), PAPER)["parts"]
        assert first["lead"] == ["Du ville inte svara när vi frågade. Du kan berätta senare."]

    def test_a_measure_that_was_stopped_is_gone_and_one_that_is_done_says_so(self) -> None:
        story = told().established().tell("sip_intervention_updated", row_id="i1", status="done")
        story.tell("sip_intervention_updated", row_id="i2", status="stopped")
        measures = person_print(*locked(story), PAPER)["parts"][1]["cards"]
        assert [one["title"] for one in measures] == ["Träna."]
        assert {"label": "När", "text": "Klar."} in measures[0]["facts"]

    def test_sub_goals_stand_under_their_goal_and_none_is_lost(self) -> None:
        story = told().save("g2", "goal", {"words": "Gå ut."})
        story.save("g3", "goal", {"words": "Kliva i badkaret.", "part_of": "g1"})
        story.save("g4", "goal", {"words": "Ett steg.", "part_of": "g3"})
        goals = person_print(*locked(story.lock()), PAPER)["parts"][4]["cards"]
        assert [one["title"] for one in goals] == [
            "Duscha själv.",
            "Kliva i badkaret.",
            "Gå ut.",
            "Ett steg.",
        ]

    def test_without_a_named_contact_it_says_how_to_reach_those_who_do_something(self) -> None:
        found = person_print(*locked(PlanStory().written().established()), PAPER)["parts"]
        (call,) = [one for one in found if one["heading"] == "Vem ringer jag?"]
        (unit,) = call["cards"]
        assert (unit["title"], unit["facts"][0]["text"]) == ("Nacka hemtjänst", "08-111 11 11")

    def test_decisions_and_conditions_of_a_care_plan_stand_in_it(self) -> None:
        story = told().save("d1", "decision", {"words": "Medicin varje dag.", "attitude": "Vill inte."})
        story.save("c1", "condition", {"words": "Besök på mottagningen.", "until": "2026-09-01"}).lock()
        found = person_print(*locked(story), PAPER)["parts"][2]
        assert [one["title"] for one in found["cards"]] == ["Medicin varje dag.", "Besök på mottagningen."]
        assert found["cards"][1]["facts"][0]["text"] == "Till och med 1 september 2026."

    @pytest.mark.parametrize("language", HEADINGS)
    def test_headings_are_in_the_persons_language_and_words_as_they_were_written(self, language: str) -> None:
        text = text_of(person_pdf(*locked(told().established()), replace(PAPER, language=language)))
        assert HEADINGS[language]["call"] in text
        assert "Att få bo hemma." in text

    @pytest.mark.parametrize(("size", "points"), [("normal", 14), ("large", 18)])
    def test_no_letter_is_smaller_than_fourteen_points(self, size: str, points: int) -> None:
        seen: set[float] = set()

        def see(text: str, _cm: Any, _tm: Any, _font: Any, font_size: float) -> None:
            if text.strip():
                seen.add(font_size)

        for page in PdfReader(io.BytesIO(person_pdf(*locked(told().established()), PAPER, size=size))).pages:
            page.extract_text(visitor_text=see)
        assert min(seen) == points


class TestVersions:
    def test_a_draft_an_old_and_the_plan_in_force_are_told_apart(self) -> None:
        story = told().established()
        story.save("g1", "goal", {**ADULT["g1"][1], "words": "Bada."}).lock()
        facts = story.facts()
        first, second = facts.versions
        assert person_print(facts, second, PAPER)["mark"] == "UTKAST"
        assert "ersätter version 1" in person_print(facts, second, PAPER)["foot"]
        facts = story.confirm(VC).confirm(NACKA).tell("sip_established", no=2).facts()
        assert person_print(facts, second, PAPER)["mark"] == ""
        assert person_print(facts, first, PAPER)["mark"] == "ERSATT"
        assert "ersätter" not in person_print(facts, first, PAPER)["foot"]

    def test_who_has_not_answered_is_named(self) -> None:
        story = told().lock().confirm(VC)
        story.tell("sip_established_with_gaps", no=1, missing=[NACKA], reason="Svarar inte.")
        assert "Nacka hemtjänst har inte svarat på planen än." in person_print(*locked(story), PAPER)["about"]
        staff = everything(staff_print(*locked(story), PAPER))
        assert "Upprättad utan svar från: Nacka hemtjänst. Skäl: Svarar inte." in staff


class TestProtection:
    @pytest.mark.parametrize("make", [person_print, staff_print])
    def test_no_name_number_or_address_is_left_in_any_sentence(self, make: Any) -> None:
        facts, version = locked(told().established())
        told_openly, hidden = (
            everything(make(facts, version, PAPER)),
            everything(make(facts, version, PROTECTED)),
        )
        for words in ("08-333 33 33", "0701234567", "Björkstigen 4", "Åberg"):
            assert words in told_openly
            assert words not in hidden
        assert "Anknytning 4521" not in hidden
        assert "Plan P4K7N" in hidden

    @pytest.mark.parametrize("make", [person_pdf, staff_pdf])
    def test_the_paper_says_so_on_every_page(self, make: Any) -> None:
        pages = PdfReader(io.BytesIO(make(*locked(told().established()), PROTECTED))).pages
        assert all("PERSONUPPGIFTER" in page.extract_text() for page in pages)

    def test_a_protected_guardian_stands_on_no_other_copy(self) -> None:
        story = told().save(
            "v1", "guardian", {"number": "1", "name": "Ann", "contact": "Vägen 1", "protected": "yes"}
        )
        story.save("ca", "contact", {"kind": "guardian1", "name": "Ann", "phone": "08-999 99 99"}).lock()
        plan = locked(story)
        for reader, seen in (("", False), ("2", False), ("1", True)):
            paper = replace(PAPER, for_guardian=reader)
            assert ("08-999 99 99" in everything(person_print(*plan, paper))) is seen
        staff = everything(staff_print(*plan, PAPER))
        assert "08-999" not in staff
        assert "Vägen 1" not in staff

    @pytest.mark.parametrize(
        "text",
        [
            "Ring 070-123 45 67.",
            "Bor Storgatan 12 B.",
            "114 55 Stockholm",
            "gun@example.se",
            "+46 8 123 456 78",
        ],
    )
    def test_what_looks_like_a_way_to_the_person_is_hidden(self, text: str) -> None:
        assert HIDDEN in hide_contact(text)

    @pytest.mark.parametrize(
        "text", ["Ring 1177 eller 112.", "Kl. 08.00–16.30 den 2026-03-05.", "0,5 mg i 14 dagar"]
    )
    def test_times_doses_and_public_numbers_stay(self, text: str) -> None:
        assert hide_contact(text) == text


class TestTheStaffsPrint:
    def test_all_sections_that_hold_something_stand_in_the_pages_order(self) -> None:
        text = text_of(staff_pdf(*locked(told().lock().confirm(VC, "Från maj.")), PAPER))
        found = [
            "UTKAST",
            "Personen",
            "Varför SIP nu",
            "Nuläge och behov",
            "Vems insatser behövs: Region och kommun",
            "Klart senast: 1 maj 2026",
            "Huvudman: Regionen",
            "Övergripande ansvar Kommunen",
            "Kris- och riskplan",
            "Hur personen deltog: På plats",
            "Justering",
            "Svar: Justerad med kommentar 5 mars 2026, version 1",
            "Nacka hemtjänst Svar: Inte svarat",
        ]
        places = [text.find(words) for words in found]
        assert -1 not in places
        assert places == sorted(places)

    def test_a_measure_names_its_goal_by_the_goals_words(self) -> None:
        (measures,) = [
            one for one in staff_print(*locked(told().lock()), PAPER)["parts"] if one["heading"] == "Insatser"
        ]
        assert {"label": "Mål", "text": "Duscha själv."} in measures["cards"][0]["facts"]


@pytest.mark.parametrize("make", [person_pdf, staff_pdf])
def test_the_pdf_is_tagged_swedish_and_says_nothing_personal_about_itself(make: Any) -> None:
    reader = PdfReader(
        io.BytesIO(make(*locked(told().established()), replace(PAPER, identifier="19400101-1234")))
    )
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("sv", True)
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    about = f"{reader.metadata} {reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml()}"
    assert not [word for word in ("Åberg", "Gun", "19400101") if word in about]
