"""Reading a sheet by its declared columns: rows for a table, and problems in the file's own terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache, partial

from lineofsight.returns.attendance_codes import attendance_code, attendance_code_caution
from lineofsight.returns.cell_faults import cell_error
from lineofsight.returns.cells import Cell, Fault, Line, Sheet, is_blank, letter
from lineofsight.returns.elements import LONGEST_SHOWN
from lineofsight.returns.headings import Match, plain, refuse_unless_usable, shown
from lineofsight.returns.model import Item, Row
from lineofsight.returns.parts import Codes, Need, ReadColumn
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.times import day_first_moment
from lineofsight.returns.values import (
    WORDS_FOR_NOTHING,
    Caution,
    UnreadableError,
    day_first_caution,
    day_first_date,
    identifier,
    identifier_caution,
    trimmed,
)

ERRORS_SHOWN = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
CAUTIONS: dict[object, Callable[[str], Caution | None]] = {
    identifier: identifier_caution,
    day_first_date: day_first_caution,
    attendance_code: attendance_code_caution,
}
REMEMBERED = 4096  # different values of one column: a return repeats itself
LISTED_VALUES = 50  # unknown codes of one column that are told apart; the rest share one sentence

MISSING = Caution("value_missing", "The value is missing.", "Give it in the source system.")
UNKNOWN_CODE = Caution(
    "code_unknown",
    "The value is not in the code list of this column; it was kept as it stands.",
    "Correct the code in the source system, or say in council.toml, under [mapping], which code it stands for.",
)
NOTHING = Caution(
    "placeholder_for_nothing",
    "The value is a word that stands for nothing.",
    "Leave it empty where there is none; otherwise give it.",
)
A_DATE_HERE = Caution(
    "date_where_none_belongs",
    "The spreadsheet has stored this value as a date.",
    "Format the column as text in the workbook, and give the value again.",
)
TOO_MANY_CELLS = Caution(
    "row_too_long",
    "The row has more cells than there are headings, so its values may stand under the wrong ones.",
    "Put a value that holds the separator into quotation marks, or export the file again.",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read of one cell; ``fault`` when it cannot be used, ``caution`` when it can but should be looked at.

    ``given`` is what stood in it, where that is a text and is held as another.
    """

    value: object = None
    fault: Caution | None = None
    caution: Caution | None = None
    given: str | None = None


def rows_of(seen: Match, sheet: Sheet, file: str) -> Iterator[Item]:
    """The rows and problems of one sheet, in its order; what many rows share comes once, at the end.

    Raises FileRefusedError when the sheet lacks a column that is needed.
    """
    refuse_unless_usable(seen, sheet.header_row)
    say = Problems(match=seen, sheet=sheet, file=file)
    yield from say.of_header()
    readers = [(column, place, reader_of(column, seen)) for column, place in seen.places]
    row = None
    for row in sheet.lines:
        yield from items_of(row, readers, seen, say)
    if row is None:
        yield say.no_rows()
    yield from say.shared()


def reader_of(column: ReadColumn, seen: Match) -> Callable[[Cell], Seen]:
    """How one column reads a cell, remembering what it has read."""
    is_date = seen.part.table.columns[column.to] == "date"
    spellings = None
    if isinstance(column.as_, Codes):
        spellings = {plain(way): code for way, code in column.as_.spellings()}
    own = {_said(theirs): ours for theirs, ours in column.own_words}
    read = partial(_seen, column, spellings, own, is_date)
    nothing = seen.part.nothing
    return lru_cache(maxsize=REMEMBERED)(partial(_unless, nothing, read) if nothing else read)


def _unless(nothing: frozenset[str], read: Callable[[Cell], Seen], cell: Cell) -> Seen:
    """What a cell says, where its system has no way of its own to say that there is nothing."""
    text = f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell
    return Seen() if isinstance(text, str) and trimmed(text) in nothing else read(cell)


