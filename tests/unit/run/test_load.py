"""Files in: what is kept, held back, refused and left out, and what stands in the record afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from lineofsight.calendar import KeyNotUnderstoodError
from lineofsight.record import Record
from lineofsight.returns.problems import Severity
from lineofsight.returns.tables import referrals
from lineofsight.run.load import check, load
from lineofsight.run.reports import FileReport, as_json, has_findings
from tests.unit.run.drawn_files import (
    EPISODES,
    case,
    census,
    child,
    episode,
    episodes,
    headers,
    lines,
)
from tests.unit.run.two_years import counted

TODAY = date(2024, 11, 20)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "home")


def loaded(record: Record, *paths: Path, key: str | None = None, strict: bool = False) -> list[FileReport]:
    return load(record, paths, by="someone", key=key, today=TODAY, strict=strict)


def tallies(reports: Sequence[FileReport]) -> dict[tuple[str, str], tuple[int, int]]:
    """Rows kept and held by file and table, where there are any."""
    return {(r.file, t.table): (t.kept, t.held) for r in reports for t in r.tables.values() if t.rows_in}


def said(reports: Sequence[FileReport]) -> list[tuple[str, str, int | None, str | None]]:
    return [(r.file, p.rule, p.row, p.column) for r in reports for p in r.problems]


def cut(path: Path, end: int) -> Path:
    """The file without its last characters."""
    path.write_text(path.read_text(encoding="utf-8")[:-end], encoding="utf-8")
    return path


@pytest.mark.parametrize("cut_name", ["a.xml", "z.xml"])
def test_a_truncated_file_is_refused_whole_and_the_others_of_its_set_are_loaded(
    record: Record, tmp_path: Path, cut_name: str
) -> None:
    cut(census(tmp_path / "in" / cut_name, "2024-03-31", child("cut", case("2023-05-02"))), 40)
    census(tmp_path / "in" / "m.xml", "2024-03-31", child("whole", case("2023-06-05"), case("2023-07-04")))
    reports = loaded(record, tmp_path / "in")
    refused = next(r for r in reports if r.file == cut_name)
    assert refused.refused
    assert refused.load is None
    assert not any(t.rows_in for t in refused.tables.values())
    assert tallies(reports) == {("m.xml", "children"): (1, 0), ("m.xml", "referrals"): (2, 0)}
    (stored,) = record.loads()
    assert [file.name for file in stored.files] == ["m.xml"]
    assert {t.table: t.rows_kept for t in stored.rows if t.rows_in} == {"children": 1, "referrals": 2}


def test_a_truncated_csv_file_is_refused_and_its_set_is_loaded_without_it(
    record: Record, tmp_path: Path
) -> None:
    cut(
        episodes(tmp_path / "in" / "episodes.csv", episode("a", "01/05/2023"), episode("b", "02/05/2023")), 30
    )
    headers(tmp_path / "in" / "header.csv", "a", "b")
    reports = loaded(record, tmp_path / "in", key="2023-24")
    assert [(r.file, r.refused) for r in reports] == [("episodes.csv", True), ("header.csv", False)]
    assert record.loads()[0].fills == {"looked_after_children"}  # it says nothing of episodes


def test_a_set_of_which_every_file_is_truncated_leaves_nothing(record: Record, tmp_path: Path) -> None:
    cut(census(tmp_path / "one.xml", "2024-03-31", child("a", case("2023-05-02"))), 40)
    cut(census(tmp_path / "two.xml", "2024-03-31", child("b", case("2023-05-02"))), 12)
    reports = loaded(record, tmp_path / "one.xml", tmp_path / "two.xml")
    assert [r.refused for r in reports] == [True, True]
    assert record.loads() == ()
    assert list((tmp_path / "home" / "record" / "loads").iterdir()) == []


def test_a_file_that_does_not_tell_its_year_is_refused_without_a_key_and_the_others_are_loaded(
    record: Record, tmp_path: Path
) -> None:
    episodes(tmp_path / "in" / "episodes.csv", episode("a", "01/05/2023"))
    census(tmp_path / "in" / "census.xml", "2024-03-31", child("a", case("2023-05-02")))
    reports = loaded(record, tmp_path / "in")
    (refused,) = [r for r in reports if r.refused]
    (problem,) = refused.problems
    assert (refused.file, problem.rule) == ("episodes.csv", "no_key")
    assert "does not say which year it covers" in problem.message
    assert "--key" in problem.remedy
    assert [found.return_name for found in record.loads()] == ["cin_census"]


def test_checking_needs_no_key(tmp_path: Path) -> None:
    reports = check([episodes(tmp_path / "episodes.csv", episode("a", "01/05/2023"))])
    assert not has_findings(reports)
    assert tallies(reports) == {("episodes.csv", "episodes"): (1, 0)}


@pytest.mark.parametrize(
    ("key", "stored", "since", "until"),
    [
        ("2023-24", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2023/24", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2024-03-31", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2023-09-30", "2023-09-30", date(2023, 4, 1), date(2023, 9, 30)),
        (" 2023-09 ", "2023-09", date(2023, 9, 1), date(2023, 9, 30)),
    ],
)
def test_a_key_is_one_key_however_it_is_written(
    record: Record, tmp_path: Path, key: str, stored: str, since: date, until: date
) -> None:
    loaded(record, headers(tmp_path / "header.csv", "a"), key=key)
    (found,) = record.loads()
    assert (found.key, found.covers_since, found.covers_until) == (stored, since, until)


@pytest.mark.parametrize("key", ["2011-12", "last year", "2023-02-30"])
def test_a_key_that_is_no_period_or_could_be_two_is_refused(record: Record, tmp_path: Path, key: str) -> None:
    with pytest.raises(KeyNotUnderstoodError, match="A key is 2024-25"):
        loaded(record, headers(tmp_path / "header.csv", "a"), key=key)
    assert record.loads() == ()


def test_a_census_tells_its_own_period_whatever_the_key(record: Record, tmp_path: Path) -> None:
    loaded(record, census(tmp_path / "c.xml", "2024-09-30", child("a", case("2024-05-02"))), key="2019-20")
    (found,) = record.loads()
    assert (found.key, found.covers_since) == ("2024-09-30", date(2024, 4, 1))


def test_a_register_states_what_is_known_today(record: Record, tmp_path: Path) -> None:
    register = lines(tmp_path / "p.csv", "Since,Ward,Age,Sex,People", ["01/04/2023,North,4,F,100"])
    loaded(record, register)
    (found,) = record.loads()
    assert (found.key, found.covers_since, found.covers_until) == ("register", None, TODAY)


def test_a_register_loaded_again_takes_the_place_of_the_one_before(record: Record, tmp_path: Path) -> None:
    for people in (100, 101):
        row = f"01/04/2023,North,4,F,{people}"
        loaded(record, lines(tmp_path / "p.csv", "Since,Ward,Age,Sex,People", [row]))
    assert [found.current for found in record.loads()] == [False, True]


def test_strict_stores_nothing_of_any_file_when_one_row_is_held_back(record: Record, tmp_path: Path) -> None:
    good = census(tmp_path / "c.xml", "2024-03-31", child("a", case("2023-05-02")))
    bad = episodes(tmp_path / "e.csv", episode("a", "01/05/2023"), episode("b", "31/02/2024"))
    reports = loaded(record, good, bad, key="2023-24", strict=True)
    assert tallies(reports)["e.csv", "episodes"] == (1, 1)
    assert [r.load for r in reports] == [None, None]
    assert record.loads() == ()


def test_strict_stores_everything_when_no_row_is_held_back(record: Record, tmp_path: Path) -> None:
    loaded(record, episodes(tmp_path / "e.csv", episode("a", "01/05/2023")), key="2023-24", strict=True)
    assert len(record.loads()) == 1


def test_in_a_folder_a_stray_file_is_named_and_a_hidden_one_passed_over(
    record: Record, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    headers(folder / "2023" / "header.csv", "a")
    for name in ("README.md", ".hidden.csv", "~$header.xlsx", ".git/config", "2023/.~lock.header.csv#"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Extracts of the case system.\n", encoding="utf-8")
    reports = loaded(record, folder, key="2023-24")
    assert [(r.file, r.refused) for r in reports] == [("README.md", True), ("2023/header.csv", False)]
    assert said(reports) == [("README.md", "file_unknown", None, None)]
    assert [file.name for file in record.loads()[0].files] == ["2023/header.csv"]


def test_an_empty_folder_is_nothing_to_load_and_a_path_that_is_not_there_is_refused(
    record: Record, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    assert loaded(record, tmp_path / "in") == []
    (report,) = loaded(record, tmp_path / "nowhere.csv")
    assert [p.rule for p in report.problems] == ["no_such_file"]


@pytest.mark.parametrize("given", ["files", "folders", "the folder above"])
def test_two_files_of_one_name_are_told_apart_in_the_reports_and_in_the_record(
    record: Record, tmp_path: Path, given: str
) -> None:
    north = episodes(tmp_path / "in" / "north" / "e.csv", episode("a", "01/05/2023"), episode("b", "x"))
    south = episodes(tmp_path / "in" / "south" / "e.csv", episode("c", "01/05/2023"))
    paths = {
        "files": [north, south],
        "folders": [north.parent, south.parent],
        "the folder above": [tmp_path / "in"],
    }
    reports = loaded(record, *paths[given], key="2023-24")
    assert tallies(reports) == {("north/e.csv", "episodes"): (1, 1), ("south/e.csv", "episodes"): (1, 0)}
    assert [p.file for r in reports for p in r.problems] == ["north/e.csv"]
    assert [file.name for file in record.loads()[0].files] == ["north/e.csv", "south/e.csv"]


def test_a_file_that_is_named_twice_is_read_once(record: Record, tmp_path: Path) -> None:
    file = episodes(tmp_path / "in" / "e.csv", episode("a", "01/05/2023"))
    reports = loaded(record, file, tmp_path / "in", tmp_path / "in" / ".." / "in" / "e.csv", key="2023-24")
    assert tallies(reports) == {("e.csv", "episodes"): (1, 0)}


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
    assert said([report]) == [
        ("e.csv", "date_not_in_calendar", 6, "DECOM"),
        ("e.csv", "repeated_row", 3, "child_id"),
        ("e.csv", "ends_before_it_starts", 4, "ended"),
    ]
    assert all(p.severity is Severity.HELD and p.remedy and p.message for p in report.problems)
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


def test_a_file_with_a_header_and_no_row_is_an_empty_table_and_says_so(
    record: Record, tmp_path: Path
) -> None:
    (report,) = loaded(record, episodes(tmp_path / "e.csv"), key="2023-24")
    assert as_json(report, show_values=False)["tables"] == [
        {"table": "episodes", "rows_in": 0, "rows_kept": 0, "rows_held": 0}
    ]
    assert not report.refused
    (stored,) = record.loads()
    assert stored.fills == {"episodes"}


def test_an_empty_file_of_the_newer_year_says_that_nothing_is_there_any_more(
    record: Record, tmp_path: Path
) -> None:
    loaded(record, episodes(tmp_path / "e.csv", episode("a", "01/01/2024")), key="2023-24")
    loaded(record, episodes(tmp_path / "e.csv"), key="2024-25")
    (source,) = record.sources()
    assert [part.supplies_before for part in source.parts] == [date(2024, 4, 1), None]


def test_checking_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.chdir(temporary)
    check([census(tmp_path / "c.xml", "2024-03-31", child("a", case("2023-05-02")))])
    assert list(temporary.iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.xml", "temporary"]


def test_progress_is_told_of_each_return_to_the_end(record: Record, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    headers(tmp_path / "in" / "header.csv", "a")
    census(tmp_path / "in" / "c.xml", "2024-03-31", child("a", case("2023-05-02")))
    load(
        record,
        [tmp_path / "in"],
        by="someone",
        key="2023-24",
        progress=lambda what, done, of: told.append((what, done, of)),
    )
    assert [(done, of) for _, done, of in told] == [(0, 2), (1, 2), (2, 2)]
    assert told[0][0] == "Children in need census 2023/24"
