"""XML as a stream: what is handed on, with which line, and what is refused whole."""

from __future__ import annotations

import codecs
import tracemalloc
from pathlib import Path

import pytest

from lineofsight.returns import xml
from lineofsight.returns.opening import opening_of
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.xml import Element, Stray


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "file.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path: Path) -> list[Element | Stray]:
    return list(xml.records(path, root="List", record=frozenset({"Item"}), around=frozenset({"Items"})))


def refused(path: Path) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as error:
        read(path)
    assert error.value.remedy
    return error.value


def leaves(element: Element | Stray) -> dict[str, tuple[int, str]]:
    assert isinstance(element, Element)
    return {leaf.name: (leaf.line, leaf.text) for leaf in element.children}


def test_records_come_one_by_one_with_the_lines_of_their_elements(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "<List>\n<Items>\n <Item>\n  <A>x</A>\n\n  <B/>\n </Item>\n <Item><A>y</A></Item>\n</Items></List>",
    )
    first, second = read(path)
    assert isinstance(first, Element)
    assert (first.line, leaves(first)) == (3, {"A": (4, "x"), "B": (6, "")})
    assert leaves(second) == {"A": (8, "y")}


def test_a_record_is_handed_on_before_the_rest_of_the_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "<List><Item><A>x</A></Item>" + " " * 3 * xml.CHUNK + "<broken")
    records = xml.records(path, root="List", record=frozenset({"Item"}), around=frozenset())
    assert leaves(next(records)) == {"A": (1, "x")}


@pytest.mark.parametrize("prefix", ["", "r:"])
def test_namespaces_are_stripped(tmp_path: Path, prefix: str) -> None:
    declared = f"xmlns{':r' if prefix else ''}='http://example.org/x'"
    text = f"<{prefix}List {declared}><{prefix}Item><{prefix}A>x</{prefix}A></{prefix}Item></{prefix}List>"
    assert leaves(read(written(tmp_path, text))[0]) == {"A": (1, "x")}


def test_text_outside_leaves_is_told_with_its_line_and_not_read(tmp_path: Path) -> None:
    text = "<List>\n<Item>\n<A>x</A>\n junk\n<B>y</B>\ntail</Item></List>"
    junk, tail, item = read(written(tmp_path, text))
    assert junk == Stray("Item", 4, "junk")
    assert tail == Stray("Item", 6, "tail")
    assert leaves(item) == {"A": (3, "x"), "B": (5, "y")}


def test_text_between_records_is_told(tmp_path: Path) -> None:
    assert read(written(tmp_path, "<List><Items>\nwhat\n</Items>end</List>")) == [
        Stray("List/Items", 2, "what"),
        Stray("List", 3, "end"),
    ]


def test_an_element_between_records_is_told_and_skipped_with_all_in_it(tmp_path: Path) -> None:
    text = "<List>\n<Other><Item/>text<Deep/></Other><Item><A>x</A></Item></List>"
    other, item = read(written(tmp_path, text))
    assert other == Stray("List", 2, None, "Other")
    assert leaves(item) == {"A": (2, "x")}


def test_a_value_may_be_interrupted_by_a_comment_or_quoted(tmp_path: Path) -> None:
    text = "<List><Item><A>a<!-- why -->b</A><B><![CDATA[<c>]]></B><C>&lt;&#233;</C></Item></List>"
    assert leaves(read(written(tmp_path, text))[0]) == {"A": (1, "ab"), "B": (1, "<c>"), "C": (1, "<é")}


def test_a_value_across_two_pieces_of_the_file_is_whole(tmp_path: Path) -> None:
    text = "<List><Item>" + " " * (xml.CHUNK - 17) + "<A>across</A></Item></List>"
    assert leaves(read(written(tmp_path, text))[0]) == {"A": (1, "across")}


def test_a_letter_of_two_bytes_across_two_pieces_is_one_letter(tmp_path: Path) -> None:
    opening = "<List><Item><A>".ljust(xml.CHUNK - 1, "x")
    value = leaves(read(written(tmp_path, f"{opening}é</A></Item></List>"))[0])["A"][1]
    assert value.strip("x") == "é"


ENCODED = "<?xml version='1.0' encoding='{}'?><List><Item><A>é</A></Item></List>"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1", "windows-1252"]
)
def test_encodings_that_are_declared_are_read(tmp_path: Path, encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16"}.get(encoding, encoding)
    path = written(tmp_path, ENCODED.format(declared).encode(encoding))
    assert leaves(read(path)[0]) == {"A": (1, "é")}
    assert opening_of(path).root == "List"


@pytest.mark.parametrize("encoding", ["shift_jis", "x-unheard-of", "rot13", "utf-16"])
def test_an_encoding_that_cannot_be_read_is_refused_by_name(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, ENCODED.format(encoding).replace("é", "e"))
    why = refused(path)
    assert (why.rule, encoding in why.message) == ("encoding_unreadable", True)
    assert opening_of(path).root == "List"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF32_LE, b""])
def test_utf_32_is_refused_by_name(tmp_path: Path, mark: bytes) -> None:
    why = refused(written(tmp_path, mark + "<List><Item/></List>".encode("utf-32-le")))
    assert (why.rule, "UTF-32" in why.message) == ("encoding_unreadable", True)


