"""Workbooks: Excel's row numbers, dates, numbers and errors, and files that are no workbook or a dangerous one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from lineofsight.returns.cells import Cell, Fault, Limits
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.sheets import opened
from tests.unit.returns.files import csv_file, read, workbook


def sheets_of(path: Path, limits: Limits | None = None) -> dict[str, list[tuple[int, list[Cell]]]]:
    with opened(path, limits=limits or Limits()) as sheets:
        return {
            sheet.name: [(sheet.header_row, sheet.header), *((line.row, line.cells) for line in sheet.lines)]
            for sheet in sheets
        }


def refused(path: Path, limits: Limits | None = None) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as error:
        sheets_of(path, limits)
    return error.value


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """A copy of a workbook, each member changed or (None) left out."""
    copy = path.with_name("rewritten.xlsx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = change(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
    return copy


def in_sheet(old: str, new: str) -> Callable[[str, bytes], bytes]:
    def change(name: str, content: bytes) -> bytes:
        return (
            content.replace(old.encode(), new.encode()) if name.startswith("xl/worksheets/sheet") else content
        )

    return change


def test_rows_count_as_excel_counts_them_also_when_the_first_are_empty(tmp_path: Path) -> None:
    path = workbook(tmp_path, Sheet=[[], [], [None, "A", "B"], [], [None, "1", "2"]])
    assert sheets_of(path)["Sheet"] == [(3, ["A", "B"]), (5, ["1", "2"])]


def test_every_sheet_is_read_and_an_empty_one_is_empty(tmp_path: Path) -> None:
    found = sheets_of(workbook(tmp_path, One=[["A"], ["1"]], Two=[], Three=[["B"]]))
    assert list(found) == ["One", "Two", "Three"]
    assert found["Two"] == [(1, [])]


def test_a_date_is_a_date_and_keeps_its_time_of_day_where_it_has_one(tmp_path: Path) -> None:
    moment = datetime.fromisoformat("2024-05-03T16:30")
    path = workbook(tmp_path, S=[["A", "B"], [date(2024, 5, 3), moment]])
    assert sheets_of(path)["S"][1] == (2, [date(2024, 5, 3), moment])


def test_a_column_of_dates_leaves_out_a_time_of_day_that_a_cell_has(tmp_path: Path) -> None:
    moment = datetime.fromisoformat("2024-05-03T16:30")
    path = workbook(tmp_path, S=[["Child ID", "Ward", "Since", "Until"], ["101", "North", moment, None]])
    assert read(path).kept[0]["since"] == date(2024, 5, 3)


def test_a_workbook_that_counts_days_from_1904_gives_the_same_dates(tmp_path: Path) -> None:
    path = workbook(tmp_path, date_1904=True, S=[["A"], [date(2024, 2, 29)]])
    assert sheets_of(path)["S"][1] == (2, [date(2024, 2, 29)])


def test_numbers_become_text_without_a_needless_point(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A", "B", "C", "D"], [101.0, 0.8, 0.1 + 0.2, True]])
    assert sheets_of(path)["S"][1] == (2, ["101", "0.8", "0.3", "True"])


def test_a_time_of_day_is_text_and_no_date(tmp_path: Path) -> None:
    assert sheets_of(workbook(tmp_path, S=[["A"], [time(9, 30)]]))["S"][1] == (2, ["09:30:00"])


def test_an_error_cell_is_a_fault_and_never_a_blank(tmp_path: Path) -> None:
    path = tmp_path / "errors.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    sheet.write_row("B2", ["A", "B", "C"])
    sheet.write("B3", "x")
    sheet.write_formula("C3", "=NA()", None, "#N/A")
    sheet.write_formula("D4", "=1/0", None, "#DIV/0!")
    book.close()
    rows = sheets_of(path)["S"]
    assert [
        (row, [cell.text if isinstance(cell, Fault) else cell for cell in cells]) for row, cells in rows
    ] == [
        (2, ["A", "B", "C"]),
        (3, ["x", "#N/A", ""]),
        (4, ["", "", "#DIV/0!"]),
    ]


def test_a_formula_that_was_calculated_gives_its_value(tmp_path: Path) -> None:
    assert sheets_of(workbook(tmp_path, S=[["A"], ["=1-1"]]))["S"][1] == (2, ["0"])


@pytest.mark.parametrize("place", ["A2", "C2", "B1", "B3"])
def test_a_formula_whose_result_was_not_saved_is_a_fault_wherever_it_stands(
    tmp_path: Path, place: str
) -> None:
    path = tmp_path / "formula.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    sheet.write("B2", "A")
    sheet.write_formula(place, "=1-1", None, "gone")
    book.close()
    rows = sheets_of(rewritten(path, in_sheet("<v>gone</v>", "")))["S"]
    faults = [(row, cell.rule) for row, cells in rows for cell in cells if isinstance(cell, Fault)]
    # Left of every value there is no heading that it could stand under.
    assert faults == ([] if place == "A2" else [(int(place[1]), "formula_without_value")])


def test_faults_are_found_where_cells_do_not_say_where_they_stand(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A", "B"], [1, 2]])
    bare = '<row><c><v>7</v></c><c t="e"><v>#REF!</v></c></row></sheetData>'

    def change(name: str, content: bytes) -> bytes:
        return (
            content.replace(b"</sheetData>", bare.encode()) if name.startswith("xl/worksheets/") else content
        )

    rows = sheets_of(rewritten(path, change))["S"]
    assert [cell.text for _, cells in rows for cell in cells if isinstance(cell, Fault)] == ["#REF!"]
    assert rows[2][0] == 3


def test_a_password_is_named_as_the_reason(tmp_path: Path) -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    error = refused(csv_file(tmp_path, ole, "locked.xlsx"))
    assert error.rule == "file_encrypted"
    assert "password" in error.message


def test_an_old_xls_is_refused_with_what_to_do(tmp_path: Path) -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "Workbook".encode("utf-16-le") + bytes(100)
    error = refused(csv_file(tmp_path, ole, "old.xls"))
    assert error.rule == "workbook_old_format"
    assert ".xlsx" in error.remedy


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A"]])
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the mark of encryption in the archive's directory
    assert refused(csv_file(tmp_path, bytes(content))).rule == "file_encrypted"


@pytest.mark.parametrize(
    ("name", "rule"), [("readme.txt", "zip_without_workbook"), ("xl/workbook.bin", "workbook_binary")]
)
def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path, name: str, rule: str) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(name, "text")
    assert refused(csv_file(tmp_path, archive.getvalue())).rule == rule


def test_a_workbook_may_unpack_to_the_limit_and_no_further(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A"], [1]])
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
    assert sheets_of(path, Limits(unpacked_bytes=size))["S"][1] == (2, ["1"])
    assert refused(path, Limits(unpacked_bytes=size - 1)).rule == "workbook_too_large"


def test_a_workbook_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A"], *[[n] for n in range(500)]])
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    smaller = content.replace(size, (100).to_bytes(4, "little"))
    assert smaller != content
    assert refused(csv_file(tmp_path, smaller)).rule == "workbook_damaged"


def test_a_sheet_may_stretch_over_as_many_cells_as_the_limit_and_no_more(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A", "B", "C"], [], [], [None, None, 1]])
    assert len(sheets_of(path, Limits(cells=12))["S"]) == 2
    assert refused(path, Limits(cells=11)).rule == "sheet_too_large"


def test_a_value_in_the_last_cell_of_a_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    sheet.write("A1", 1)
    sheet.write("XFD1048576", 1)
    book.close()
    assert refused(path).rule == "sheet_too_large"


def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    content = workbook(tmp_path, S=[["A"]]).read_bytes()
    assert refused(csv_file(tmp_path, content[: len(content) // 2])).rule == "workbook_damaged"


def test_a_workbook_that_lost_bytes_near_its_beginning_is_damaged(tmp_path: Path) -> None:
    content = workbook(tmp_path, S=[["a"], ["b"]]).read_bytes()
    assert refused(csv_file(tmp_path, content[:4] + content[14:])).rule == "workbook_damaged"


def test_a_workbook_with_a_flipped_byte_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["A"], *[[n] for n in range(500)]])
    content = bytearray(path.read_bytes())
    start = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[start] ^= 0xFF
    assert refused(csv_file(tmp_path, bytes(content))).rule == "workbook_damaged"


@pytest.mark.parametrize("part", ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_one_of_its_parts_is_refused(tmp_path: Path, part: str) -> None:
    path = rewritten(workbook(tmp_path, S=[["A"]]), lambda name, content: None if name == part else content)
    assert refused(path).rule == "workbook_damaged"


def test_a_workbook_without_its_root_relations_is_refused(tmp_path: Path) -> None:
    path = rewritten(
        workbook(tmp_path, S=[["A"]]), lambda name, content: None if name == "_rels/.rels" else content
    )
    assert refused(path).rule == "workbook_damaged"


def test_a_sheet_whose_xml_is_broken_is_refused(tmp_path: Path) -> None:
    path = rewritten(workbook(tmp_path, S=[["A"]]), in_sheet("</sheetData>", "<"))
    assert refused(path).rule == "workbook_damaged"


def test_a_document_type_in_a_sheet_is_refused(tmp_path: Path) -> None:
    path = rewritten(
        workbook(tmp_path, S=[["A"]]), in_sheet("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    )
    assert refused(path).rule == "workbook_with_doctype"


def test_a_chart_sheet_holds_no_rows_and_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "chart.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("S").write_column("A1", ["A", 1, 2])
    chart = book.add_chart({"type": "line"})
    assert chart is not None
    chart.add_series({"values": "=S!$A$2:$A$3"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()
    assert list(sheets_of(path)) == ["S"]
