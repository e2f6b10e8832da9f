"""A template is known for what it is, whatever return it is for, and leads to values that are read."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from lineofsight.returns.forms import code_words, form_of, reads
from lineofsight.returns.known import PARTS, RETURNS, SHEET_RETURNS, recognise
from lineofsight.returns.model import Return
from lineofsight.returns.parts import Codes, Need, Part
from lineofsight.returns.sheets import NOT_READ
from lineofsight.returns.templates import (
    LONGEST_NAME,
    Template,
    UnknownTemplateError,
    named_sheets,
    template,
    templates,
    write_template,
)
from tests.unit.returns.files import read, workbook

PARTS_OF = {known.title: parts for known, parts in SHEET_RETURNS}


def written(folder: Path, name: str) -> Path:
    path = folder / "template.xlsx"
    write_template(template(name), path)
    return path


def sheet_xml(path: Path, number: int = 1) -> str:
    with ZipFile(path) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


@pytest.mark.parametrize(
    "known", [known for known in RETURNS if known.title in PARTS_OF], ids=lambda known: known.title
)
def test_the_template_of_a_return_is_recognised_as_that_return_with_every_part(
    tmp_path: Path, known: Return
) -> None:
    found = read(written(tmp_path, known.name))
    assert found.return_.title == known.title
    assert set(found.part.split(" and ")) == {part.name for part in PARTS_OF[known.title]}
    assert {problem.rule for problem in found.problems} == {"no_rows"}


@pytest.mark.parametrize(
    "known", [known for known in RETURNS if known.title not in PARTS_OF], ids=lambda known: known.title
)
def test_what_comes_in_another_form_has_no_template_of_its_own(known: Return) -> None:
    names = {each.name for each in templates()}
    assert known.name not in names or any(other.name == known.name for other, _ in SHEET_RETURNS)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_template_of_a_part_holds_its_headings_and_is_recognised_as_it(
    tmp_path: Path, part: Part
) -> None:
    path = tmp_path / "template.xlsx"
    write_template(Template(name=part.name, title=part.title, parts=(part,)), path)
    assert recognise(path)[1] == part.name  # type: ignore[index]
    first = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert first == [[column.header for column in part.columns]]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_value_that_a_template_offers_is_read_without_a_warning(part: Part) -> None:
    for column in part.columns:
        offered = form_of(column.as_).choices or [word.code for word in code_words(column.as_)]
        for value in offered:
            known = value in column.as_.known if isinstance(column.as_, Codes) else reads(column.as_, value)
            assert known, (column.header, value)


def test_a_date_column_shows_days_first_and_a_coded_one_offers_its_codes(tmp_path: Path) -> None:
    path = written(tmp_path, "section_47_outcomes")
    text = sheet_xml(path)
    assert '<dataValidation type="list" errorStyle="warning"' in text
    assert "Codes" in re.findall(r"<formula1>(.*?)</formula1>", text)[-1]
    assert text.count('type="date"') == 2
    with ZipFile(path) as archive:
        assert 'formatCode="dd/mm/yyyy"' in archive.read("xl/styles.xml").decode()


def test_the_range_that_is_offered_holds_the_codes_of_the_column(tmp_path: Path) -> None:
    path = written(tmp_path, "visits")
    (place,) = re.findall(r"<formula1>'Codes'!\$A\$3:\$A\$(\d+)</formula1>", sheet_xml(path))
    codes = CalamineWorkbook.from_path(path).get_sheet_by_name("Codes").to_python()
    kinds = next(
        column.as_
        for part in PARTS
        if part.name == "visits"
        for column in part.columns
        if column.to == "kind"
    )
    assert isinstance(kinds, Codes)
    assert [row[0] for row in codes[2 : int(place)]] == list(kinds.known)


def test_the_notes_say_of_each_column_what_it_is_whether_it_is_needed_and_how_it_is_written(
    tmp_path: Path,
) -> None:
    notes = CalamineWorkbook.from_path(written(tmp_path, "visits")).get_sheet_by_name("Notes").to_python()
    lines = {row[1]: row for row in notes}
    assert notes[0][0] == NOT_READ
    assert lines["Visited"][2:6] == [
        "in every row",
        "The day of the visit.",
        "a day, dd/mm/yyyy",
        "31/01/2025",
    ]
    assert "Visit date" in lines["Visited"][6]


def test_identifiers_and_codes_are_text_so_that_no_zero_is_lost(tmp_path: Path) -> None:
    path = written(tmp_path, "names")
    with ZipFile(path) as archive:
        assert 'formatCode="@"' in archive.read("xl/styles.xml").decode()
    assert re.search(r'<col min="1" max="\d+" width="[\d.]+" style="\d+"', sheet_xml(path))


def test_the_same_template_is_the_same_file(tmp_path: Path) -> None:
    first = written(tmp_path, "ssda903").read_bytes()
    assert written(tmp_path, "ssda903").read_bytes() == first


def test_names_that_excel_would_refuse_are_shortened_and_told_apart() -> None:
    long = "a/b" + "x" * 40
    parts = tuple(
        Part(name=long + end, title="", table=PARTS[0].table, columns=(), known_by=("x",), enough=1)
        for end in "12"
    )
    names = list(named_sheets(parts))
    assert max(len(name) for name in names) == LONGEST_NAME
    assert len({name.casefold() for name in names}) == 2
    assert not any("/" in name for name in names)


def test_a_part_called_as_the_notes_are_does_not_take_their_name() -> None:
    part = Part(name="notes", title="", table=PARTS[0].table, columns=(), known_by=("x",), enough=1)
    assert list(named_sheets((part,))) == ["notes 2"]


def test_a_name_that_is_no_template_is_answered_with_those_that_come_close() -> None:
    with pytest.raises(UnknownTemplateError, match="Did you mean 'early_help'"):
        template("earlyhelp")
    with pytest.raises(UnknownTemplateError, match="XML"):
        template("cin_census")


def test_each_template_has_a_name_of_its_own() -> None:
    names = [each.name for each in templates()]
    assert len(set(names)) == len(names)
    assert {known.name for known, _ in SHEET_RETURNS} | {part.name for part in PARTS} == set(names)


def test_only_the_exact_words_make_a_sheet_notes(tmp_path: Path) -> None:
    header = ["Child ID", "Kind of visit", "Visited"]
    path = workbook(tmp_path, Visits=[header], Aside=[[NOT_READ, "x"]], Other=[[NOT_READ + " yet", "x"]])
    assert [problem.sheet for problem in read(path).problems if problem.rule == "sheet_ignored"] == ["Other"]


def test_needed_columns_stand_out(tmp_path: Path) -> None:
    path = written(tmp_path, "visits")
    styles = re.findall(r'<c r="([A-Z])1" s="(\d+)"', sheet_xml(path))
    visits = next(part for part in PARTS if part.name == "visits")
    of = {
        need: {style for (_, style), c in zip(styles, visits.columns, strict=True) if c.need is need}
        for need in Need
    }
    assert len(of[Need.REQUIRED]) == len(of[Need.OPTIONAL]) == 1
    assert of[Need.REQUIRED] != of[Need.OPTIONAL]
