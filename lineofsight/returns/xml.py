"""XML read as a stream: one record after another, never the whole tree; no DTD, no entities, no network.

A file is refused whole, with the line where there is one, if it is empty, cut short, malformed, in an encoding that
cannot be read, of another root, or declares a document type (the only way to entities and to other files).
Namespaces are stripped: elements are known by their local names.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.values import blank

CHUNK = 1 << 16  # bytes; memory follows from this and from the largest record
DEEPEST = 32  # levels of elements; the returns have seven
LARGEST = 50_000  # elements in one record; a child with a long history has some hundreds
NAMES = 1_000  # different names of elements; the returns have some ninety
LONGEST = 1 << 20  # bytes of one tag or comment, characters of text between two tags

_Codes = expat.errors.codes
_CUT_SHORT = {
    _Codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    _Codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    _Codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    _Codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}
_WRONG_ENCODING = {
    _Codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
    _Codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
}
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"<\0\0\0", b"\0\0\0<")
_NOT_XML = {
    b"PK\x03\x04": "a zip archive or an Excel workbook",
    b"\xd0\xcf\x11\xe0": "an old or an encrypted Excel workbook",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip archive",
}


class Element:
    """One element of a record: its local name, the line it starts on, its text if it is a leaf, what is in it."""

    __slots__ = ("children", "line", "name", "text")

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line, self.text = name, line, ""
        self.children: list[Element] = []


@dataclass(frozen=True, slots=True)
class Stray:
    """Text or an element where none is expected, outside the records' leaves; ``path`` is the parent's."""

    path: str
    line: int
    text: str | None  # None: an element of that path, skipped over
    name: str = ""


def records(
    path: Path, *, root: str, record: frozenset[str], around: frozenset[str]
) -> Iterator[Element | Stray]:
    """Every outermost element named in ``record``, whole, as soon as it ends, with what strays between them.

    ``around`` names the elements that may hold records. Raises FileRefusedError as soon as the file shows that it
    cannot be used, which for one that was cut short is at its end: what came before must then be thrown away.
    """
    reading = _Reading(root, record, around)
    with path.open("rb") as file:
        chunk = file.read(CHUNK)
        _refuse_other_kinds(chunk)
        declared = encoding_of(chunk)
        while chunk:
            reading.take(chunk, declared, last=False)
            yield from reading.done
            reading.done.clear()
            chunk = file.read(CHUNK)
    reading.take(b"", declared, last=True)


def encoding_of(opening: bytes) -> str:
    """The encoding that a file's opening declares, or shows by its first bytes; UTF-8 if nothing is said."""
    if opening.startswith(_UTF_32):
        return "UTF-32"
    found = _DECLARED.match(opening)
    return found[1].decode("ascii") if found else "UTF-8"


def _refuse_other_kinds(opening: bytes) -> None:
    for mark, what in _NOT_XML.items():
        if opening.startswith(mark):
            raise FileRefusedError("file_of_another_kind", f"The file is {what}, not XML.", _EXPORT_XML)
    if not opening.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FileRefusedError("file_empty", "The file is empty.", _EXPORT_XML)


_EXPORT_XML = "Export the return again as XML."


