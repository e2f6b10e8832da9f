"""Which days SEN2's files speak for: told by the header among them, else named by a key; never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.sen2_period import first_of_return
from lineofsight.run.files import inventory

TODAY = date(2025, 6, 1)
HEADER = "sen2tableid,NativeId,collection,year,referencedate\nh,1,SEN2,2025,2025-Jan-16 00:00:00\n"
NEEDS = "senneedtableid,activeplanstableid,sentype,sentyperank\ng8,g6,ASD,1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b_needs.csv").write_text(NEEDS)
    return tmp_path


def test_files_of_a_set_take_the_period_of_the_header_beside_them(folder: Path) -> None:
    (folder / "a_header.csv").write_text(HEADER)
    (bundle,) = inventory([folder], key=None, today=TODAY).bundles
    assert bundle.key == "2025-01-16"
    assert [file.name for file in bundle.files] == ["a_header.csv", "b_needs.csv"]
    assert bundle.covers is not None
    assert (bundle.covers.since, bundle.covers.until) == (date(2024, 1, 1), date(2025, 1, 16))
    assert "sen_needs" in {table.name for table in bundle.return_.tables}


def test_without_a_header_a_set_waits_for_its_key(folder: Path) -> None:
    (bundle,) = inventory([folder], key=None, today=TODAY).bundles
    assert (bundle.key, bundle.covers) == (None, None)


def test_a_key_names_the_days_of_the_year_so_far(folder: Path) -> None:
    (bundle,) = inventory([folder], key="2025-09-30", today=TODAY).bundles
    assert bundle.key == "2025-09-30"
    assert bundle.covers is not None
    assert (bundle.covers.since, bundle.covers.until) == (date(2025, 1, 1), date(2025, 9, 30))


def test_a_header_that_tells_no_day_is_refused(folder: Path) -> None:
    (folder / "a_header.csv").write_text(HEADER.replace("2025-Jan-16", "16 January"))
    (refused,) = inventory([folder], key=None, today=TODAY).others
    assert [problem.rule for problem in refused.problems] == ["period_unknown"]


@pytest.mark.parametrize(
    ("census_day", "first"),
    [
        (date(2025, 1, 1), date(2024, 1, 1)),
        (date(2025, 1, 21), date(2024, 1, 1)),
        (date(2025, 1, 22), date(2025, 1, 1)),
        (date(2025, 1, 31), date(2025, 1, 1)),
        (date(2025, 12, 31), date(2025, 1, 1)),
    ],
)
def test_the_census_of_january_tells_of_the_year_before(census_day: date, first: date) -> None:
    assert first_of_return(census_day) == first
