"""Rows that no figure could trust: held back, counted, and said where and why."""

from __future__ import annotations

from pathlib import Path

from lineofsight.record import Record
from lineofsight.returns.problems import Severity
from lineofsight.returns.tables import referrals
from lineofsight.run.load import check
from lineofsight.run.reports import as_json, has_findings
from tests.unit.run.drawn_files import EPISODES, case, census, child, episode, episodes, lines
from tests.unit.run.loading import loaded, said, tallies
from tests.unit.run.two_years import counted


def test_rows_that_a_rule_cannot_trust_move_from_kept_to_held(record: Record, tmp_path: Path) -> None:
    file = episodes(
        tmp_path / "e.csv",
        episode("a", "01/05/2023"),
        episode("a", "01/05/2023"),  # says it again
        episode("b", "02/06/2023", "01/06/2023"),  # ends the day before it starts
        episode("c", "02/06/2023", "02/06/2023"),  # ends on the day that it starts
        episode("d", "31/02/2023"),  # held as it is read
    )
    (report,) = loaded(record, file, key="2023-24")
    assert tallies([report]) == {("e.csv", "episodes"): (2, 3)}
    holding = [p for p in report.problems if p.severity is Severity.HELD]
    assert [(p.rule, p.row, p.column) for p in holding] == [
        ("date_not_in_calendar", 6, "DECOM"),
        ("repeated_row", 3, "child_id"),
        ("ends_before_it_starts", 4, "ended"),
    ]
    assert all(p.remedy and p.message for p in report.problems)
    (stored,) = record.loads()
    assert sorted((place.table, place.row) for place in record.held(stored.id)) == [
        ("episodes", 3),
        ("episodes", 4),
        ("episodes", 6),
    ]


def test_in_a_file_of_one_line_only_the_row_that_breaks_the_rule_is_held_back(
    record: Record, tmp_path: Path
) -> None:
    again = child("b", case("2023-05-03"), case("2023-05-03"))
    file = census(
        tmp_path / "c.xml",
        "2024-03-31",
        child("a", case("2023-05-02")),
        again,
        child("c", case("2023-05-04")),
    )
    file.write_text(file.read_text(encoding="utf-8").replace("\n", ""), encoding="utf-8")
    reports = loaded(record, file)
    assert tallies(reports)["c.xml", "referrals"] == (3, 1)
    assert counted(record.sources(), referrals, "child_id", "referral_date") == [
        ("a", "2023-05-02"),
        ("b", "2023-05-03"),
        ("c", "2023-05-04"),
    ]


def test_a_row_that_a_rule_only_doubts_is_kept(record: Record, tmp_path: Path) -> None:
    file = episodes(tmp_path / "e.csv", episode("a", "01/05/2023"), episode("a", "01/06/2023"))
    (report,) = loaded(record, file, key="2023-24")
    assert tallies([report]) == {("e.csv", "episodes"): (2, 0)}
    assert {p.rule for p in report.problems} == {"two_open_placements"}
    assert {p.severity for p in report.problems} == {Severity.WARNING}
    assert not has_findings([report])


def test_an_event_after_the_last_day_of_the_key_is_doubted_and_one_on_it_is_not(
    record: Record, tmp_path: Path
) -> None:
    file = episodes(tmp_path / "e.csv", episode("a", "31/03/2024"), episode("b", "01/04/2024"))
    (report,) = loaded(record, file, key="2023-24")
    assert said([report]) == [("e.csv", "date_after_the_period", 3, "started")]


def test_what_came_in_is_what_was_kept_and_held_in_every_table_of_report_and_record(
    record: Record, tmp_path: Path
) -> None:
    census(
        tmp_path / "in" / "c.xml",
        "2024-03-31",
        child("a", case("2023-05-02", "2023-04-02")),
        child("a", case("2023-05-02", "2023-04-02")),
        child("b", case("02/05/2023")),
    )
    episodes(
        tmp_path / "in" / "e.csv", episode("a", "01/05/2023"), episode("a", "01/05/2023"), episode("", "x")
    )
    reports = loaded(record, tmp_path / "in", key="2023-24")
    shown = [as_json(r, show_values=False) for r in reports]
    by_table = {t["table"]: t for r in shown for t in r["tables"]}
    assert all(t["rows_in"] == t["rows_kept"] + t["rows_held"] for t in by_table.values())
    assert (by_table["children"]["rows_in"], by_table["episodes"]["rows_in"]) == (3, 3)
    assert by_table["referrals"]["rows_held"] == 2  # a day that is no ISO date, and a repetition
    for stored in record.loads():
        for count in stored.rows:
            told = by_table[count.table]
            assert (count.rows_in, count.rows_kept, count.rows_held) == (
                told["rows_in"],
                told["rows_kept"],
                told["rows_held"],
            )


def test_a_problem_says_where_and_what_to_do_and_keeps_the_value_to_itself(tmp_path: Path) -> None:
    rows = [f"{'a' * 9},{'32/01/2023'},S,C2,N1,U4,PR1,,,,,,"]
    (report,) = check([lines(tmp_path / "e.csv", EPISODES, rows)])
    masked = as_json(report, show_values=False)
    (problem,) = masked["problems"]
    assert (problem["sheet"], problem["row"], problem["column"]) == ("", 2, "DECOM")
    assert problem["rule"]
    assert problem["remedy"]
    assert problem["value"] == "•••"
    assert "32/01" not in str(masked)
    assert "aaaaaaaaa" not in str(masked)
    (shown,) = as_json(report, show_values=True)["problems"]
    assert shown["value"] == "32/01/2023"
