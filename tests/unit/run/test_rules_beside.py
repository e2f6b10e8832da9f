"""Rules that read a second table: found in the same load, in another load, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.record import Record
from lineofsight.run.load import check
from lineofsight.run.reports import FileReport
from tests.unit.run.drawn_files import case, census, child, episode, episodes, headers, lines
from tests.unit.run.loading import TODAY, loaded

ALLOCATIONS = "Child ID,Worker ID,Team,Started,Ended"
WORKERS = "Worker ID,Team,Role,Full-time share,Agency,Started,Ended"
IN_CARE_AND_CLOSED = "looked_after_in_a_closed_case"


def broken(reports: list[FileReport], rule: str) -> list[tuple[str, int | None]]:
    return [(r.file, p.row) for r in reports for p in r.problems if p.rule == rule]


@pytest.fixture
def care(tmp_path: Path) -> Path:
    return episodes(tmp_path / "care" / "e.csv", episode("a", "01/05/2023"), episode("b", "01/05/2023"))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    closed, still_open = case("2023-04-20", "2023-06-01"), case("2023-04-20")
    return census(tmp_path / "cases" / "c.xml", "2024-03-31", child("a", closed), child("b", still_open))


def test_a_rule_says_nothing_while_the_table_beside_is_not_loaded(record: Record, care: Path) -> None:
    reports = loaded(record, care, key="2023-24")
    assert not broken(reports, IN_CARE_AND_CLOSED)
    assert not broken(reports, "episode_without_child")


def test_the_table_beside_may_be_in_the_same_load(record: Record, care: Path) -> None:
    headers(care.parent / "header.csv", "a")
    assert broken(loaded(record, care.parent, key="2023-24"), "episode_without_child") == [("e.csv", 3)]


def test_the_table_beside_may_have_been_loaded_before(record: Record, care: Path, cases: Path) -> None:
    loaded(record, cases)
    assert broken(loaded(record, care, key="2023-24"), IN_CARE_AND_CLOSED) == [("e.csv", 2)]


@pytest.mark.parametrize("turned", [False, True])
def test_the_table_beside_may_come_in_by_the_same_call_whichever_is_first(
    record: Record, care: Path, cases: Path, *, turned: bool
) -> None:
    paths = (cases, care) if turned else (care, cases)
    assert broken(loaded(record, *paths, key="2023-24"), IN_CARE_AND_CLOSED) == [("e.csv", 2)]


def test_a_check_finds_the_table_beside_among_its_files_and_in_the_record(
    record: Record, care: Path, cases: Path
) -> None:
    assert broken(check([care, cases], key="2023-24", today=TODAY), IN_CARE_AND_CLOSED) == [("e.csv", 2)]
    assert not broken(check([care], key="2023-24", today=TODAY), IN_CARE_AND_CLOSED)
    loaded(record, cases)
    found = check([care], key="2023-24", today=TODAY, elsewhere=record)
    assert broken(found, IN_CARE_AND_CLOSED) == [("e.csv", 2)]
    assert [load.return_name for load in record.loads()] == ["cin_census"]


def test_a_check_looks_at_the_new_file_and_not_at_the_load_that_it_would_replace(
    record: Record, care: Path, cases: Path, tmp_path: Path
) -> None:
    loaded(record, cases)
    reopened = census(tmp_path / "new" / "c.xml", "2024-03-31", child("a", case("2023-04-20")))
    found = check([care, reopened], key="2023-24", today=TODAY, elsewhere=record)
    assert not broken(found, IN_CARE_AND_CLOSED)


def test_a_check_of_files_that_do_not_tell_their_period_looks_beside_as_well(care: Path, cases: Path) -> None:
    assert broken(check([care, cases], today=TODAY), IN_CARE_AND_CLOSED) == [("e.csv", 2)]


def test_only_the_new_load_is_reported_on(record: Record, care: Path, cases: Path) -> None:
    loaded(record, care, key="2023-24")
    assert not broken(loaded(record, cases), IN_CARE_AND_CLOSED)


def test_where_no_child_of_one_list_is_in_the_other_their_ids_differ_and_nothing_is_said(
    record: Record, cases: Path, tmp_path: Path
) -> None:
    areas = "Child ID,Ward,Team,Since,Until"
    lines(tmp_path / "areas.csv", areas, ["x,North,East,01/01/2023,", "y,North,East,01/01/2023,"])
    assert not broken(loaded(record, cases, tmp_path / "areas.csv"), "open_case_in_no_ward")
    lines(tmp_path / "again" / "areas.csv", areas, ["a,North,East,01/01/2023,"])
    cases.write_text(cases.read_text(encoding="utf-8") + "\n", encoding="utf-8")  # other bytes: read again
    found = loaded(record, cases, tmp_path / "again" / "areas.csv")
    assert len(broken(found, "open_case_in_no_ward")) == 1


def test_the_last_day_that_the_files_cover_is_each_loads_own(record: Record, tmp_path: Path) -> None:
    died = census(tmp_path / "c.xml", "2024-03-31", child("a", case("2022-05-02")))
    born = "<PersonBirthDate>2015-03-27</PersonBirthDate>"
    text = died.read_text(encoding="utf-8")
    died.write_text(
        text.replace(born, f"{born}<PersonDeathDate>2023-06-01</PersonDeathDate>"), encoding="utf-8"
    )
    loaded(record, died)
    for key, rows in (("2022-23", []), ("2023-24", [("e.csv", 2)])):
        file = episodes(tmp_path / key / "e.csv", episode("a", "01/05/2022"))
        assert broken(loaded(record, file, key=key), "care_open_after_death") == rows