@pytest.mark.parametrize("declared", ["", "<?xml version='1.0' encoding='us-ascii'?>"])
def test_bytes_that_are_not_the_encoding_are_refused_with_their_line(tmp_path: Path, declared: str) -> None:
    why = refused(written(tmp_path, declared.encode() + b"<List>\n<Item><A>caf\xe9</A></Item></List>"))
    assert (why.rule, why.row) == ("encoding_wrong", 2)


DECLARATIONS = [
    "<!DOCTYPE List>",
    "<!DOCTYPE List SYSTEM 'file:///etc/passwd'>",
    "<!DOCTYPE List [<!ENTITY a 'b'>]>",
    "<!DOCTYPE List [<!ENTITY a SYSTEM 'http://example.org/a'>]>",
    "<!DOCTYPE List [<!ENTITY % a SYSTEM 'http://example.org/a'> %a;]>",
]


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_a_document_type_is_refused_and_its_kind_still_recognised(tmp_path: Path, declaration: str) -> None:
    path = written(tmp_path, f"<?xml version='1.0'?>\n{declaration}\n<List><Item><A>x</A></Item></List>")
    why = refused(path)
    assert (why.rule, why.row) == ("document_type_declared", 2)
    assert opening_of(path).root == "List"


def test_entities_are_not_expanded_to_see_what_a_file_is(tmp_path: Path) -> None:
    entities = "<!DOCTYPE List [<!ENTITY a 'secret'>]>"
    opening = opening_of(written(tmp_path, f"{entities}<List><A>&a;</A></List>"))
    assert opening.texts == {}


def test_an_entity_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "<List><Item><A>&a;</A></Item></List>")).rule == "xml_malformed"


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_file_is_refused(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    assert refused(path).rule == "file_empty"
    assert opening_of(path) is None


WHOLE = "<List>\n<Item><A>x</A></Item>\n<Item><A><![CDATA[é]]></A></Item></List>"


@pytest.mark.parametrize("length", range(1, len(WHOLE.encode())))
def test_a_file_cut_anywhere_is_refused(tmp_path: Path, length: int) -> None:
    assert refused(written(tmp_path, WHOLE.encode()[:length])).rule == "file_cut_short"


def test_a_file_cut_short_says_where_it_ends(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "<List>\n<Item>\n<A>x</A>")).row == 3


@pytest.mark.parametrize("text", ["<List>\n<Item></Wrong></List>", "<List/>\n<List/>", "<List>\n&</List>"])
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    why = refused(written(tmp_path, text))
    assert (why.rule, why.row) == ("xml_malformed", 2)


def test_a_malformed_file_in_another_encoding_is_not_blamed_on_it(tmp_path: Path) -> None:
    text = "<?xml version='1.0' encoding='iso-8859-1'?><List><Item>é</List>"
    assert refused(written(tmp_path, text.encode("iso-8859-1"))).rule == "xml_malformed"


def test_another_root_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "<html><body/></html>")).rule == "wrong_root"


@pytest.mark.parametrize(
    ("opening", "said"),
    [(b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0", "encrypted"), (b"%PDF-1.7", "PDF"), (b"\x1f\x8b", "gzip")],
)
def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path, opening: bytes, said: str) -> None:
    path = written(tmp_path, opening + b"\0\1\2")
    assert (refused(path).rule, said in refused(path).message) == ("file_of_another_kind", True)
    assert opening_of(path) is None


def nested(levels: int) -> str:
    """A file whose innermost element lies on this level, the root's being the first."""
    inner = levels - 2
    return "<List><Item>" + "<a>" * inner + "</a>" * inner + "</Item></List>"


def test_the_deepest_level_that_is_read_and_the_next(tmp_path: Path) -> None:
    assert len(read(written(tmp_path, nested(xml.DEEPEST)))) == 1
    assert refused(written(tmp_path, nested(xml.DEEPEST + 1))).rule == "nested_too_deep"


def test_the_largest_record_that_is_read_and_the_next(tmp_path: Path) -> None:
    text = "<List><Item>" + "<a/>" * (xml.LARGEST - 1)
    assert len(read(written(tmp_path, f"{text}</Item></List>"))) == 1
    assert refused(written(tmp_path, f"{text}<a/></Item></List>")).rule == "record_too_large"


def test_the_most_names_that_are_read_and_the_next(tmp_path: Path) -> None:
    items = "".join(f"<a{number}/>" for number in range(xml.NAMES - 2))
    assert len(read(written(tmp_path, f"<List><Item>{items}</Item></List>"))) == 1
    assert refused(written(tmp_path, f"<List><Item>{items}<b/></Item></List>")).rule == "too_many_names"


@pytest.mark.parametrize("around", ["<A>{}</A>", "<!--{}-->", "<A b='{}'/>"])
def test_text_or_a_tag_without_an_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, around: str
) -> None:
    read(written(tmp_path, f"<List><Item>{around.format('x' * (xml.LONGEST - xml.CHUNK))}</Item></List>"))
    path = written(tmp_path, f"<List><Item>{around.format('x' * 8 * xml.LONGEST)}</Item></List>")
    tracemalloc.start()
    why = refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (why.rule, peak < 6 * xml.LONGEST) == ("text_too_long", True)


def test_an_opening_has_the_first_text_at_each_path(tmp_path: Path) -> None:
    opening = opening_of(written(tmp_path, "<x:M><H><C> a </C><C>b</C></H>\n<broken"))
    assert (opening.root, opening.texts) == ("M", {"H/C": "a"})
