"""A child's records are taken out of a file so that all else stays where it was, or the file cannot be cut."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lineofsight.record.cutting import Cut, cut

CHILD = "K7710045"
IS_THEIRS = {CHILD}.__contains__


def made(folder: Path, data: bytes | str, records: tuple[int, ...] = ()) -> Cut | None:
    path = folder / "file"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return cut(path, IS_THEIRS, records)


def rest(folder: Path, data: bytes | str, records: tuple[int, ...] = ()) -> bytes | None:
    found = made(folder, data, records)
    assert found is not None
    return found.rest


# ---- CSV --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_childs_lines_become_empty_ones(tmp_path: Path, separator: str, end: str) -> None:
    def text(*lines: str) -> str:
        return "".join(line.replace("|", separator) + end for line in lines)

    found = made(tmp_path, text("CHILD|SEX", "K1|1", f"{CHILD}|2", f'"{CHILD}"|2', "K2|1"))
    assert found is not None
    assert found.rest == text("CHILD|SEX", "K1|1", "", "", "K2|1").replace("|", separator).encode()
    assert len(found.excerpts) == 2


@pytest.mark.parametrize("way", [CHILD, f" {CHILD} ", f"{CHILD}\u00a0", f'"{CHILD}"'])
def test_an_identifier_is_known_as_the_readers_know_it(tmp_path: Path, way: str) -> None:
    assert rest(tmp_path, f"CHILD,SEX\n{way},1\nK2,1\n") == b"CHILD,SEX\n\nK2,1\n"


def test_an_identifier_that_went_through_a_spreadsheet_is_known(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("CHILD,SEX\n771004.0,1\n7710045,1\n", encoding="utf-8")
    found = cut(path, {"771004"}.__contains__)
    assert found is not None
    assert found.rest == b"CHILD,SEX\n\n7710045,1\n"


def test_a_cell_that_can_be_no_identifier_is_nobodys(tmp_path: Path) -> None:
    assert rest(tmp_path, f"CHILD,SEX\n1.2E+11,1\n,\n{CHILD},1\n") == b"CHILD,SEX\n1.2E+11,1\n,\n\n"


def test_a_quoted_line_break_is_part_of_its_record_which_becomes_one_line(tmp_path: Path) -> None:
    text = f'CHILD,NOTE\n{CHILD},"one\ntwo"\nK2,"three\nfour"\n'
    assert rest(tmp_path, text) == b'CHILD,NOTE\n\nK2,"three\nfour"\n'


def test_a_last_line_without_an_end_goes_too(tmp_path: Path) -> None:
    assert rest(tmp_path, f"CHILD,SEX\nK2,1\n{CHILD},1") == b"CHILD,SEX\nK2,1\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_stays_as_it_was(tmp_path: Path, codec: str) -> None:
    text = f"CHILD,NOTE\nK2,Zoë – café\n{CHILD},é\n"
    left = rest(tmp_path, text.encode(codec))
    assert left == text.replace(f"{CHILD},é", "").encode(codec)


def test_rows_that_belong_to_the_child_without_naming_it_go_too(tmp_path: Path) -> None:
    assert rest(tmp_path, "REQUEST,OUTCOME\nr1,Y\nr2,Y\n", records=(2,)) == b"REQUEST,OUTCOME\n\nr2,Y\n"


def test_a_record_that_is_empty_already_is_nothing_to_cut(tmp_path: Path) -> None:
    assert made(tmp_path, "REQUEST,OUTCOME\n\nr2,Y\n", records=(2,)) is None


def test_a_file_without_the_child_is_left_alone(tmp_path: Path) -> None:
    assert made(tmp_path, "CHILD,SEX\nK2,1\nK77100451,1\n") is None


@pytest.mark.parametrize("note", [f"brother of {CHILD}", f"({CHILD})", f"see {CHILD}."])
def test_a_file_in_which_another_row_speaks_of_the_child_cannot_be_cut(tmp_path: Path, note: str) -> None:
    found = made(tmp_path, f"CHILD,NOTE\n{CHILD},x\nK2,{note}\n")
    assert found == Cut(excerpts=(f"{CHILD},x\n",), rest=None)


# ---- XML --------------------------------------------------------------------------------------------------------


def children(*ids: str) -> str:
    each = "".join(f"\n<Child>\n<Ids><Id>{name}</Id></Ids>\n<Case/></Child>" for name in ids)
    return f"<Message><Head>2024</Head><Children>{each}\n</Children></Message>\n"


def test_a_childs_record_becomes_its_line_breaks(tmp_path: Path) -> None:
    found = made(tmp_path, children("K1", CHILD, "K2"))
    assert found is not None
    assert (
        found.rest
        == children("K1", CHILD, "K2")
        .replace(f"<Child>\n<Ids><Id>{CHILD}</Id></Ids>\n<Case/></Child>", "\n\n")
        .encode()
    )
    assert found.excerpts == (f"<Child>\n<Ids><Id>{CHILD}</Id></Ids>\n<Case/></Child>",)


def test_two_records_of_a_child_both_go_and_a_self_closing_one_by_its_attribute(tmp_path: Path) -> None:
    text = f'<A><C id="{CHILD}"/><C id="K1"/><C><i>{CHILD}</i></C></A>'
    assert rest(tmp_path, text) == b'<A><C id="K1"/></A>'


def test_a_record_inside_another_goes_with_it(tmp_path: Path) -> None:
    text = f"<A><About><Id>{CHILD}</Id></About><C><i>{CHILD}</i></C><C><i>K1</i></C></A>"
    found = made(tmp_path, text)
    assert found is not None
    assert (found.rest, found.excerpts) == (b"", (text,))


def test_a_long_text_is_no_identifier(tmp_path: Path) -> None:
    assert (
        made(tmp_path, children("K1").replace("<Case/>", f"<Case>{'x ' * 400}{'&amp; y ' * 200}</Case>"))
        is None
    )


def test_a_file_of_one_child_alone_is_emptied(tmp_path: Path) -> None:
    assert (rest(tmp_path, children(CHILD)) or b"").strip() == b""


def test_a_file_that_speaks_of_the_child_in_a_comment_cannot_be_cut(tmp_path: Path) -> None:
    assert rest(tmp_path, f"<A><!-- {CHILD} --><C><i>{CHILD}</i></C><C/></A>") is None


@pytest.mark.parametrize("text", [f"<A><C>{CHILD}</C>", f"<A>{CHILD}", f"<<{CHILD}>>"])
def test_broken_xml_with_the_child_in_it_cannot_be_cut(tmp_path: Path, text: str) -> None:
    assert rest(tmp_path, text) is None


def test_xml_of_two_bytes_a_character_is_searched_and_not_cut(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + children("K1", CHILD)
    assert rest(tmp_path, text.encode("utf-16")) is None
    assert made(tmp_path, text.replace(CHILD, "K2").encode("utf-16")) is None


def test_xml_without_the_child_is_left_alone(tmp_path: Path) -> None:
    assert made(tmp_path, children("K1", "K77100451")) is None


# ---- all else ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "is_there"), [(f"<t>{CHILD}</t>", True), ("<t>K77100451</t>", False)])
def test_a_workbook_is_searched_and_not_cut(tmp_path: Path, text: str, *, is_there: bool) -> None:
    with zipfile.ZipFile(tmp_path / "book", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", text)
    found = cut(tmp_path / "book", IS_THEIRS)
    assert found == (Cut(excerpts=(), rest=None) if is_there else None)
    assert cut(tmp_path / "book", IS_THEIRS, (3,)) == Cut(excerpts=(), rest=None)


@pytest.mark.parametrize("data", [b"\xff\x00\x81" + CHILD.encode(), b"\0\0" + CHILD.encode() + b"\0"])
def test_bytes_that_are_no_text_are_searched_and_not_cut(tmp_path: Path, data: bytes) -> None:
    assert rest(tmp_path, data) is None


def test_an_empty_file_holds_nobody(tmp_path: Path) -> None:
    assert made(tmp_path, b"") is None
