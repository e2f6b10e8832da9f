"""The children in need census: which file is one, which days it covers, and what is refused whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.cin import CIN_CENSUS
from lineofsight.returns.model import Covers
from lineofsight.returns.problems import FileRefusedError
from tests.unit.returns.census import DATED, HEADER, REFERRED, census_file, child, message, read, refused


@pytest.mark.parametrize(
    "text",
    [
        "<Message><Header><CollectionDetails><Collection>CSWW</Collection></CollectionDetails></Header></Message>",
        "<Message><Children><Child/></Children></Message>",
        "<Other><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header></Other>",
        "CHILD,SEX",
        "",
    ],
)
def test_another_file_is_not_recognised(tmp_path: Path, text: str) -> None:
    file = census_file(tmp_path, text)
    assert CIN_CENSUS.recognises(file) is None


def test_a_namespace_changes_nothing(tmp_path: Path) -> None:
    plain = read(tmp_path, message(child(REFERRED)))
    spaced = read(tmp_path, message(child(REFERRED), attributes=" xmlns='http://example.org/cin'"))
    assert spaced == plain


@pytest.mark.parametrize(
    ("reference", "year", "since"),
    [
        ("2024-03-31", 2024, 2023),
        ("2024-04-01", 2025, 2024),
        ("2024-04-01", 2024, 2024),
        ("2023-12-31", 2024, 2023),
    ],
)
def test_the_file_covers_1_april_to_its_reference_date(
    tmp_path: Path, reference: str, year: int, since: int
) -> None:
    header = HEADER.format(f"<Year>{year}</Year><ReferenceDate>{reference}</ReferenceDate>")
    result = read(tmp_path, message(child(REFERRED), header=header))
    assert result.covers == [Covers(since=date(since, 4, 1), until=date.fromisoformat(reference))]
    assert result.problems == []


@pytest.mark.parametrize("year", ["2023", "2025", "last"])
def test_a_year_that_disagrees_is_told_with_the_date_that_was_used(tmp_path: Path, year: str) -> None:
    header = HEADER.format(f"\n<Year>{year}</Year><ReferenceDate>2024-03-31</ReferenceDate>")
    result = read(tmp_path, message(child(REFERRED), header=header))
    (problem,) = result.problems
    assert (problem.rule, problem.row, problem.value) == ("year_disagrees", 2, year)
    assert "2024-03-31" in problem.message
    assert result.covers[0].until == date(2024, 3, 31)


@pytest.mark.parametrize("reference", ["", "<ReferenceDate/>", "<ReferenceDate>31/03/2024</ReferenceDate>"])
def test_without_a_reference_date_the_years_last_day_is_used_and_told(tmp_path: Path, reference: str) -> None:
    result = read(tmp_path, message(child(REFERRED), header=HEADER.format(f"<Year>2024</Year>{reference}")))
    assert result.covers == [Covers(since=date(2023, 4, 1), until=date(2024, 3, 31))]
    (problem,) = result.problems
    assert (problem.rule, "2024-03-31" in problem.message) == ("reference_date_unreadable", True)


@pytest.mark.parametrize(
    "inside", ["", "<Year>soon</Year>", "<Year>1900</Year>", "<ReferenceDate>2024</ReferenceDate>"]
)
def test_a_file_without_a_period_is_refused(tmp_path: Path, inside: str) -> None:
    assert refused(tmp_path, message(child(REFERRED), header=HEADER.format(inside))).rule == "period_unknown"


def test_a_header_after_the_children_is_too_late(tmp_path: Path) -> None:
    file = census_file(tmp_path, f"<Message><Children>{child(REFERRED)}</Children>{DATED}</Message>")
    with pytest.raises(FileRefusedError) as why:
        list(CIN_CENSUS.read(file, "census", file.name))
    assert why.value.rule == "period_unknown"


def test_a_message_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    file = census_file(tmp_path, "<Message/>")
    with pytest.raises(FileRefusedError) as why:
        list(CIN_CENSUS.read(file, "census", file.name))
    assert why.value.rule == "period_unknown"


def test_a_second_header_is_told_and_not_read(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED), header=DATED + DATED.replace("2024", "2020")))
    assert (len(result.covers), result.problems[0].rule) == (1, "element_unknown")


def test_a_file_without_children_would_empty_a_year_and_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, message()).rule == "no_children"


def test_a_file_cut_short_is_refused_although_its_first_children_were_good(tmp_path: Path) -> None:
    assert refused(tmp_path, message(child(REFERRED))[:-12]).rule == "file_cut_short"
