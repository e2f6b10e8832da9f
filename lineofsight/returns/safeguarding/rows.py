"""The rows that a line of the dataset becomes, in the record's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lineofsight.returns.model import Item, Row
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.safeguarding.model import DatasetTable, Made, Taken, Values
from lineofsight.returns.safeguarding.references import References


def rows_made(table: DatasetTable, line: Row) -> Iterator[Row]:
    """Every row of the record that a line becomes. One that is held back is held in each table that it would fill."""
    for made in table.makes:
        for values in [line.values] if line.held else _each(made, line.values):
            if line.held or made.when(values):
                given = _of(made, line.given or {})
                yield Row(
                    made.table.name,
                    _of(made, values),
                    line.sheet,
                    line.row,
                    held=line.held,
                    given={name: text for name, text in given.items() if isinstance(text, str)} or None,
                )


def _each(made: Made, line: Values) -> Iterator[Values]:
    if made.each is None:
        yield line
        return
    several = line.get(made.each)
    for one in several if isinstance(several, tuple) else ():
        yield {**line, made.each: one}


def _of(made: Made, line: Mapping[str, object]) -> Values:
    source = dict(made.from_)
    return {column: line.get(source.get(column, column)) for column in made.table.columns}


@dataclass(kw_only=True)
class Reading:
    """One file's lines on their way into the record. Names that lead nowhere are counted, and told once for a column."""

    file: str
    references: References
    missed: dict[tuple[str, str], Problem] = field(default_factory=dict)

    def items(self, table: DatasetTable, item: Item) -> Iterator[Item]:
        """What one item of the file is in the record's terms."""
        if isinstance(item, Problem):
            yield replace(item, table=table.makes[0].table.name) if item.table else item
        elif isinstance(item, Row):
            if not item.held:
                self.references.complete(table, item.values, lambda taken: self._miss(table, taken, item))
            yield from self._kept_or_held(table, item)
        else:
            yield item

    def _kept_or_held(self, table: DatasetTable, line: Row) -> Iterator[Item]:
        """A row that cannot be placed for want of the child, or that stands for nothing, is held back with its reason."""
        held = line.held
        if not held and "child_id" in table.makes[0].table.columns and line.values.get("child_id") is None:
            yield self._problem(table, line, Severity.HELD, *_NO_CHILD)
            held = True
        elif not held and not all(line.values.get(made.each) for made in table.makes if made.each):
            yield self._problem(table, line, Severity.HELD, *_NOTHING_LISTED)
            held = True
        yield from rows_made(table, replace(line, held=held))

    def _miss(self, table: DatasetTable, taken: Taken, line: Row) -> None:
        key = (table.name, taken.by)
        known = self.missed.get(key)
        if known is not None:
            self.missed[key] = replace(known, times=known.times + 1)
            return
        column = next(c.header for c in table.part.columns if c.to == taken.by)
        about = (
            "reference_unknown",
            f"The line names one of {taken.of} that is in no file of the dataset beside this one, so what it would take "
            "from there is not recorded.",
            f"Load {taken.of} together with it, from the same run of the extract.",
        )
        self.missed[key] = replace(self._problem(table, line, Severity.WARNING, *about), column=column)

    def _problem(
        self, table: DatasetTable, line: Row, severity: Severity, rule: str, message: str, remedy: str
    ) -> Problem:
        return Problem(
            rule=rule,
            severity=severity,
            file=self.file,
            table=table.makes[0].table.name,
            sheet=line.sheet,
            row=line.row,
            message=message,
            remedy=remedy,
        )


_NO_CHILD = (
    "child_unknown",
    "The line names its child only through a line of another table, which is in no file of the dataset beside this one.",
    "Load the table that it refers to together with it, from the same run of the extract.",
)
_NOTHING_LISTED = (
    "list_empty",
    "The list in this line is empty, so that there is nothing to record of it.",
    "Nothing needs doing, unless the case system holds what it should list.",
)
