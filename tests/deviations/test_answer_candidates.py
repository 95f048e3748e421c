"""An offer is reported, put off or dismissed by the unit that it was made to; whoever comes second is told."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deviations.actions.answer_candidate import CandidateTaken
from deviations.actions.dismiss_candidate import dismiss_candidate
from deviations.actions.postpone_candidate import postpone_candidate
from deviations.actions.report_deviation import report_deviation
from deviations.actions.sweep_candidates import look_again
from deviations.models import Candidate, Deviation
from deviations.queries.detector_rates import detector_rates
from deviations.queries.suggested import suggested
from deviations.rules.candidates.offer_states import needs_review
from discharge.actions.void_ready_notice import void_ready_notice
from lus.access_log.models import Entry
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotThere
from tests.discharge.actions.life import Life, refused
from tests.factories import NOW, a_place, an_actor, signed_in

from .reports import a_report

AT = NOW + timedelta(hours=1)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]
TESTED_ACTS = ("dismiss_candidate", "postpone_candidate")
LIST = "/deviations/suggested/"


@pytest.fixture
def life() -> Life:
    life = Life().ready()
    look_again(at=life.at)
    return life


def offer(life: Life, detector: str = "AD09") -> Candidate:
    return Candidate.objects.get(detector=detector, offered_unit_id=life.municipality.unit_id)


def typed(html_form: Any, **other: Any) -> dict[str, Any]:
    shown = {bound.html_name: bound.value() for bound in html_form if bound.value() not in (None, "")}
    return shown | {"consequence": "none", "do": "send"} | other


def test_an_offer_becomes_a_filled_in_report_in_one_press(life: Life) -> None:
    client, row = signed_in(life.municipality), offer(life)
    html = client.get(LIST).content.decode()
    url = f"{reverse('report_deviation', args=[life.case.pk])}?candidate={row.pk}"
    assert f'href="{url}"' in html
    assert "utan utsedd fast vårdkontakt" in html
    assert life.case.reference in html
    form = client.get(url).context["form"]
    filled = {name: str(form[name].value()) for name in ("addressed_unit_id", "code", "process_step")}
    assert filled == {
        "addressed_unit_id": str(life.primary_care.unit_id),
        "code": "K04.1",
        "process_step": "2",
    }
    values = typed(form)
    places = {client.post(url, values)["Location"] for _ in range(2)}
    deviation = Deviation.objects.get()
    assert places == {f"/deviations/{deviation.number}/?sent=1"}
    row.refresh_from_db()
    assert (row.state, row.deviation, deviation.case_id) == ("accepted", deviation, life.case.pk)
    assert str(row.pk) not in client.get(LIST).content.decode()


def test_a_colleague_who_comes_second_is_shown_the_way(life: Life) -> None:
    row = offer(life)
    deviation = report_deviation(
        actor=life.municipality,
        at=life.at,
        report=a_report(),
        addressed_unit_id=row.addressed_unit_id,
        case_id=life.case.pk,
        candidate_id=row.pk,
    )
    client = signed_in(life.municipality)
    answers = [
        client.get(f"{reverse('report_deviation', args=[life.case.pk])}?candidate={row.pk}"),
        client.get(reverse("dismiss_candidate", args=[row.pk])),
        client.post(reverse("postpone_candidate", args=[row.pk])),
    ]
    for answer in answers:
        assert answer.status_code == 409
        assert f'href="/deviations/{deviation.number}/"' in answer.content.decode()
    with refused(CandidateTaken, code="candidate-taken", says=deviation.number):
        dismiss_candidate(candidate_id=row.pk, actor=life.municipality, at=life.at, reason="agreed")


def test_a_form_that_was_open_meanwhile_is_told_too(life: Life) -> None:
    row, client = offer(life), signed_in(life.municipality)
    url = f"{reverse('report_deviation', args=[life.case.pk])}?candidate={row.pk}"
    values = typed(client.get(url).context["form"])
    dismiss_candidate(candidate_id=row.pk, actor=life.municipality, at=life.at, reason="agreed")
    assert client.post(url, values).status_code == 409
    assert not Deviation.objects.exists()


def test_it_is_dismissed_with_a_reason_or_not_at_all(life: Life) -> None:
    row, client = offer(life), signed_in(life.municipality)
    url = reverse("dismiss_candidate", args=[row.pk])
    answer = client.post(url, {})
    assert answer.status_code == 422
    assert "Välj ett skäl i listan." in answer.content.decode()
    with refused(InvalidInput, field="reason"):
        dismiss_candidate(candidate_id=row.pk, actor=life.municipality, at=life.at, reason="trött")
    assert client.post(url, {"reason": "agreed"})["Location"] == LIST
    row.refresh_from_db()
    assert (row.state, row.reason, row.answered_at) == ("dismissed", "agreed", AT)


def test_what_is_put_off_stands_folded_last(life: Life) -> None:
    row, client = offer(life), signed_in(life.municipality)
    client.post(reverse("postpone_candidate", args=[row.pk]))
    answer = client.get(LIST)
    assert [one["later"] for one in answer.context["later"]] == [True]
    assert "Senare (1)" in answer.content.decode()
    postpone_candidate(candidate_id=row.pk, actor=life.municipality, at=life.at)
    assert offer(life).state == "later"


def test_an_offer_of_others_is_not_there(life: Life) -> None:
    others = a_place("Avd 9", "Solna", "Vårdcentralen Ek")
    row, client = offer(life), signed_in(others.municipality)
    assert life.case.reference not in client.get(LIST).content.decode()
    for path in (reverse("dismiss_candidate", args=[row.pk]), f"/deviations/new/?candidate={row.pk}"):
        assert client.get(path).status_code == 404
    for wrong in ("hej", uuid4()):
        assert client.get(f"/deviations/suggested/{wrong}/dismiss/").status_code == 404
    with refused(NotThere):
        postpone_candidate(candidate_id=row.pk, actor=others.municipality, at=life.at)


def test_an_offer_is_reported_about_its_own_case(life: Life) -> None:
    row, other = offer(life), Life(place=life.place)
    url = f"{reverse('report_deviation', args=[other.case.pk])}?candidate={row.pk}"
    assert signed_in(life.municipality).get(url).status_code == 404
    with refused(NotThere):
        report_deviation(
            actor=life.municipality,
            at=life.at,
            report=a_report(),
            addressed_unit_id=row.addressed_unit_id,
            case_id=other.case.pk,
            candidate_id=row.pk,
        )


def test_a_protected_person_is_offered_to_nobody_but_the_head(life: Life) -> None:
    Candidate.objects.update(only_head=True)
    client = signed_in(life.municipality)
    assert client.get(LIST).context["groups"] == []
    assert client.get(reverse("dismiss_candidate", args=[offer(life).pk])).status_code == 404


def test_the_head_is_offered_what_is_about_a_protected_person_without_a_case(life: Life) -> None:
    Candidate.objects.update(only_head=True)
    unit = Unit.objects.get(pk=str(life.municipality.unit_id))
    client = signed_in(an_actor(unit, Role.UNIT_HEAD))
    html = client.get(LIST).content.decode()
    assert "utan utsedd fast vårdkontakt" in html
    assert life.case.reference not in html
    assert f'href="/deviations/new/?candidate={offer(life).pk}"' in html
    assert client.get(f"/deviations/new/?candidate={offer(life).pk}").status_code == 200


def test_what_was_reported_says_that_its_ground_was_corrected(life: Life) -> None:
    row = offer(life)
    deviation = report_deviation(
        actor=life.municipality,
        at=life.at,
        report=a_report(),
        addressed_unit_id=row.addressed_unit_id,
        case_id=life.case.pk,
        candidate_id=row.pk,
    )
    client, url = signed_in(life.municipality), reverse("deviation", args=[deviation.number])
    assert "Underlag ändrat" not in client.get(url).content.decode()
    life.does(life.ward, void_ready_notice, reason="Fel patient")
    look_again(at=life.at)
    assert "Underlag ändrat" in client.get(url).content.decode()


def test_many_offers_about_one_case_stand_together(life: Life) -> None:
    first = offer(life)
    for part in ("a", "b"):
        first.pk, first.part = uuid4(), part
        first.save(force_insert=True)
    (group,) = signed_in(life.municipality).get(LIST).context["groups"]
    assert group["reference"] == life.case.reference
    assert (len(group["rows"]), len(group["more"])) == (2, 1)


def test_the_list_leaves_a_trace_and_costs_the_same_however_long(life: Life) -> None:
    client, costs = signed_in(life.municipality), []
    client.get(LIST)
    for _ in range(2):
        look_again(at=Life(place=life.place).ready().at)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 10
    entry = Entry.objects.filter(action="suggested_deviations").latest("at")
    assert life.case.person_id in entry.person_ids


def test_the_tab_says_how_many_wait(life: Life) -> None:
    tabs = signed_in(life.municipality).get("/deviations/").context["views"]
    assert [(tab["label"], tab["count"]) for tab in tabs if "count" in tab] == [("Föreslagna", 1)]
    dismiss_candidate(candidate_id=offer(life).pk, actor=life.municipality, at=life.at, reason="agreed")
    tabs = signed_in(life.municipality).get("/deviations/").context["views"]
    assert tabs[-1]["count"] is None


def test_nothing_to_report_says_so(life: Life) -> None:
    Candidate.objects.all().delete()
    assert "Inga förslag väntar på er" in signed_in(life.ward).get(LIST).content.decode()


def test_who_may_not_report_sees_no_offers(life: Life) -> None:
    admin = an_actor(Unit.objects.get(pk=str(life.ward.unit_id)), Role.UNIT_ADMIN)
    assert signed_in(admin).get(LIST).status_code == 403


def test_how_often_each_detector_is_taken_up(life: Life) -> None:
    rows = {rate.detector: rate for rate in detector_rates()}
    assert (rows["AD09"].offered, rows["AD09"].acceptance_percent) == (2, None)
    dismiss_candidate(candidate_id=offer(life).pk, actor=life.municipality, at=life.at, reason="agreed")
    rate = {rate.detector: rate for rate in detector_rates()}["AD09"]
    assert (rate.dismissed, rate.acceptance_percent, rate.needs_review) == (1, 0, False)
    assert {one.detector: one for one in detector_rates(until=NOW)}["AD09"].offered == 0


@pytest.mark.parametrize(
    ("dismissed", "answered", "needs"), [(36, 50, True), (35, 50, False), (49, 49, False), (71, 100, True)]
)
def test_a_detector_that_is_often_wrong_is_looked_at(dismissed: int, answered: int, needs: bool) -> None:
    assert needs_review(dismissed, answered) is needs


def test_a_page_says_which_rule_is_often_dismissed(life: Life) -> None:
    rows = [
        Candidate(
            detector="AD07",
            case_id=uuid4(),
            event_id=uuid4(),
            offered_unit_id=UUID(str(life.ward.unit_id)),
            addressed_unit_id=UUID(str(life.municipality.unit_id)),
            code="K02.1",
            so_from=life.at,
            offered_at=life.at,
            state="dismissed",
            reason="in_time",
        )
        for _ in range(50)
    ]
    Candidate.objects.bulk_create(rows)
    html = signed_in(life.ward).get(LIST).content.decode()
    assert "Regeln Hem före datumet avvisas ofta: 50 av 50." in html


def test_the_rules_are_shown_to_who_sees_deviations_and_to_the_analyst_by_a_tab(life: Life) -> None:
    dismiss_candidate(candidate_id=offer(life).pk, actor=life.municipality, at=life.at, reason="agreed")
    page = "/deviations/suggested/rules/"
    rows = {row["detector"]: row for row in signed_in(life.ward).get(page).context["rows"]}
    assert (rows["AD09"]["offered"], rows["AD09"]["dismissed"], rows["AD09"]["percent"]) == (2, 1, "0 %")
    assert (rows["AD05"]["offered"], rows["AD05"]["percent"]) == (0, "–")
    unit = Unit.objects.get(pk=str(life.ward.unit_id))
    analyst, admin = (signed_in(an_actor(unit, role)) for role in (Role.COUNTY_ANALYST, Role.UNIT_ADMIN))
    assert f'href="{page}"' in analyst.get("/deviations/").content.decode()
    assert analyst.get(page).status_code == 200
    assert analyst.get(LIST).status_code == 403
    assert admin.get(page).status_code == 403


def test_the_newest_stands_first(life: Life) -> None:
    times = [one.row.so_from for one in suggested(life.ward, at=life.at)]
    assert times == sorted(times, reverse=True)
