"""Which return a file is, told by its content; what is set aside by name; what is refused, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.returns.known import RETURNS, recognise, recognise_all
from lineofsight.returns.model import SetAside
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.tables import HELD
from tests.unit.returns.files import csv_file, workbook

UASC = "CHILD,SEX,DOB,DUC\n101,1,02/03/2010,\n"
CIN = (
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>"
    "<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header><Children/></Message>"
)
SSDA903 = "<EXPSSDA903><CHILD/></EXPSSDA903>"

PROVIDERS = [
    "URN,Provision type,Setting name,Registration status,Setting postcode,Organisation name,Local authority,Sector",
    "Local Authority,URN,Provider Type,Sector,Setting Name,Registration Date,Setting Address Postcode,Owner Name",
    "Local authority,URN,Provider type,Sector,Provider name,Registration date,Provider postcode,Placement code",
    "Provider local authority,Setting Local Authority,URN,Provider type,Provider name,Setting address postcode",
    "urn,organisation name,region,sector,registration status,postcode",
]


def refused(path: Path) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as error:
        recognise(path)
    return error.value


@pytest.mark.parametrize(
    ("text", "name"),
    [(UASC, "ssda903"), (CIN, "cin_census"), (SSDA903, "ssda903"), ("\ufeff\n" + CIN, "cin_census")],
)
@pytest.mark.parametrize("called", ["file.csv", "file.xml", "file.txt", "file"])
def test_a_return_is_known_by_its_content_and_not_by_its_name(
    tmp_path: Path, text: str, name: str, called: str
) -> None:
    found = recognise(csv_file(tmp_path, text, called))
    assert isinstance(found, tuple)
    assert found[0].name == name


@pytest.mark.parametrize("header", PROVIDERS)
@pytest.mark.parametrize("as_workbook", [True, False])
def test_a_provider_list_is_set_aside_by_name(tmp_path: Path, header: str, as_workbook: bool) -> None:
    if as_workbook:
        path = workbook(tmp_path, Notes=[["About"]], Providers=[[], header.split(",")])
    else:
        path = csv_file(tmp_path, header + "\n")
    found = recognise(path)
    assert isinstance(found, SetAside)
    assert "Ofsted" in found.what
    assert found.file == path.name


@pytest.mark.parametrize(
    "header",
    [
        "School name,Postcode,Sector,Local authority",
        "URN,School name,Postcode,Sector,Local authority",
        "URN,Setting name,Sector,Local authority",
        "URN,Setting name,Postcode,Sector",
    ],
)
def test_a_councils_own_table_of_places_is_no_provider_list(tmp_path: Path, header: str) -> None:
    assert refused(csv_file(tmp_path, header + "\n")).rule == "file_unknown"


def test_an_unknown_file_is_refused_with_what_was_looked_for_and_what_to_do(tmp_path: Path) -> None:
    error = refused(csv_file(tmp_path, "Name,Colour\nx,y\n"))
    assert error.rule == "file_unknown"
    assert "SSDA903" in error.message
    assert "returns.md" in error.remedy


def test_a_file_without_a_header_is_refused_without_showing_its_first_child(tmp_path: Path) -> None:
    error = refused(csv_file(tmp_path, "566910,2,27/03/2008,WROM\n384923,2,09/09/2011,REFU\n"))
    assert "566910" not in error.message + error.remedy


def test_a_file_that_comes_close_is_told_what_it_lacks(tmp_path: Path) -> None:
    error = refused(csv_file(tmp_path, "Exclusion ID,Child ID,School,Status\nX1,101,Hill,upheld\n"))
    assert "register of permanent exclusions" in error.message
    assert "'Excluded from'" in error.message


@pytest.mark.parametrize(
    "text", ["# Read me\n\nSome words.\n", "{}", '{"a": 1}', 'a "b" c', "only one column\n1\n"]
)
def test_text_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(csv_file(tmp_path, text, "README.md")).rule == "file_unknown"


@pytest.mark.parametrize("text", ["<html><body>Not found</body></html>", "<Message/>", "<broken"])
def test_xml_that_is_no_return_is_refused_with_what_was_looked_for(tmp_path: Path, text: str) -> None:
    error = refused(csv_file(tmp_path, text))
    assert error.rule == "file_unknown"
    assert "census" in error.message


@pytest.mark.parametrize("text", [b"", b"\n\n", b"\xef\xbb\xbf", b" " * 5000])
def test_an_empty_file_is_refused(tmp_path: Path, text: bytes) -> None:
    assert refused(csv_file(tmp_path, text)).rule == "file_empty"


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path, One=[], Two=[])).rule == "file_empty"


def test_a_picture_is_refused(tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)))).rule == "file_not_text"


def test_a_workbook_that_mixes_returns_is_refused_and_each_is_named(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        Areas=[["Child ID", "Ward", "Team", "Since", "Until"]],
        Population=[["Since", "Ward", "Age", "Sex", "People"]],
        More=[["Since", "Ward", "Age", "Sex", "People"]],
    )
    error = refused(path)
    assert error.rule == "returns_mixed"
    assert "ward and team" in error.message
    found = recognise_all(path)
    assert isinstance(found, tuple)
    assert [(known.name, part) for known, part in found] == [("areas", "areas"), ("population", "population")]


def test_a_sheet_return_recognises_its_own_files_only(tmp_path: Path) -> None:
    uasc = csv_file(tmp_path, UASC, "a")
    names = {known.name for known in RETURNS if known.recognises(uasc)}
    assert names == {"ssda903"}
    locked = csv_file(tmp_path, bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "b")
    assert not any(known.recognises(locked) for known in RETURNS)


def test_every_table_is_filled_by_a_return_that_is_known() -> None:
    filled = {table.name for known in RETURNS for table in known.tables}
    assert filled == {table.name for table in HELD if not table.counted_from}
