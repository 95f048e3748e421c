"""Samma sak flera gånger, as one line."""

from discharge.views.timeline_gather import gathered


def line(what: str, time: str, sub: str, who: str = "Avd 72", **more: object) -> dict[str, object]:
    return {"seq": 1, "what": what, "time": time, "who": who, "sub": sub, **more}


def test_points_of_one_unit_in_one_minute_are_one_line_and_nothing_is_lost() -> None:
    found = gathered(
        [
            line("Punkt besvarad", "12.59", "K2 Nycklar: ja."),
            line("Punkt besvarad", "12.59", "H1 Hjälpmedel: nej."),
            line("Punkt besvarad", "12.58", "F1 ADL: ja."),
            line("Punkt besvarad", "12.58", "F2 Fall: ja.", who="Nacka"),
            line("Kvitterat", "12.57", "a"),
            line("Kvitterat", "12.57", "b"),
        ]
    )
    assert [(one["what"], one["sub"]) for one in found] == [
        ("2 punkter besvarade", "K2 Nycklar: ja. H1 Hjälpmedel: nej."),
        ("Punkt besvarad", "F1 ADL: ja."),
        ("Punkt besvarad", "F2 Fall: ja."),
        ("Kvitterat", "a"),
        ("Kvitterat", "b"),
    ]


def test_what_was_corrected_stands_alone() -> None:
    wrong = [line("Tiden gick ut", "00.00", "a", corrected=True), line("Tiden gick ut", "00.00", "b")]
    assert len(gathered(wrong)) == 2
