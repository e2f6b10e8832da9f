"""CSV files: encodings, separators, quoted line breaks, blank rows, and files that end too soon."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lineofsight.returns.cells import Cell, Limits
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.sheets import opened
from tests.unit.returns.files import csv_file


def lines_of(path: Path, limits: Limits | None = None) -> list[tuple[int, list[Cell]]]:
    with opened(path, limits=limits or Limits()) as sheets:
        (sheet,) = sheets
        return [(sheet.header_row, sheet.header), *((line.row, line.cells) for line in sheet.lines)]


def caution_of(path: Path) -> str:
    with opened(path) as sheets:
        (sheet,) = sheets
        return " ".join(caution.message for caution in sheet.cautions)


def refused(path: Path, limits: Limits | None = None) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as error:
        lines_of(path, limits)
    return error.value


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_three_separators_are_told_apart(tmp_path: Path, separator: str) -> None:
    path = csv_file(tmp_path, f"A{separator}B{separator}C\n1{separator}2{separator}3\n")
    assert lines_of(path) == [(1, ["A", "B", "C"]), (2, ["1", "2", "3"])]


def test_a_separator_inside_quotes_is_no_separator(tmp_path: Path) -> None:
    path = csv_file(tmp_path, '"A, first, of, all";B\n1;"x;y"\n')
    assert lines_of(path)[1] == (2, ["1", "x;y"])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(tmp_path: Path, ending: str) -> None:
    assert lines_of(csv_file(tmp_path, ending.join(["A,B", "1,2", ""]))) == [(1, ["A", "B"]), (2, ["1", "2"])]


def test_blank_rows_are_passed_over_but_counted(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "\n,,\nA,B,C\n,,\n1,2,3\n\n \u00a0,,\n4,5,6\n")
    assert [row for row, _ in lines_of(path)] == [3, 5, 8]


def test_a_quoted_line_break_counts_as_one_row_as_in_excel(tmp_path: Path) -> None:
    path = csv_file(tmp_path, 'A,B\n1,"two\nlines"\n3,4\n')
    assert lines_of(path)[1:] == [(2, ["1", "two\nlines"]), (3, ["3", "4"])]


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    path = csv_file(tmp_path, b"\xef\xbb\xbfA,B\n1,2\n")
    assert lines_of(path)[0] == (1, ["A", "B"])
    assert caution_of(path) == ""


@pytest.mark.parametrize("written", ["Zoë", "St Mary’s", "A – B", "£5", "Thérèse"])
def test_windows_1252_is_read_with_a_warning_that_names_it(tmp_path: Path, written: str) -> None:
    path = csv_file(tmp_path, f"Child ID,Ward\n101,Holme Valley\n102,{written}\n".encode("cp1252"))
    assert lines_of(path)[2] == (3, ["102", written])
    assert "Windows-1252" in caution_of(path)


def test_a_letter_of_windows_1252_far_down_the_file_is_found(tmp_path: Path) -> None:
    path = csv_file(tmp_path, b"A,B\n" + b"1,2\n" * 400_000 + "1,Zoë\n".encode("cp1252"))
    assert "Windows-1252" in caution_of(path)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_or_without_its_mark(tmp_path: Path, codec: str) -> None:
    path = csv_file(tmp_path, "A,B\n1,Zoë\n".encode(codec))
    assert lines_of(path) == [(1, ["A", "B"]), (2, ["1", "Zoë"])]
    assert "UTF-16" in caution_of(path)


@pytest.mark.parametrize(
    ("text", "codec", "title"),
    [
        ("имя,школа\n1,Москва улица\n", "cp1251", "cp1251"),
        ("名前,学校\n1,東京都新宿区\n", "shift_jis", "cp932"),
        ("CHILD,School\n1,St Thérèse\n2,Zoë\n3,Mary’s\n", "mac_roman", "mac_roman"),
        ("A,B\n1,2\n", "utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_refused_by_name(tmp_path: Path, text: str, codec: str, title: str) -> None:
    error = refused(csv_file(tmp_path, text.encode(codec)))
    assert error.rule == "encoding_refused"
    assert title in error.message
    assert "UTF-8" in error.remedy


def test_bytes_that_no_encoding_explains_are_refused(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, bytes(range(128, 256)) * 4)).rule == "encoding_refused"


def test_an_encoding_that_changes_on_the_way_is_refused(tmp_path: Path) -> None:
    beyond_the_sample = "1,Zoë\n".encode("cp1252") * 20_000
    path = csv_file(tmp_path, b"A,B\n" + beyond_the_sample + b"1,\x81\x8d\n")
    error = refused(path)
    assert error.rule == "encoding_mixed"
    assert error.row is not None


def test_half_a_character_of_utf_16_is_refused(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, "A,B\n1,2\n".encode("utf-16") + b"1")).rule == "encoding_mixed"


@pytest.mark.parametrize("text", [b"", b"\xef\xbb\xbf", b" \r\n\r\n", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, text: bytes) -> None:
    assert refused(csv_file(tmp_path, text)).rule == "file_empty"


def test_a_zero_byte_in_the_text_is_refused(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, b"A,B\n1,2\n\0\0\0\0")).rule == "file_not_text"


def test_a_quotation_mark_that_is_never_closed_refuses_the_file_with_its_row(tmp_path: Path) -> None:
    error = refused(csv_file(tmp_path, 'A,B\n1,2\n3,"four\n5,6\n'))
    assert (error.rule, error.row) == ("file_cut_off", 3)


def test_quotation_marks_that_do_not_pair_up_refuse_the_file_with_their_row(tmp_path: Path) -> None:
    error = refused(csv_file(tmp_path, 'A,B\n1,"two" or three\n'))
    assert (error.rule, error.row) == ("quotes_unpaired", 2)


def test_a_last_row_that_stops_short_without_a_line_break_was_cut_off(tmp_path: Path) -> None:
    error = refused(csv_file(tmp_path, "A,B,C\n1,2,3\n4,5"))
    assert (error.rule, error.row) == ("file_cut_off", 3)


@pytest.mark.parametrize("ending", ["4,5,6", "4,5\n", "4,5\r\n"])
def test_a_last_row_that_is_whole_or_ends_with_a_line_break_was_not_cut_off(
    tmp_path: Path, ending: str
) -> None:
    assert lines_of(csv_file(tmp_path, "A,B,C\n1,2,3\n" + ending))[-1][0] == 3


def test_a_last_row_that_stops_short_in_utf_16_ends_with_its_line_break_too(tmp_path: Path) -> None:
    assert len(lines_of(csv_file(tmp_path, "A,B,C\n4,5\n".encode("utf-16")))) == 2


@pytest.mark.parametrize(("size", "is_read"), [(20, True), (21, False)])
def test_a_line_may_be_as_long_as_the_limit_and_no_longer(tmp_path: Path, size: int, is_read: bool) -> None:
    path = csv_file(tmp_path, f"A,B\r\n1,{'x' * (size - 2)}\r\n")
    if is_read:
        assert len(lines_of(path, Limits(line_characters=20))) == 2
    else:
        assert refused(path, Limits(line_characters=20)).rule == "line_too_long"


def test_a_quoted_cell_may_be_as_long_as_the_limit_and_no_longer(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    half, line = limit // 2, "x" * (limit // 2 - 1) + "\n"
    assert len(line) == half
    assert len(lines_of(csv_file(tmp_path, f'A,B\n1,"{line}{line}"\n'))) == 2
    assert refused(csv_file(tmp_path, f'A,B\n1,"{line}{line}x"\n')).rule == "quotes_unpaired"


def test_a_file_is_read_as_a_stream(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "A,B\n1,2\n3,4\n" + '5,"never closed\n')
    with opened(path) as sheets:
        (sheet,) = sheets
        assert next(sheet.lines).row == 2  # the fault further down is not reached yet


def test_a_header_that_is_longer_than_the_opening_is_read_all_the_same(tmp_path: Path) -> None:
    name = "x" * 70_000
    assert lines_of(csv_file(tmp_path, f"A,{name}\n1,2\n"))[0] == (1, ["A", name])
