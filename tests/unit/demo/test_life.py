"""What happens in the synthetic council, before it is written down."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from lineofsight.calendar import working_days_between
from lineofsight.demo.areas import child_spells
from lineofsight.demo.cases import Case, Enquiry
from lineofsight.demo.changes import Change, planted
from lineofsight.demo.days import Window, financial_years
from lineofsight.demo.dice import Dice
from lineofsight.demo.faults_in_registers import plant_in_registers
from lineofsight.demo.health import HealthAssessment, status
from lineofsight.demo.looked_after_sheets import sheets_of
from lineofsight.demo.people import CHECK_LETTERS, Child, Register
from lineofsight.demo.places import TEAMS, WARDS
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.size import Size
from lineofsight.demo.society import Society, life_of
from lineofsight.demo.workforce import Allocation
from lineofsight.demo.write_cin import census
from lineofsight.indicators.catalogue import INDICATORS

UNTIL = date(2026, 9, 30)
YEAR = Window(label="2024-25", since=date(2024, 4, 1), until=date(2025, 3, 31), recorded_by=date(2025, 6, 14))


@pytest.fixture(scope="module")
def society() -> Society:
    return life_of(Size(pupils=20_000, months=24, seed=1, until=UNTIL))


def share(met: list[bool]) -> float:
    assert len(met) > 25
    return 100 * sum(met) / len(met)


def in_time(enquiry: Enquiry) -> bool:
    assert enquiry.conference
    days = working_days_between(enquiry.started, enquiry.conference)
    return days is not None and days <= 15


def conferences(society: Society, since: date, until: date) -> list[bool]:
    enquiries = [e for case in society.cases for e in case.enquiries if e.conference]
    return [in_time(e) for e in enquiries if e.conference and since <= e.conference <= until]


def test_conferences_come_late_from_the_planted_month_on(society: Society) -> None:
    month = society.changes.conferences_in_15_days.month
    assert month == date(2026, 4, 1)
    assert share(conferences(society, date(2024, 10, 1), date(2026, 3, 31))) > 65
    assert share(conferences(society, month, UNTIL)) < 50


def test_health_assessments_come_late_from_the_planted_month_on(society: Society) -> None:
    month = society.changes.health_assessments_in_20_days.month
    done = [a for a in society.health if a.completed]
    took = [(a.entered, working_days_between(a.entered, a.completed or a.entered)) for a in done]
    assert month == date(2026, 3, 1)
    assert share([days is not None and days <= 20 for day, days in took if day < date(2026, 1, 25)]) > 75
    assert share([days is not None and days <= 20 for day, days in took if day >= month]) < 65


def test_plans_come_in_time_from_the_planted_month_on(society: Society) -> None:
    month = society.changes.plans_in_20_weeks.month
    plans = [
        r for r in society.elsewhere.requests if r.conclusion == "Y" and r.concluded and r.concluded <= UNTIL
    ]
    quick = [(r.concluded, (r.concluded - r.received).days <= 140) for r in plans if r.concluded]
    assert month == date(2026, 2, 1)
    assert share([met for day, met in quick if day < month]) < 35
    assert share([met for day, met in quick if day >= month]) > 50


def partnership(society: Society, *, by_those_who_stayed: bool, since: date, until: date) -> list[bool]:
    audits = [a for a in society.audits if since <= a.audited <= until]
    stayed = {a.auditor for a in society.audits if a.audited >= society.changes.new_auditors.since}
    stayed &= {a.auditor for a in society.audits if a.audited < society.changes.new_auditors.since}
    chosen = [a for a in audits if not by_those_who_stayed or a.auditor in stayed]
    firsts = [first for a in chosen for question, first, _ in a.answers if question == "s_partner.grade"]
    return [first in ("good", "outstanding") for first in firsts if first not in ("", "na")]


def test_new_auditors_grade_more_strictly_and_those_who_stayed_as_before(society: Society) -> None:
    change = date(2026, 1, 1)
    assert society.changes.new_auditors.since == change
    old, new = (date(2024, 1, 1), date(2025, 12, 31)), (change, UNTIL)
    assert share(partnership(society, by_those_who_stayed=False, since=old[0], until=old[1])) > 74
    assert share(partnership(society, by_those_who_stayed=False, since=new[0], until=new[1])) < 72
    assert share(partnership(society, by_those_who_stayed=True, since=old[0], until=UNTIL)) > 70


def test_an_audit_is_of_a_case_that_the_team_held_on_its_day(society: Society) -> None:
    held = {(a.child_id, a.team): (a.started, a.ended) for a in society.allocations}
    assert society.audits
    assert all((audit.child_id, audit.team) in held for audit in society.audits)


def test_changes_name_indicators_of_the_catalogue() -> None:
    assert {change.indicator for change in planted(UNTIL).listed()} <= {i.id for i in INDICATORS}


def test_a_change_holds_from_the_first_day_of_its_month() -> None:
    change = Change(
        indicator="x", month=date(2026, 2, 1), direction="up", before=0.2, after=0.7, what="more staff"
    )
    assert (change.share_on(date(2026, 1, 31)), change.share_on(date(2026, 2, 1))) == (0.2, 0.7)


def test_counts_follow_the_number_of_pupils(society: Society) -> None:
    small = life_of(Size(pupils=5_000, months=24, seed=1, until=UNTIL))
    assert len(society.cases) / len(small.cases) == pytest.approx(4, rel=0.2)
    assert len(society.elsewhere.requests) / len(small.elsewhere.requests) == pytest.approx(4, rel=0.2)
    assert len(society.elsewhere.exclusions) / len(small.elsewhere.exclusions) == pytest.approx(4, rel=0.35)


def test_rates_are_near_those_of_the_district_that_they_were_taken_from(society: Society) -> None:
    """Kirklees, year to 31 March 2025 (DfE): referrals 328, section 47s 179, conferences 73, per 10,000 children."""
    years = 1.5 * society.size.children / 10_000
    window = (date(2023, 10, 1), date(2025, 3, 31))  # before contacts for advice were recorded as referrals
    referrals = sum(window[0] <= case.referred <= window[1] for case in society.cases)
    enquiries = [e for case in society.cases for e in case.enquiries if window[0] <= e.started <= window[1]]
    assert referrals / years == pytest.approx(328, rel=0.15)
    assert len(enquiries) / years == pytest.approx(170, rel=0.2)
    assert len(conferences(society, *window)) / years == pytest.approx(73, rel=0.25)


def test_a_child_is_looked_after_in_one_period_at_a_time(society: Society) -> None:
    periods: dict[str, list[tuple[date, date]]] = {}
    for care in society.cares:
        periods.setdefault(care.child.child_id, []).append((care.entered, care.left))
    assert periods
    for theirs in periods.values():
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(theirs))


def test_nobody_is_looked_after_beyond_eighteen(society: Society) -> None:
    assert all(care.left <= care.child.adult_on for care in society.cares)
    assert all(care.episodes[-1].ended == care.left for care in society.cares)


def test_episodes_of_a_period_follow_one_another_without_a_gap(society: Society) -> None:
    for care in society.cares:
        ends = [care.entered, *(episode.ended for episode in care.episodes)]
        assert [episode.started for episode in care.episodes] == ends[:-1]


def test_wards_and_teams_of_a_child_follow_one_another(society: Society) -> None:
    before: dict[str, date | None] = {}
    for spell in society.areas:
        if spell.child_id in before:
            assert before[spell.child_id] == spell.since
        before[spell.child_id] = spell.until
        assert spell.until is None or spell.until > spell.since


def test_every_team_has_cases_and_workers(society: Society) -> None:
    assert len(WARDS) == 23
    assert len(TEAMS) == 18
    assert set(TEAMS) == {a.team for a in society.allocations}
    assert set(TEAMS) <= {w.team for w in society.workers}


def test_caseloads_are_near_the_published_average(society: Society) -> None:
    """16.8 to 19.2 cases for each full-time worker in Kirklees at 30 September 2023 to 2025."""
    held = [a.worker_id for a in society.allocations if a.started <= UNTIL < a.ended]
    in_post = {w.worker_id: w.share for w in society.workers if w.started <= UNTIL < w.ended}
    assert 15 < len(held) / sum(in_post[worker] for worker in set(held)) < 21


def test_a_child_with_one_case_has_a_ward_before_during_and_after_it() -> None:
    child = Register(Dice(1, "x")).child(date(2015, 5, 1))
    spells = list(child_spells([case(child)]))
    assert [(s.since, s.until, bool(s.team)) for s in spells] == [
        (date(2015, 5, 1), date(2024, 5, 1), False),
        (date(2024, 5, 1), date(2024, 5, 3), True),
        (date(2024, 5, 3), None, False),
    ]


def test_a_case_that_closes_on_its_first_day_has_no_team() -> None:
    child = Register(Dice(1, "x")).child(date(2015, 5, 1))
    spells = list(child_spells([case(child, closed=date(2024, 5, 1))]))
    assert [(s.since, s.team) for s in spells] == [(date(2015, 5, 1), ""), (date(2024, 5, 1), "")]


def case(
    child: Child, *, referred: date = date(2024, 5, 1), closed: date = date(2024, 5, 3), lag: int = 0
) -> Case:
    return Case(
        child=child,
        ward=WARDS[0].name,
        referred=referred,
        source="6",
        need="N0",
        no_further_action=True,
        closed=closed,
        reason_closed="RC8",
        lag=lag,
    )


@pytest.mark.parametrize(
    ("referred", "closed", "lag", "held"),
    [
        (date(2024, 4, 1), date(2024, 5, 1), 0, True),
        (date(2024, 3, 1), date(2024, 4, 1), 0, True),
        (date(2024, 3, 1), date(2024, 3, 31), 0, False),
        (date(2025, 3, 31), date(2025, 5, 1), 0, True),
        (date(2025, 4, 1), date(2025, 5, 1), 0, False),
        (date(2025, 3, 31), date(2025, 9, 1), 75, True),
        (date(2025, 3, 31), date(2025, 9, 1), 76, False),
    ],
)
def test_a_years_file_holds_cases_referred_or_open_in_it_and_recorded_in_time(
    referred: date, closed: date, lag: int, *, held: bool
) -> None:
    child = Register(Dice(1, "x")).child(date(2015, 5, 1))
    found = census([case(child, referred=referred, closed=closed, lag=lag)], YEAR)
    assert bool(found) is held


def test_a_case_that_closes_after_the_years_end_is_open_in_its_file() -> None:
    child = Register(Dice(1, "x")).child(date(2015, 5, 1))
    for closed, text in ((date(2025, 3, 31), "2025-03-31"), (date(2025, 4, 1), "")):
        details = census([case(child, closed=closed)], YEAR)[0].first("CINdetails")
        assert details is not None
        assert details.text_of("CINclosureDate") == text


@pytest.mark.parametrize(("born", "unborn"), [(date(2025, 3, 31), False), (date(2025, 4, 1), True)])
def test_an_unborn_child_has_an_expected_date_and_no_other(born: date, *, unborn: bool) -> None:
    child = Register(Dice(1, "x")).child(born, unborn=True)
    person = census([case(child)], YEAR)[0].first("ChildIdentifiers")
    assert person is not None
    assert bool(person.first("ExpectedPersonBirthDate")) is unborn
    assert bool(person.first("PersonBirthDate")) is not unborn
    assert (person.text_of("Sex") == "U") is unborn


def test_a_pupil_number_ends_in_figures_and_begins_with_the_right_check_letter() -> None:
    upn = Register(Dice(1, "x")).child(date(2015, 5, 1)).upn
    assert upn
    assert (len(upn), upn[1:].isdigit()) == (13, True)
    weighed = sum(weight * int(digit) for weight, digit in zip(range(2, 14), upn[1:], strict=True))
    assert upn[0] == CHECK_LETTERS[weighed % 23]


def health(
    *, completed: date | None = None, refused: bool = False, not_needed: bool = False
) -> HealthAssessment:
    return HealthAssessment(
        child_id="W1",
        entered=date(2026, 8, 3),
        consent=date(2026, 8, 4),
        requested=date(2026, 8, 6),
        appointment=date(2026, 8, 27),
        completed=completed,
        report=None,
        reason_late="",
        refused=refused,
        not_needed=not_needed,
    )


@pytest.mark.parametrize(
    ("day", "completed", "is_now"),
    [
        (date(2026, 8, 5), date(2026, 8, 27), "requested"),
        (date(2026, 8, 6), date(2026, 8, 27), "booked"),
        (date(2026, 8, 26), date(2026, 8, 27), "booked"),
        (date(2026, 8, 27), date(2026, 8, 27), "completed"),
        (date(2026, 8, 27), None, "booked"),
    ],
)
def test_a_health_assessment_moves_on_with_the_days(day: date, completed: date | None, is_now: str) -> None:
    assert status(health(completed=completed), day) == is_now


def test_a_refusal_is_known_on_the_day_of_the_appointment() -> None:
    assert status(health(refused=True), date(2026, 8, 26)) == "booked"
    assert status(health(refused=True), date(2026, 8, 27)) == "refused"
    assert status(health(not_needed=True), date(2026, 8, 5)) == "not_needed"


def test_an_adopted_child_was_placed_for_adoption_before(society: Society) -> None:
    adopted = placed = 0
    for window in society.size.windows:
        sheets = sheets_of(window, society.cares, {}, 1)
        adopted += len(sheets["ad1"].rows) if "ad1" in sheets else 0
        placed += len(sheets["placed_for_adoption"].rows)
    assert 0 < adopted < placed


def test_social_workers_are_in_the_looked_after_return_from_2023_24_on(society: Society) -> None:
    held: dict[str, list[Allocation]] = {}
    for allocation in society.allocations:
        held.setdefault(allocation.child_id, []).append(allocation)
    before, after = financial_years(date(2022, 4, 1), date(2024, 3, 31))
    assert "sw_episodes" not in sheets_of(before, society.cares, held, 1)
    assert sheets_of(after, society.cares, held, 1)["sw_episodes"].rows


def test_a_faulty_row_is_only_planted_where_there_is_one_that_fits() -> None:
    sheet = Sheet("population", ("Since", "Ward", "Age", "Sex", "People"))
    assert plant_in_registers(Dice(1, "x"), sheet) == []
    sheet.add(date(2025, 4, 1), "Millrace", 3, "F", 90)
    assert [spot.rule for spot in plant_in_registers(Dice(1, "x"), sheet)] == ["number_negative"]
    assert sheet.rows[0][-1] == -4
