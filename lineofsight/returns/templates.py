"""An empty workbook for a return that comes as sheets: its headings, lists to choose from, date formats, and notes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lineofsight.returns.forms import CodeWord, code_words, form_of
from lineofsight.returns.known import PARTS, RETURN_OF, SHEET_RETURNS
from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.template_notes import CODES, NOTES, write_codes, write_notes
from lineofsight.returns.times import day_first_moment, minute_of_the_day
from lineofsight.returns.values import EARLIEST, LATEST

LONGEST_NAME = 31  # characters that Excel allows in a sheet's name
LONGEST_TITLE, LONGEST_HELP = 32, 255  # and in what it shows beside a cell
LAST_ROW = 1_048_575
BESIDE = {NOTES.casefold(), CODES.casefold()}
MADE = datetime(
    2024, 1, 1, tzinfo=UTC
)  # told in the file; the same each time, so that the same template is the same file
IN_ROWS = {  # how a column's cells are formatted, by its parser, else by the kind of the table's column
    day_first_moment: "dd/mm/yyyy hh:mm",
    minute_of_the_day: "@",
    "date": "dd/mm/yyyy",
    "string": "@",
}
NOT_LISTED = "It is in no list of this column's codes. Another word for one is understood; any other is kept, with a warning."
NO_DAY = "It is no day between 1900 and 2100. Give it as dd/mm/yyyy."
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")


class UnknownTemplateError(ValueError):
    """There is no return or part of that name that comes as sheets."""


@dataclass(frozen=True, kw_only=True)
class Template:
    """What one template is for: the parts of a return, or one part of it."""

    name: str
    title: str
    parts: tuple[Part, ...]


def templates() -> tuple[Template, ...]:
    """Every template, by name: one for each return, with a sheet for each of its parts, and one for each part."""
    by_return: dict[str, tuple[list[str], list[Part]]] = {}
    for known, parts in SHEET_RETURNS:
        titles, all_parts = by_return.setdefault(known.name, ([], []))
        titles.append(known.title)
        all_parts.extend(parts)
    whole = [
        Template(name=name, title="; ".join(titles), parts=tuple(parts))
        for name, (titles, parts) in by_return.items()
    ]
    single = [Template(name=part.name, title=part.title, parts=(part,)) for part in PARTS]
    return tuple({each.name: each for each in (*single, *whole)}.values())


def template(name: str) -> Template:
    """The template of that name. Raises UnknownTemplateError with the names that come close."""
    known = {each.name: each for each in templates()}
    if name in known:
        return known[name]
    close = difflib.get_close_matches(name, known, n=3)
    meant = f" Did you mean {' or '.join(repr(each) for each in close)}?" if close else ""
    raise UnknownTemplateError(
        f"There is no template '{name}'.{meant} los template lists them. A return in XML has none: the system that holds "
        "the records exports it."
    )


def write_template(wanted: Template, path: Path) -> None:
    """Writes the workbook: a sheet for each part, with notes and codes behind them."""
    with Workbook(path) as book:
        book.set_properties({"title": wanted.title, "created": MADE})
        sheets = named_sheets(wanted.parts)
        pages = {title: book.add_worksheet(title) for title in sheets}
        returns = tuple({RETURN_OF[part.name].title: RETURN_OF[part.name] for part in wanted.parts}.values())
        write_notes(book, returns, sheets)
        ranges = write_codes(book, wanted.parts)
        formats = {words: book.add_format({"num_format": words}) for words in dict.fromkeys(IN_ROWS.values())}
        headings = {need: book.add_format(_heading(need)) for need in Need}
        for title, part in sheets.items():
            _write_sheet(pages[title], part, ranges, formats, headings)


def named_sheets(parts: Sequence[Part]) -> dict[str, Part]:
    """Each part under a name that Excel allows for its sheet; no two names are the same."""
    named: dict[str, Part] = {}
    for part in parts:
        name = whole = _NOT_IN_A_NAME.sub(" ", part.name)[:LONGEST_NAME]
        number = 1
        while name.casefold() in {*(each.casefold() for each in named), *BESIDE}:
            number += 1
            name = f"{whole[: LONGEST_NAME - 3]} {number}"
        named[name] = part
    return named


def _heading(need: Need) -> dict[str, object]:
    """Needed columns stand out by more than colour: bold, and underlined where every row needs a value."""
    underlined = {"underline": 1} if need is Need.REQUIRED else {}
    return {"bold": need is not Need.OPTIONAL, "bottom": 1, "text_wrap": True, **underlined}


def _write_sheet(
    page: Worksheet,
    part: Part,
    ranges: dict[tuple[CodeWord, ...], str],
    formats: dict[str, Format],
    headings: dict[Need, Format],
) -> None:
    page.freeze_panes(1, 0)
    for place, column in enumerate(part.columns):
        kind = part.table.columns[column.to]
        written = IN_ROWS.get(column.as_) or IN_ROWS.get(kind)
        page.set_column(place, place, max(12, len(column.header) + 2), formats[written] if written else None)
        page.write_string(0, place, column.header, headings[column.need])
        rule = {**_rule(column, kind, ranges), **_help(column)}
        if len(rule) > 1:
            page.data_validation(1, place, LAST_ROW, place, rule)


def _rule(column: ReadColumn, kind: str, ranges: dict[tuple[CodeWord, ...], str]) -> dict[str, object]:
    """What Excel offers and warns of. It only warns, since the reader understands more than Excel does."""
    words, choices = code_words(column.as_), form_of(column.as_).choices
    warned = {"error_type": "warning", "error_title": column.header[:LONGEST_TITLE]}
    if words or choices:
        source = ranges[words] if words else list(choices)
        return {"validate": "list", "source": source, "error_message": NOT_LISTED, **warned}
    if kind == "date":
        between = {"criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
        return {"validate": "date", "error_message": NO_DAY, **between, **warned}
    return {"validate": "any"}


def _help(column: ReadColumn) -> dict[str, object]:
    """What is shown beside a cell when it is chosen."""
    if not column.says:
        return {}
    return {"input_title": column.header[:LONGEST_TITLE], "input_message": column.says[:LONGEST_HELP]}