class _Reading:
    """What the parser calls back: the elements that are open, and what is finished but not yet handed on."""

    def __init__(self, root: str, record: frozenset[str], around: frozenset[str]) -> None:
        self.root, self.record, self.around = root, record, around
        self.done: list[Element | Stray] = []
        self.open: list[Element] = []
        self.inside = 0  # how deep the open record lies; 0 when between records
        self.skipping = 0  # how deep the open element lies that is no record
        self.size = 0  # elements in the open record
        self.fed = 0  # bytes so far
        self.text: list[str] = []
        self.names: dict[str, str] = {}
        self.parser = _parser(self)

    def take(self, chunk: bytes, declared: str, *, last: bool) -> None:
        try:
            self.parser.Parse(chunk, last)
        except (LookupError, ValueError):  # an encoding of several bytes, or one that nobody knows
            raise _encoding_refused(declared) from None
        except expat.ExpatError as error:
            raise _refusal(error, declared, chunk) from None
        self.fed += len(chunk)
        waiting = self.fed - self.parser.CurrentByteIndex  # bytes of a tag or comment that has not ended yet
        if waiting > LONGEST or sum(map(len, self.text)) > LONGEST:
            raise self._refused("text_too_long", "A text or tag in the file is longer than any of a return.")

    def start(self, name: str, _attributes: object) -> None:
        line = self.parser.CurrentLineNumber
        local = self.names.get(name) or self._new_name(name)
        if self.text:
            if len(self.text) == 1 and self.text[0].isspace():  # what indents the tag, as mostly
                self.text.clear()
            else:
                self._stray_text(line)
        if len(self.open) >= DEEPEST:
            raise self._refused("nested_too_deep", f"Elements are nested deeper than {DEEPEST} levels.")
        element = Element(local, line)
        if self.inside:
            self.open[-1].children.append(element)
            self.size += 1
            if self.size > LARGEST:
                raise self._refused("record_too_large", f"A record holds more than {LARGEST:,} elements.")
        else:
            self._between(element)
        self.open.append(element)

    def _new_name(self, name: str) -> str:
        if len(self.names) >= NAMES:
            raise self._refused("too_many_names", f"The file has more than {NAMES:,} names of elements.")
        return self.names.setdefault(name, name.rpartition(":")[2])

    def _between(self, element: Element) -> None:
        depth = len(self.open)
        if not depth:
            self._root(element.name)
        elif self.skipping:
            return
        elif element.name in self.record:
            self.inside, self.size = depth, 1
        elif element.name not in self.around:
            self.skipping = depth
            self.done.append(Stray(self._path(), element.line, None, element.name))

    def _root(self, name: str) -> None:
        if name != self.root:
            raise self._refused(
                "wrong_root",
                f"The file's outermost element is not {self.root}, so it is another kind of file.",
            )

    def end(self, _name: str) -> None:
        element = self.open.pop()
        if self.text:
            if element.children and len(self.text) == 1 and self.text[0].isspace():
                self.text.clear()
            elif element.children or not self.inside:
                self._stray_text(self.parser.CurrentLineNumber, element)
            else:
                element.text = self.text[0] if len(self.text) == 1 else "".join(self.text)
                self.text.clear()
        depth = len(self.open)
        if depth == self.inside and depth:
            self.inside = 0
            self.done.append(element)
        elif depth == self.skipping:
            self.skipping = 0

    def _stray_text(self, line: int, ending: Element | None = None) -> None:
        """Text before another tag belongs to no leaf. ``line`` is where that tag is; the text began before it."""
        text = "".join(self.text)
        self.text.clear()
        if blank(text) or self.skipping:
            return
        begins = line - text.lstrip().count("\n")
        self.done.append(Stray(self._path(ending), begins, text.strip()))

    def _path(self, ending: Element | None = None) -> str:
        elements = self.open[self.inside :] if ending is None else [*self.open[self.inside :], ending]
        return "/".join(element.name for element in elements)

    def refuse_document_type(self, *_: object) -> None:
        raise self._refused(
            "document_type_declared",
            "The file declares a document type (DOCTYPE), which could name entities and other files.",
        )

    def _refused(self, rule: str, message: str) -> FileRefusedError:
        return FileRefusedError(rule, message, _EXPORT_XML, row=self.parser.CurrentLineNumber)


def _parser(reading: _Reading) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text.append
    parser.StartDoctypeDeclHandler = reading.refuse_document_type
    return parser


def _refusal(error: expat.ExpatError, declared: str, chunk: bytes) -> FileRefusedError:
    if error.code in _WRONG_ENCODING or declared == "UTF-32":
        return _encoding_refused(declared)
    if error.code in _CUT_SHORT:
        return FileRefusedError(
            "file_cut_short", "The file ends before its last element does.", _EXPORT_XML, row=error.lineno
        )
    if not _is_written_in(declared, chunk):
        return FileRefusedError(
            "encoding_wrong",
            f"Line {error.lineno} holds bytes that are not {declared}, which is what the file says or implies.",
            "Export the file again as UTF-8, or with its true encoding in its first line.",
            row=error.lineno,
        )
    said = expat.errors.messages.get(error.code, "not well-formed")
    return FileRefusedError(
        "xml_malformed", f"Line {error.lineno} is not well-formed XML: {said}.", _EXPORT_XML, row=error.lineno
    )


def _is_written_in(declared: str, chunk: bytes) -> bool:
    """Whether a piece of a file can be the encoding it declares, not counting a character cut at either end."""
    if declared.upper() not in ("UTF-8", "US-ASCII"):
        return True  # in all others that expat reads, any bytes mean something
    whole = chunk.lstrip(bytes(range(0x80, 0xC0))) if declared.upper() == "UTF-8" else chunk
    try:
        codecs.getincrementaldecoder(declared)().decode(whole)
    except UnicodeDecodeError:
        return False
    return True


def _encoding_refused(declared: str) -> FileRefusedError:
    return FileRefusedError(
        "encoding_unreadable",
        f"The file says that its encoding is {declared}, which cannot be read or is not what its bytes are.",
        "Export the file again as UTF-8.",
        row=1,
    )
