"""Who may be meant instead: by the reason, at most three, each with why."""

import pytest

from discharge.rules.right_recipient import Near, right_recipients

SOLNA = Near("solna", "Solna", hit="folkbokförd i Solna, 65+", place="Solna")
LISTED = Near("vc", "Vårdcentralen Ö", is_listed=True, place="Lidingö")
SOUTH = Near("söder", "Södermalm", is_here=True)
EAST = Near("öster", "Östermalm", is_here=True)
FAR = Near("täby", "Täby", place="")
ALL = (FAR, EAST, SOUTH, LISTED, SOLNA)

MEANT = [
    ("other_municipality", ["solna", "vc", "täby"]),
    ("moved", ["solna", "vc", "täby"]),
    ("other_district", ["söder", "öster"]),
    ("other_primary_care", ["solna", "vc", "söder"]),
    ("", ["solna", "vc", "söder"]),
]


@pytest.mark.parametrize(("reason", "ids"), MEANT, ids=[row[0] or "no reason yet" for row in MEANT])
def test_what_the_rules_say_comes_first_then_the_listing(reason: str, ids: list[str]) -> None:
    assert [unit_id for unit_id, _ in right_recipients(reason, ALL)] == ids


def test_each_says_why() -> None:
    assert [why for _, why in right_recipients("moved", ALL)] == [
        "Folkbokförd i Solna, 65+",
        "Personen är listad här",
        "Ligger i folkbokföringskommunen",
    ]
    assert right_recipients("other_district", ALL)[0][1] == "Annan enhet i samma kommun"