def _said(word: str) -> str:
    """A council's word as it is compared: signs count, since some codes are nothing else."""
    return " ".join(trimmed(word).split()).casefold()


def _seen(
    column: ReadColumn,
    spellings: dict[str, str] | None,
    own: dict[str, str],
    is_date: bool,  # noqa: FBT001
    cell: Cell,
) -> Seen:
    if isinstance(cell, Fault):
        return Seen(fault=Caution(cell.rule, cell.message, cell.remedy))
    if isinstance(cell, date):
        return _seen_date(column, cell, is_date=is_date)
    stood = trimmed(cell)
    if not stood:
        return Seen()
    text = own.get(_said(stood), stood) if own else stood
    if text.upper() in ERRORS_SHOWN:
        error = cell_error(text)
        return Seen(fault=Caution(error.rule, error.message, error.remedy))
    seen = _parsed(column, text) if spellings is None else _coded(column, text, spellings)
    is_other = isinstance(seen.value, str) and seen.value != stood
    return replace(seen, given=stood) if is_other else seen


def _seen_date(column: ReadColumn, cell: date, *, is_date: bool) -> Seen:
    if column.as_ is day_first_moment and isinstance(cell, datetime):
        return _parsed(column, f"{cell:%d/%m/%Y %H:%M}")
    if is_date or column.as_ is trimmed:  # a trimmed text may be a date, as in previous permanence
        return _parsed(column, f"{cell:%d/%m/%Y}")  # so that the same years are in range as in a CSV file
    return Seen(fault=A_DATE_HERE)


def _coded(column: ReadColumn, text: str, spellings: dict[str, str]) -> Seen:
    assert isinstance(column.as_, Codes)  # noqa: S101 - reader_of made the spellings
    known = next(
        (spellings[form] for way in column.as_.ways(text) if (form := plain(way)) in spellings), None
    )
    if known:  # first, since 'none' is an answer where the list has it
        return Seen(known)
    return Seen(fault=NOTHING) if text.lower() in WORDS_FOR_NOTHING else Seen(text, caution=UNKNOWN_CODE)


def _parsed(column: ReadColumn, text: str) -> Seen:
    assert not isinstance(column.as_, Codes)  # noqa: S101 - _seen chose
    try:
        value = column.as_(text)
    except UnreadableError as error:
        return Seen(fault=Caution(error.rule, error.message, error.remedy))
    caution = CAUTIONS.get(column.as_)
    return Seen(value, caution=caution(text) if caution else None)


Readers = list[tuple[ReadColumn, int, Callable[[Cell], Seen]]]


def items_of(line: Line, readers: Readers, match: Match, say: Problems) -> Iterator[Item]:
    """The row that one line makes, and before it the reasons for which it is held back, if it is."""
    values: dict[str, object] = {}
    given: dict[str, str] = {}
    held: list[Problem] = []
    width, cells = len(match.headings), line.cells
    for column, place, read in readers:
        cell = cells[place] if place < len(cells) else ""
        seen = read(cell)
        values[column.to] = seen.value
        if seen.given is not None:
            given[column.to] = seen.given
        if seen.fault and column.need != Need.OPTIONAL:
            held.append(say.held(line, seen.fault, place, shown(cell)[:LONGEST_SHOWN]))
        elif seen.fault or seen.caution:
            say.warn(line, seen.fault or seen.caution, place, shown(cell)[:LONGEST_SHOWN])
        elif seen.value is None and column.need == Need.REQUIRED:
            held.append(say.held(line, MISSING, place, None))
    if len(cells) > width and not is_blank(cells[width:]):
        held.append(say.held(line, TOO_MANY_CELLS, None, None))
    if not held:
        held = say.settled(line, values)
    say.look_at_extra(line)
    yield from held
    yield Row(match.part.table.name, values, say.sheet.name, line.row, held=bool(held), given=given or None)


