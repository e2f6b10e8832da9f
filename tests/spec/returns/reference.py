"""The reference page of the returns, made from their declarations; ``python -m tests.spec.reference`` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lineofsight.returns.elements import Group, Leaf
from lineofsight.returns.forms import form_of
from lineofsight.returns.known import RETURNS, SHEET_RETURNS, XML_RETURNS, recognise
from lineofsight.returns.model import Return
from lineofsight.returns.parts import Part, ReadColumn
from lineofsight.returns.tables import BY_NAME
from tests.spec.returns import dataset
from tests.spec.returns.lists import Lists
from tests.spec.returns.rows import example_of

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "returns.md"
EXAMPLES = Path(__file__).parent / "examples"
OPENING = """# The returns

Every file that is read, with every column and element that is understood. Made from the declarations that the reader
itself goes by, with `python -m tests.spec.reference`; do not edit it.

A sheet (CSV or xlsx) is known by its first row, never by its name: that row holds the column names below, or others that
are understood, in any order, whatever their capitals, blanks, underscores, hyphens and quotation marks. An XML file is
known by its root and its header. [registers.md](registers.md) tells what is true of every sheet: encodings, dates,
identifiers, sheets of a workbook. `los template NAME` writes an empty workbook of a return, or of one of its parts by the
name in brackets: see [Bring in your own files](../how-to/bring-in-your-own-files.md).

How far a column is needed:

- **required**: without the column the file is refused, and a row without a value that can be read is held back;
- **trusted**: without the column the file is refused; blank is an answer, such as "not ended yet", and a row whose value
  cannot be read is held back. In XML a missing element is blank;
- **expected** (XML): a missing value is warned of;
- **optional**: what is missing or cannot be read is not recorded; the latter is warned of.

*Fills* names the record's table and column. A code that is in no list is kept as it stands, with a warning. The examples
are invented; each is read as it stands by a test.
"""


def page() -> str:
    """The whole page."""
    lists = Lists()
    returns = [part for known in RETURNS for part in _return(known, lists)]
    return "\n".join([OPENING, *returns, *lists.section()])


def _return(known: Return, lists: Lists) -> Iterator[str]:
    yield f"## {known.title}\n"
    yield "".join(f"- {fact}\n" for fact in _facts(known))
    for part in {each.title: parts for each, parts in SHEET_RETURNS}.get(known.title, ()):
        yield from _part(part, lists)
    groups = {each.title: groups for each, groups in XML_RETURNS}.get(known.title, ())
    for group in groups:
        yield from _group(group, lists)
    if groups:
        yield f"Example:\n\n```xml\n{xml_example(known).strip()}\n```\n"


def _facts(known: Return) -> Iterator[str]:
    yield f"Name: `{known.name}`"
    if known.by_day:
        yield "A newer file replaces the schools and days that it holds, and no others"
    elif known.tells_period:
        yield "Its files say which days they cover"
    elif known.named is not None or known.needs_key:
        yield "The period that its files cover is given with `--key` where they do not tell it"
    else:
        yield "A file states all that is known on the day it is loaded, and replaces the one before"


def _part(part: Part, lists: Lists) -> Iterator[str]:
    yield f"### {part.title} (`{part.name}`)\n"
    known_by = ", ".join(f"`{name}`" for name in part.known_by)
    yield f"Known by {_how_many(part)} {known_by}.\n"
    head = "| column | | meaning | written as | fills | also understood |\n|---|---|---|---|---|---|\n"
    yield head + "".join(_column(column, part, lists) for column in part.columns)
    if part.beside:
        yield f"Left out on purpose: {', '.join(part.beside)}.\n"
    yield f"```csv\n{example_of(part)}```\n"


def _how_many(part: Part) -> str:
    return "all of" if part.enough == len(part.known_by) else f"at least {part.enough} of"


def _column(column: ReadColumn, part: Part, lists: Lists) -> str:
    named = lists.named(column.as_, f"{column.header} ({part.title})")
    fills = dataset.fills(part.name, column.to) or f"`{part.table.name}.{column.to}`"
    written = named or form_of(column.as_).words
    also = ", ".join(column.aliases)
    return _row(column.header, column.need.value, column.says, written, fills, also)


def _group(group: Group, lists: Lists) -> Iterator[str]:
    yield f"### {group.path}: {BY_NAME[group.table].title}\n"
    head = "| element | | meaning | written as | fills |\n|---|---|---|---|---|\n"
    yield head + "".join(_element(name, leaf, group, lists) for name, leaf in group.leaves.items())
    if group.elsewhere:
        yield f"Read in a place of their own, or left out: {', '.join(sorted(group.elsewhere))}.\n"


def _element(name: str, leaf: Leaf, group: Group, lists: Lists) -> str:
    as_ = leaf.codes or leaf.parse
    named = lists.named(as_, f"{name} ({BY_NAME[group.table].title})")
    column = leaf.column if leaf.column in BY_NAME[group.table].columns else ""
    fills = f"`{group.table}.{column}`" if column else "what the row is"
    return _row(name, _need(leaf), leaf.says, named or form_of(as_).words, fills)


def _need(leaf: Leaf) -> str:
    if leaf.places:
        return "required"
    if leaf.decides:
        return "trusted, expected" if leaf.expected else "trusted"
    return "expected" if leaf.expected else "optional"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n".replace("|  |", "| |")


@lru_cache(maxsize=1)
def xml_examples() -> dict[str, str]:
    """Every example of an XML return, by the title of the return that it is recognised as."""
    found = {}
    for path in sorted(EXAMPLES.glob("*.xml")):
        recognised = recognise(path)
        assert isinstance(recognised, tuple)
        found[recognised[0].title] = path.read_text(encoding="utf-8")
    return found


def xml_example(known: Return) -> str:
    """The example of one XML return; KeyError where none was written."""
    return xml_examples()[known.title]
