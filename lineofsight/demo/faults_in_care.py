"""Faults in the CSV files of the looked-after return, each in one year's set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice
from lineofsight.demo.faults import RULES, BadValue, Spot, Wrong, first_row, repeat, spoil
from lineofsight.demo.sheets import Sheet, Value

BAD_VALUES: tuple[tuple[int, str, BadValue], ...] = (  # how many years before the last, the file, the fault
    (
        1,
        "episodes",
        BadValue(column="DEC", value="13/13/2025", rule="date_not_in_calendar", what="There is no month 13."),
    ),
    (
        2,
        "episodes",
        BadValue(column="DECOM", value=None, rule="value_missing", what="An episode without its first day."),
    ),
    (
        0,
        "episodes",
        BadValue(
            column="PLACE", value="U9", rule="code_unknown", held=False, what="No placement has the code U9."
        ),
    ),
    (
        3,
        "header",
        BadValue(
            column="DOB",
            value="31/02/2015",
            rule="date_not_in_calendar",
            held=False,
            what="February has no 31st day.",
        ),
    ),
    (
        1,
        "header",
        BadValue(
            column="CHILD",
            value="1.2E+05",
            rule="id_has_lost_digits",
            what="A spreadsheet has rounded the child's id.",
        ),
    ),
    (
        2,
        "header",
        BadValue(
            column="ETHNIC",
            value="WXYZ",
            rule="code_unknown",
            held=False,
            what="No ethnicity has the code WXYZ.",
        ),
    ),
    (
        1,
        "reviews",
        BadValue(
            column="REVIEW",
            value="2025-06-11",
            rule="date_written_year_first",
            held=False,
            what="A date written year first, which can be read in one way only.",
        ),
    ),
    (
        2,
        "missing",
        BadValue(
            column="MIS_END",
            value="n/a",
            rule="placeholder_for_nothing",
            what="A word where a date or nothing belongs.",
        ),
    ),
    (
        0,
        "oc2",
        BadValue(
            column="SDQ_SCORE",
            value="high",
            rule="whole_number_unreadable",
            held=False,
            what="A word where a score belongs.",
        ),
    ),
)

REPEATED = 2  # in the reviews of two years before the last

Planted = dict[str, list[Spot]]


def plant_in_care(dice: Dice, sheets: dict[str, Sheet], *, years_ago: int, used: set[str]) -> Planted:
    """Plants one year's faults; the spots by the file that they are in."""
    planted: Planted = {name: [] for name in sheets}
    for years, name, bad in BAD_VALUES:
        if years == years_ago and name in sheets:
            planted[name] += spoil(dice, sheets[name], bad, used)
    for years, plant in AMONG_EPISODES:
        if years == years_ago and "episodes" in sheets:
            planted["episodes"] += plant(dice, sheets["episodes"], used)
    if years_ago == REPEATED and "reviews" in sheets:
        what = "The review stands in the file twice."
        planted["reviews"] += repeat(dice, sheets["reviews"], used, column="child_id", what=what)
    return planted


def _ends_before_it_starts(dice: Dice, sheet: Sheet, used: set[str]) -> Iterator[Spot]:
    started, ended = sheet.place("DECOM"), sheet.place("DEC")
    row = first_row(dice, sheet, lambda row: bool(row[ended]), used)
    if row is not None:
        first = row[started]
        assert isinstance(first, date)  # noqa: S101 - for the type checker
        row[ended] = plus(first, -20)
        yield _among_rows(
            row, "ends_before_it_starts", "ended", held=True, what="The end lies before the start."
        )


def _two_open_placements(dice: Dice, sheet: Sheet, used: set[str]) -> Iterator[Spot]:
    """The child's old placement was never ended, so both rows are open."""
    ended, child = sheet.place("DEC"), sheet.place("CHILD")
    children = [row[child] for row in sheet.rows]

    def open_alone(row: list[Value]) -> bool:
        short_break = row[sheet.place("LS")] in ("V3", "V4")
        return row[ended] is None and not short_break and children.count(row[child]) == 1

    row = first_row(dice, sheet, open_alone, used)
    if row is not None:
        later = _moved(row, sheet)
        sheet.rows.insert(sheet.number_of(row) - 1, later)
        for one in (row, later):
            yield _among_rows(
                one, "two_open_placements", "started", held=False, what="The old placement was never ended."
            )


def _moved(row: list[Value], sheet: Sheet) -> list[Value]:
    later = list(row)
    started = row[sheet.place("DECOM")]
    assert isinstance(started, date)  # noqa: S101 - for the type checker
    later[sheet.place("DECOM")] = plus(started, 1)
    later[sheet.place("RNE")] = "P"
    later[sheet.place("PLACE")], later[sheet.place("PLACE_PROVIDER")] = "U6", "PR4"
    return later


def _among_rows(row: list[Value], rule: str, column: str, *, held: bool, what: str) -> Spot:
    return Spot(where=row, rule=rule, column=column, sheet="", held=held, what=what, found_by=RULES)


AMONG_EPISODES: tuple[tuple[int, Callable[[Dice, Sheet, set[str]], Iterator[Spot]]], ...] = (
    (1, _ends_before_it_starts),
    (0, _two_open_placements),
)


def wrong_until_corrected(dice: Dice, sheet: Sheet, used: set[str]) -> list[Wrong]:
    """Agency placements that one year's file gives as the council's own; the next year's file puts them right."""
    provider, ended = sheet.place("PLACE_PROVIDER"), sheet.place("DEC")
    found = []
    for _ in range(2):
        row = first_row(dice, sheet, lambda row: row[provider] == "PR4" and row[ended] is None, used)
        if row is not None:
            row[provider] = "PR1"
            found.append(Wrong(where=row, sheet="", column="PLACE_PROVIDER", was="PR1", is_now="PR4"))
    return found
