"""The children in need census: where a conference came from, and when two entries are one conference."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.unit.returns.census import REFERRED, child, message, read


def conferences(tmp_path: Path, *details: str) -> list[tuple[object, object, object]]:
    result = read(tmp_path, message(child(*details)))
    return [
        (row["came_from"], row.get("strategy_discussion_date"), row["held_date"])
        for row in result.of("conferences")
    ]


def enquiry(start: str, held: str) -> str:
    conference = f"<DateOfInitialCPC>{held}</DateOfInitialCPC>" if held else ""
    begun = f"<S47ActualStartDate>{start}</S47ActualStartDate>"
    return f"<Section47>{begun}{conference}<ICPCnotRequired>0</ICPCnotRequired></Section47>"


ON_REFERRAL = "<DateOfInitialCPC>2023-11-01</DateOfInitialCPC>"


def test_a_conference_of_an_enquiry_has_its_strategy_discussion(tmp_path: Path) -> None:
    expected = ("section 47", date(2023, 10, 12), date(2023, 11, 1))
    assert conferences(tmp_path, REFERRED + enquiry("2023-10-12", "2023-11-01")) == [expected]


def test_a_conference_on_the_referral_alone_has_none(tmp_path: Path) -> None:
    assert conferences(tmp_path, REFERRED + ON_REFERRAL) == [("referral", None, date(2023, 11, 1))]


def test_a_conference_on_referral_and_enquiry_with_one_date_is_one(tmp_path: Path) -> None:
    found = conferences(tmp_path, REFERRED + ON_REFERRAL + enquiry("2023-10-12", "2023-11-01"))
    assert found == [("section 47", date(2023, 10, 12), date(2023, 11, 1))]


def test_a_conference_on_referral_a_day_after_the_enquirys_is_another(tmp_path: Path) -> None:
    found = conferences(tmp_path, REFERRED + ON_REFERRAL + enquiry("2023-10-12", "2023-10-31"))
    assert [source for source, _, _ in found] == ["section 47", "referral"]


def test_a_conference_of_an_enquiry_in_another_referral_is_another(tmp_path: Path) -> None:
    found = conferences(tmp_path, REFERRED + ON_REFERRAL, REFERRED + enquiry("2023-10-12", "2023-11-01"))
    assert [source for source, _, _ in found] == ["referral", "section 47"]


def test_an_enquiry_without_conference_makes_none(tmp_path: Path) -> None:
    assert conferences(tmp_path, REFERRED + enquiry("2023-10-12", "")) == []


def test_a_conference_of_an_enquiry_without_start_is_kept_without_a_discussion(tmp_path: Path) -> None:
    assert conferences(tmp_path, REFERRED + enquiry("", "2023-11-01")) == [
        ("section 47", None, date(2023, 11, 1))
    ]


def test_conference_dates_that_cannot_be_read_are_not_taken_for_one_another(tmp_path: Path) -> None:
    on_referral = ON_REFERRAL.replace("2023-11-01", "soon")
    result = read(tmp_path, message(child(REFERRED + on_referral + enquiry("2023-10-12", "later"))))
    assert (result.held("conferences"), result.held("section_47_enquiries")) == (2, 1)
