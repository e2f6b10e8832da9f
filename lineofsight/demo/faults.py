"""What is wrong on purpose in the synthetic council's files: each fault in a known place, as a reader should find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lineofsight.demo.dice import Dice
from lineofsight.demo.nodes import Node
from lineofsight.demo.sheets import Sheet, Value

READING, RULES = "reading", "rules"  # found in the row itself, or only beside other rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One planted fault, in the words in which a problem names its place."""

    file: str
    sheet: str
    row: int
    rule: str
    column: str
    held: bool
    found_by: str
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A value that a later file gives differently: the later file is right."""

    file: str
    corrected_by: str
    sheet: str
    row: int
    column: str
    was: str
    is_now: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A fault before its file is written: the element or row that it is in, whose number is not known yet."""

    where: Node | list[Value]
    rule: str
    column: str
    sheet: str
    held: bool
    what: str
    found_by: str = READING


@dataclass(kw_only=True, slots=True)
class Wrong:
    """A value that a later file corrects, before the file is written."""

    where: Node | list[Value]
    sheet: str
    column: str
    was: str
    is_now: str


@dataclass(slots=True)
class Planting:
    """Everything that has been planted in the files of one folder."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)

    def name_of(self, path: Path) -> str:
        """The path within the folder, as problems name a file."""
        return path.relative_to(self.folder).as_posix()

    def written(self, path: Path, spots: list[Spot], sheet: Sheet | None = None) -> None:
        """Notes faults of a file whose rows or lines are known by now."""
        for spot in spots:
            self.faults.append(
                Fault(
                    file=self.name_of(path),
                    sheet=spot.sheet,
                    row=_number(spot.where, sheet),
                    rule=spot.rule,
                    column=spot.column,
                    held=spot.held,
                    found_by=spot.found_by,
                    what=spot.what,
                )
            )

    def corrected(self, path: Path, later: Path, wrongs: list[Wrong], sheet: Sheet | None = None) -> None:
        """Notes values that a later file corrects."""
        for wrong in wrongs:
            self.corrections.append(
                Correction(
                    file=self.name_of(path),
                    corrected_by=self.name_of(later),
                    sheet=wrong.sheet,
                    row=_number(wrong.where, sheet),
                    column=wrong.column,
                    was=wrong.was,
                    is_now=wrong.is_now,
                )
            )


def _number(where: Node | list[Value], sheet: Sheet | None) -> int:
    if isinstance(where, Node):
        return where.line
    assert sheet is not None  # noqa: S101 - a row is always a sheet's
    return sheet.number_of(where)


def first_row(
    dice: Dice, sheet: Sheet, fits: Callable[[list[Value]], bool], used: set[str]
) -> list[Value] | None:
    """A row, in chance order, that fits and whose child or case no other fault has touched; None if there is none."""
    for number in dice.shuffled(len(sheet.rows)):
        row = sheet.rows[number]
        if str(row[0]) not in used and fits(row):
            used.add(str(row[0]))
            return row
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class BadValue:
    """A fault that is one value in one column of a sheet."""

    column: str
    value: Value
    rule: str
    what: str
    held: bool = True
    only_if: tuple[tuple[str, Callable[[Value], bool]], ...] = ()  # other columns, and what they must hold
    found_by: str = READING
    reported_as: str = ""  # the column that the problem names, where it is another


def spoil(dice: Dice, sheet: Sheet, bad: BadValue, used: set[str], *, named: str = "") -> Iterator[Spot]:
    """Plants one bad value in a row that has a good one in that column."""
    place = sheet.place(bad.column)
    wanted = bad.only_if or ((bad.column, lambda value: value not in (None, "")),)
    row = first_row(
        dice, sheet, lambda row: all(fits(row[sheet.place(other)]) for other, fits in wanted), used
    )
    if row is not None:
        row[place] = bad.value
        yield Spot(
            where=row,
            rule=bad.rule,
            column=bad.reported_as or bad.column,
            sheet=named,
            held=bad.held,
            what=bad.what,
            found_by=bad.found_by,
        )


def repeat(dice: Dice, sheet: Sheet, used: set[str], *, column: str, what: str) -> Iterator[Spot]:
    """Plants a row that says again what the row before it says."""
    row = first_row(dice, sheet, lambda row: all(row[:2]), used)
    if row is not None:
        again = list(row)
        sheet.rows.insert(sheet.number_of(row) - 1, again)
        yield Spot(
            where=again, rule="repeated_row", column=column, sheet="", held=True, what=what, found_by=RULES
        )
