"""The two sheets beside a template's own that are not read: what each column is, and the codes to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lineofsight.returns.cells import letter
from lineofsight.returns.forms import CodeWord, code_words, form_of
from lineofsight.returns.model import Return
from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheets import NOT_READ

NOTES, CODES = "Notes", "Codes"
WIDTHS = (24, 28, 22, 60, 40, 16, 60)
HEADINGS = ("Sheet", "Column", "Needed", "What it is", "How it is written", "Example", "Also understood")
NEEDED = {
    Need.REQUIRED: "in every row",
    Need.TRUSTED: "where there is one",
    Need.OPTIONAL: "may be left out",
}
ADVICE = (
    "Fill the sheets in front of this one, a row each. Keep the first row: a sheet is known by it, not by its name.",
    "Delete a sheet that you do not fill. One without rows says that there is nothing of its kind.",
    "'In every row': a row without it is held back. 'Where there is one': empty says that there is none yet. 'May be left "
    "out': the column may be deleted.",
    "Excel warns of a value that is in no list of codes. It may be another word for one; else it is kept as it stands, "
    "and told.",
)


def write_notes(book: Workbook, known: Sequence[Return], sheets: dict[str, Part]) -> None:
    """One line for each column of each sheet, below what to do with the workbook."""
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    page = book.add_worksheet(NOTES)
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    page.write_row(0, 0, (NOT_READ, "; ".join(each.title for each in known)), bold)
    loading = "Look at it with: los check FILE. Store it with: los load FILE"
    needs_key = any(each.needs_key for each in known)
    advice = (*ADVICE, f"{loading} --key 2024-25 (the year that it covers)." if needs_key else f"{loading}.")
    for row, text in enumerate(advice, start=1):
        page.write_string(row, 0, text)
    page.write_row(len(advice) + 2, 0, HEADINGS, bold)
    lines = [_line(title, column) for title, part in sheets.items() for column in part.columns]
    for row, line in enumerate(lines, start=len(advice) + 3):
        for place, text in enumerate(line):
            page.write_string(row, place, text, wrapped)


def _line(title: str, column: ReadColumn) -> tuple[str, ...]:
    form = form_of(column.as_)
    words = code_words(column.as_)
    written = f"{form.words}; see the sheet '{CODES}'" if words else form.words
    also = ", ".join(column.aliases)
    return title, column.header, NEEDED[column.need], column.says, written, form.example, also


def write_codes(book: Workbook, parts: Sequence[Part]) -> dict[tuple[CodeWord, ...], str]:
    """Every code list in two columns, codes and words, and where each list's codes stand, as Excel writes a range."""
    takers: dict[tuple[CodeWord, ...], list[str]] = {}
    for part in parts:
        for column in part.columns:
            if words := code_words(column.as_):
                takers.setdefault(words, []).append(column.header)
    if not takers:
        return {}
    page = book.add_worksheet(CODES)
    page.write_row(0, 0, (NOT_READ,), book.add_format({"bold": True}))
    return {words: _listed(page, place, words, takers[words]) for place, words in enumerate(takers)}


def _listed(page: Worksheet, place: int, words: tuple[CodeWord, ...], takers: list[str]) -> str:
    code, said = place * 2, place * 2 + 1
    page.set_column(said, said, 40)
    page.write_string(1, code, ", ".join(dict.fromkeys(takers)))
    for row, word in enumerate(words, start=2):
        page.write_string(row, code, word.code)
        page.write_string(row, said, "; ".join(_told(word)))
    column = letter(code)
    return f"='{CODES}'!${column}$3:${column}${len(words) + 2}"


def _told(word: CodeWord) -> Iterator[str]:
    if word.meaning:
        yield word.meaning
    if word.since:
        yield f"from {word.since:%d/%m/%Y}"
    if word.until:
        yield f"until {word.until:%d/%m/%Y}"
    if word.also:
        yield f"or: {', '.join(word.also)}"
