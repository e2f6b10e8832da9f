"""A paper as blocks in reading order: the one source of the HTML, PDF and Word forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lineofsight.calendar import date_in_words
from lineofsight.papers.cells import DataTable, label
from lineofsight.papers.model import Fact, Line, LoadRow, MeasurePart, Paper, Plot, Provenance

MOST_FLAGS = 6
PRINTED_ROWS = 25  # two years of months, and the same month of the year before them


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading. Level 1 is the paper's title, 2 a part of it, 3 a measure, 4 a part of a measure."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """A paragraph. ``quiet`` sets it smaller and paler: a status line, a note."""

    text: str
    quiet: bool = False
    lead: bool = False


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Flags:
    """Lines of the first page; ``full`` ones stand out, with their companions, the others keep to one row each."""

    lines: tuple[Line, ...]
    full: bool


@dataclass(frozen=True, kw_only=True)
class Companion:
    """The sentence of a companion measure, set apart so that the two are read together."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart to be drawn; ``name`` is unique in the paper."""

    name: str
    plot: Plot


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Labels and texts: a definition, row by row."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of figures or of files. ``folded`` is the long one behind a chart, which a screen may fold away.

    ``small`` sets it in small type: digests, which are compared and not read.
    """

    table: DataTable
    folded: bool = False
    small: bool = False

    def printed(self) -> DataTable:
        """Return the table as it is printed: of a long one behind a chart the newest rows, and where the others are."""
        left = len(self.table.rows) - PRINTED_ROWS
        if not self.folded or left <= 0:
            return self.table
        rest = f"The {left} rows before these are in the web page and the CSV file of this paper."
        note = f"{self.table.note} {rest}".strip()
        return replace(self.table, rows=self.table.rows[:PRINTED_ROWS], note=note)


Block = Heading | Prose | Bullets | Flags | Companion | Picture | Facts | Table


def outline(paper: Paper) -> Iterator[Block]:
    """Yield the paper's blocks in reading order."""
    yield from _opening(paper)
    yield from _changed(paper)
    yield from _lines(
        "Within their usual range", "within", paper.within, "No measure is within its usual range."
    )
    if paper.no_range:
        yield Heading(level=2, text="Without a usual range", anchor="no-range")
        yield Flags(lines=paper.no_range, full=False)
    yield from _lines("Not available", "not-available", paper.not_available, "Every measure is available.")
    yield Heading(level=2, text="Each measure", anchor="measures")
    for part in paper.measures:
        yield from _measure(part)
    yield Heading(level=2, text="What these figures can’t tell", anchor="cannot-tell")
    yield Bullets(items=paper.cannot_tell)
    yield Heading(level=2, text="How children are protected", anchor="protection")
    yield Bullets(items=paper.protection)
    yield from _provenance(paper.provenance)


def _opening(paper: Paper) -> Iterator[Block]:
    yield Heading(level=1, text=paper.title)
    meeting = f", {date_in_words(paper.meeting_date)}" if paper.meeting_date else ""
    yield Prose(text=f"{paper.council}, for the {paper.for_body}{meeting}", lead=True)
    yield Heading(level=2, text="What you asked for last time", anchor="asked")
    if paper.asked_last_time:
        yield Bullets(items=paper.asked_last_time)
    else:
        yield Prose(text="Nothing is recorded yet.")


def _changed(paper: Paper) -> Iterator[Block]:
    yield Heading(level=2, text="What changed", anchor="changed")
    yield Prose(text=paper.budget_sentence)
    if paper.changed:
        yield Flags(lines=paper.changed[:MOST_FLAGS], full=True)
    else:
        yield Prose(text="No measure is outside its usual range.")
    if more := paper.changed[MOST_FLAGS:]:
        yield Prose(text=f"And {len(more)} more, each in its own part of this paper:")
        yield Flags(lines=more, full=False)


def _lines(title: str, anchor: str, lines: tuple[Line, ...], none: str) -> Iterator[Block]:
    yield Heading(level=2, text=title, anchor=anchor)
    yield Flags(lines=lines, full=False) if lines else Prose(text=none)


def _measure(part: MeasurePart) -> Iterator[Block]:
    yield Heading(level=3, text=part.title, anchor=anchor_of(part.id))
    if part.status:
        yield Prose(text=part.status, quiet=True)
    if part.sentences:
        yield Prose(text=" ".join(part.sentences))
    if part.companion:
        yield Companion(text=part.companion)
    if part.plot is not None and part.plot.chart.points:
        yield Picture(name=part.id, plot=part.plot)
    refusal = part.plot.chart.refusal if part.plot is not None else None
    if refusal and not any(refusal in sentence for sentence in part.sentences):
        yield Prose(text=refusal, quiet=True)
    if part.facts:
        yield Facts(rows=part.facts)
    yield from (Table(table=table, folded=table is part.data) for table in part.tables)


def _provenance(provenance: Provenance) -> Iterator[Block]:
    yield Heading(level=2, text="Where these figures come from", anchor="provenance")
    yield Prose(
        text=f"Computed on {date_in_words(provenance.made_on)} by Line of Sight {provenance.version} on {provenance.engine}, "
        f"in {provenance.run}. The files that were read, each with its SHA-256, by which it can be recognised:"
    )
    yield Table(table=loads_table(provenance.loads), small=True)


def loads_table(loads: tuple[LoadRow, ...]) -> DataTable:
    """Return one row for each file that was read."""
    return DataTable(
        caption="Files that were read",
        header=("File", "Return, key and load", "SHA-256"),
        rows=tuple(
            (label(file.name), label(f"{load.return_name}, {load.key}, {load.load}"), label(file.sha256))
            for load in loads
            for file in load.files
        ),
    )


def anchor_of(measure: str) -> str:
    """Return the place of a measure in the paper, which can be no part's own."""
    return f"m-{measure}"


def spoken(line: Line) -> str:
    """Return a line's mark in words, as a sentence's beginning: ``Above its usual range``."""
    return str(line.mark)[:1].upper() + str(line.mark)[1:]
