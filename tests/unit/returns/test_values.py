"""Single values: what is read, what is refused and by which rule, on both sides of every limit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lineofsight.returns import values
from lineofsight.returns.values import UnreadableError

NBSP, ZERO_WIDTH = "\u00a0", "\u200b"


def rule(parse: Callable[[str], object], text: str) -> str:
    """The rule by which a text is refused; the message must not give the text away."""
    with pytest.raises(UnreadableError) as refused:
        parse(text)
    assert text.strip() == "" or text not in refused.value.message
    assert refused.value.remedy
    return refused.value.rule


@pytest.mark.parametrize("text", [None, "", "  ", NBSP, f"\t{NBSP}\n", ZERO_WIDTH, "\ufeff"])
def test_what_nobody_can_see_is_blank(text: str | None) -> None:
    assert values.blank(text)


def test_a_zero_is_not_blank() -> None:
    assert not values.blank("0")


def test_spaces_of_every_kind_are_trimmed_and_one_inside_becomes_ordinary() -> None:
    assert values.trimmed(f" {NBSP}a{NBSP}b{ZERO_WIDTH} ") == "a b"


@pytest.mark.parametrize(
    "parse", [values.iso_date, values.day_first_date, values.flag, values.whole, values.code]
)
def test_a_parser_given_nothing_says_that_it_is_missing(parse: Callable[[str], object]) -> None:
    assert rule(parse, " ") == "value_missing"


@pytest.mark.parametrize(
    "text",
    [
        "2024-04-03",
        " 2024-04-03\n",
        "2024-04-03T00:00:00",
        "2024-04-03 00:00",
        "2024-04-03Z",
        "2024-04-03+01:00",
    ],
)
def test_an_iso_date_is_read_with_or_without_midnight_and_zone(text: str) -> None:
    assert values.iso_date(text) == date(2024, 4, 3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("03/04/2024", "date_in_another_form"),
        ("13/04/2024", "date_in_another_form"),
        ("2024/04/03", "date_in_another_form"),
        ("03/04/24", "date_two_digit_year"),
        ("44197", "date_is_a_number"),
        ("44197.0", "date_is_a_number"),
        ("20240403", "date_is_a_number"),
        ("2024-W14-3", "date_unreadable"),
        ("2024-04-03T23:30:00", "date_in_another_form"),
        ("3 April 2024", "date_unreadable"),
        ("None", "placeholder_for_nothing"),
        ("NaT", "placeholder_for_nothing"),
        ("1900-01-01", "placeholder_for_nothing"),
        ("9999-12-31", "placeholder_for_nothing"),
        ("2023-02-29", "date_not_in_calendar"),
        ("0000-01-01", "date_not_in_calendar"),
        ("2024-13-04", "date_month_first"),
    ],
)
def test_anything_but_an_iso_date_is_refused_and_never_guessed(text: str, why: str) -> None:
    assert rule(values.iso_date, text) == why


@pytest.mark.parametrize("text", ["1900-01-02", "2100-12-31", "2024-02-29"])
def test_the_first_and_last_days_of_the_range_are_read(text: str) -> None:
    assert values.iso_date(text).isoformat() == text


@pytest.mark.parametrize("text", ["1899-12-31", "2101-01-01", "1066-04-13"])
def test_a_day_outside_the_range_is_refused(text: str) -> None:
    assert rule(values.iso_date, text) == "date_out_of_range"


@pytest.mark.parametrize(
    "text", ["03/04/2024", "3/4/2024", "03-04-2024", "03/04/2024 00:00:00", "03/04/2024 00:00"]
)
def test_a_day_first_date_is_the_third_of_april(text: str) -> None:
    assert values.day_first_date(text) == date(2024, 4, 3)
    assert values.day_first_caution(text) is None


def test_an_iso_date_among_day_first_ones_is_read_with_a_caution() -> None:
    assert values.day_first_date("2024-04-03") == date(2024, 4, 3)
    assert values.day_first_caution("2024-04-03") is values.DATE_WRITTEN_YEAR_FIRST


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("04/13/2024", "date_month_first"),
        ("32/01/2024", "date_not_in_calendar"),
        ("13/13/2024", "date_not_in_calendar"),
        ("03/04/24", "date_two_digit_year"),
        ("40269", "date_is_a_number"),
        ("03/04-2024", "date_in_another_form"),
        ("03/04/2024 09:30", "date_in_another_form"),
        ("zz/zz/2015", "date_unreadable"),
        ("01/01/1900", "placeholder_for_nothing"),
        ("31/12/1899", "date_out_of_range"),
        ("01/01/2101", "date_out_of_range"),
    ],
)
def test_a_date_that_is_not_plainly_day_first_is_refused(text: str, why: str) -> None:
    assert rule(values.day_first_date, text) == why


@pytest.mark.parametrize("text", ["1", "true", "TRUE", "Yes", "y", "1.0"])
def test_every_way_to_say_yes(text: str) -> None:
    assert values.flag(text) is True


@pytest.mark.parametrize("text", ["0", "false", "False", "NO", "n", "0.0"])
def test_every_way_to_say_no(text: str) -> None:
    assert values.flag(text) is False


@pytest.mark.parametrize("text", ["2", "-1", "maybe", "none"])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    assert rule(values.flag, text) == "flag_unknown"


def test_the_sex_is_a_letter_whether_written_as_letter_or_figure() -> None:
    assert [values.sex(text) for text in ("m", "F", "U", "1", "2", "0", "9", "Male")] == list("MFUMFUUM")


@pytest.mark.parametrize("text", ["3", "X", "MF"])
def test_an_unknown_sex_is_refused(text: str) -> None:
    assert rule(values.sex, text) == "sex_unknown"


def test_whole_numbers_with_and_without_a_point_and_zero() -> None:
    assert [values.whole(text) for text in ("10", "10.0", "0", "-3", "007")] == [10, 10, 0, -3, 7]


def test_the_largest_whole_number_that_the_record_holds_and_the_one_above() -> None:
    assert values.whole(str(values.LARGEST)) == values.LARGEST
    assert rule(values.whole, str(values.LARGEST + 1)) == "whole_number_unreadable"


@pytest.mark.parametrize("text", ["10.5", "1,000", "1e3", "ten", "\u0661\u0662", "9" * 5000])
def test_what_is_not_whole_is_refused(text: str) -> None:
    assert rule(values.whole, text) == "whole_number_unreadable"


def test_numbers_with_a_point() -> None:
    assert [values.number(text) for text in ("0.5", ".5", "10", "-1.25")] == [0.5, 0.5, 10.0, -1.25]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("85%", "number_unreadable"),
        ("1,5", "number_unreadable"),
        ("inf", "number_unreadable"),
        ("9" * 400, "number_unreadable"),
        ("nan", "placeholder_for_nothing"),
    ],
)
def test_what_is_not_a_number_is_refused(text: str, why: str) -> None:
    assert rule(values.number, text) == why


def test_a_code_is_trimmed_and_in_capitals() -> None:
    assert values.code("wbri ") == "WBRI"


def test_a_word_for_nothing_is_no_code() -> None:
    assert rule(values.code, "nan") == "placeholder_for_nothing"


def test_an_identifier_keeps_its_leading_zeros_without_a_caution() -> None:
    assert values.identifier(" 00101 ") == "00101"
    assert values.identifier_caution("00101") is None


def test_an_identifier_that_went_through_excel_is_read_with_a_caution() -> None:
    assert values.identifier("101.0") == "101"
    assert values.identifier_caution("101.0") is values.ID_WENT_THROUGH_EXCEL


def test_an_identifier_with_a_point_of_its_own_stays_as_it_is() -> None:
    assert values.identifier("101.5") == "101.5"
    assert values.identifier_caution("A101.0") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [("1.23E+11", "id_has_lost_digits"), ("1E5", "id_has_lost_digits"), ("None", "placeholder_for_nothing")],
)
def test_an_identifier_that_is_lost_is_refused(text: str, why: str) -> None:
    assert rule(values.identifier, text) == why