@dataclass(kw_only=True)
class Problems:
    """Writes problems of one sheet; warnings that many rows share are gathered into one with the first row."""

    match: Match
    sheet: Sheet
    file: str
    gathered: dict[tuple[str, str | None, str | None], Problem] = field(default_factory=dict)
    ignored: set[int] = field(default_factory=set)

    def of_header(self) -> Iterator[Problem]:
        """What is worth saying of the file before its rows: encoding, columns ignored, columns missing."""
        for caution in self.sheet.cautions:
            yield self._problem(Severity.WARNING, caution, None)
        for place in self.match.extra:
            if heading := self.match.headings[place]:
                yield self._ignored(place, heading)
        for column in self.match.missing:
            message = f"The column '{column.header}' is missing; its values are not recorded."
            about = Caution("column_missing", message, "Add it to the export if the system holds it.")
            yield replace(self._problem(Severity.WARNING, about, self.sheet.header_row), column=column.header)

    def no_rows(self) -> Problem:
        """A header with nothing under it."""
        about = Caution(
            "no_rows", "The sheet has a header and no rows.", "Check that the export found what it should."
        )
        return self._problem(Severity.WARNING, about, self.sheet.header_row)

    def held(self, line: Line, about: Caution, place: int | None, value: str | None) -> Problem:
        """One reason why a row is held back."""
        column = self.match.headings[place] if place is not None else None
        return replace(self._problem(Severity.HELD, about, line.row), column=column, value=value)

    def warn(self, line: Line, about: Caution | None, place: int | None, value: str | None) -> None:
        """Remembers a warning; it is told at the end, with how many rows share it."""
        assert about is not None  # noqa: S101 - for the type checker
        column = self.match.headings[place] if place is not None else None
        self._gather(replace(self._problem(Severity.WARNING, about, line.row), column=column, value=value))

    def settled(self, line: Line, values: dict[str, object]) -> list[Problem]:
        """What does not agree between a row's values: the reasons to hold it back, the rest remembered."""
        held = []
        for flaw in self.match.part.settle(values):
            severity = Severity.HELD if flaw.holds else Severity.WARNING
            problem = replace(self._problem(severity, flaw.about, line.row), column=self._named(flaw.header))
            if flaw.holds:
                held.append(problem)
            else:
                self._gather(problem)
        return held

    def look_at_extra(self, line: Line) -> None:
        """Notices a value in a column that has no heading."""
        for place in self.match.extra:
            if (
                not self.match.headings[place]
                and place not in self.ignored
                and place < len(line.cells)
                and (not is_blank([line.cells[place]]))
            ):
                self._gather(self._ignored(place, f"{letter(place)} (without a heading)"))

    def shared(self) -> Iterator[Problem]:
        """The gathered warnings."""
        yield from self.gathered.values()

    def _gather(self, problem: Problem) -> None:
        value = problem.value if problem.rule == UNKNOWN_CODE.rule else None
        key = (problem.rule, problem.column, value)
        if key not in self.gathered and len(self.gathered) >= LISTED_VALUES:
            key = (problem.rule, problem.column, None)
        known = self.gathered.get(key)
        self.gathered[key] = replace(known, times=known.times + 1) if known else problem

    def _ignored(self, place: int, heading: str) -> Problem:
        self.ignored.add(place)
        message = "The column is not one of this return and was ignored."
        about = Caution("column_ignored", message, "Nothing needs doing, unless a heading is misspelt.")
        return replace(self._problem(Severity.WARNING, about, self.sheet.header_row), column=heading)

    def _named(self, header: str | None) -> str | None:
        """The file's own heading of a documented column."""
        places = {column.header: place for column, place in self.match.places}
        return self.match.headings[places[header]] if header in places else header

    def _problem(self, severity: Severity, about: Caution, row: int | None) -> Problem:
        return Problem(
            rule=about.rule,
            severity=severity,
            file=self.file,
            table=self.match.part.table.name,
            sheet=self.sheet.name,
            row=row,
            message=about.message,
            remedy=about.remedy,
        )
