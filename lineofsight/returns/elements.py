"""One XML element's leaves as one row of a table, with a problem for each leaf that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NoReturn

from lineofsight.returns.model import Item, Row
from lineofsight.returns.parts import Codes
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.values import Caution, UnreadableError, blank, trimmed
from lineofsight.returns.xml import Element, Stray

LONGEST_SHOWN = 200  # characters of a value that a problem carries


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """How the text of a leaf becomes the value of a column.

    ``places``: the row belongs to no period, or to no child, without it, so it is held back. ``decides``: an
    unreadable one would make something look open that may not be, so the row is held back too; a missing one is an
    answer. ``expected``: a missing one is worth a warning. Any other that is unreadable is null, with a warning.
    ``codes`` and ``says`` are for whoever writes the element: the list that its value comes from, and what it means.
    """

    column: str
    parse: Callable[[str], object]
    places: bool = False
    decides: bool = False
    expected: bool = False
    caution: Callable[[str], Caution | None] | None = None
    codes: Codes | None = None
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An element that is a row: its table, its path, its leaves, and the names below it that are read elsewhere."""

    table: str
    path: str
    leaves: dict[str, Leaf]
    elsewhere: frozenset[str] = frozenset()
    needed: dict[str, Leaf] = field(init=False)

    def __post_init__(self) -> None:
        needed = {name: leaf for name, leaf in self.leaves.items() if leaf.places or leaf.expected}
        object.__setattr__(self, "needed", needed)


@dataclass(slots=True)
class Unknowns:
    """The elements that no group knows, by path and name: reported once, with how many there were."""

    seen: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def note(self, path: str, name: str, line: int) -> None:
        """Count one more; the first one's line is kept."""
        self.seen.setdefault((path, name), [line, 0])[1] += 1

    def problems(self, file: str) -> Iterable[Problem]:
        """One warning for each name."""
        for (path, name), (line, times) in self.seen.items():
            yield Problem(
                rule="element_unknown",
                severity=Severity.WARNING,
                file=file,
                message=f"{name} is not an element that is known here; it was not read.",
                remedy="If it holds something of the return, check its name and place.",
                sheet=path,
                row=line,
                column=name,
                times=times,
            )


@dataclass(slots=True)
class _Filling:
    """A row while its leaves are read."""

    values: dict[str, object]
    given: dict[str, str] = field(default_factory=dict)  # what the file wrote, where it is held otherwise
    read: set[str] = field(default_factory=set)  # columns that a leaf had something for
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """What the rows of one file share: its name in problems, and the elements that nobody knew."""

    file: str
    unknowns: Unknowns = field(default_factory=Unknowns)

    def row(self, element: Element, group: Group, given: dict[str, object]) -> list[Item]:
        """One element as one row, first, and its problems; ``given`` are the columns that come from around it."""
        return self.row_of(element.children, element.line, group, given)

    def row_of(
        self, leaves: Iterable[Element], line: int, group: Group, given: dict[str, object]
    ) -> list[Item]:
        """The same from leaves that need not lie in one element."""
        filling = _Filling(dict(given))
        for element in leaves:
            leaf = group.leaves.get(element.name)
            if leaf is not None:
                self._fill(filling, element, leaf, group, line)
            elif element.name not in group.elsewhere:
                self.unknowns.note(group.path, element.name, element.line)
        for name, leaf in group.needed.items():
            if leaf.column not in filling.read:
                filling.read.add(leaf.column)
                filling.problems.append(self._missing(name, leaf, group, line))
        held = any(problem.severity is Severity.HELD for problem in filling.problems)
        row = Row(group.table, filling.values, group.path, line, held, filling.given or None)
        return [row, *filling.problems]

    def listed(self, container: Element, group: Group) -> Iterator[Element]:
        """The leaves of a list that hold something; an empty one says that there is nothing, and is no row."""
        for element in container.children:
            if element.name not in group.leaves:
                self.unknowns.note(group.path.rpartition("/")[0], element.name, element.line)
            elif element.children or not blank(element.text):
                yield element

    def _fill(self, filling: _Filling, element: Element, leaf: Leaf, group: Group, line: int) -> None:
        if not element.children and blank(element.text):
            return
        try:
            value = leaf.parse(element.text) if not element.children else _not_a_value()
            if leaf.column in filling.read and filling.values[leaf.column] != value:
                raise _REPEATED
        except UnreadableError as error:
            value = None
            severity = Severity.HELD if leaf.places or leaf.decides else Severity.WARNING
            filling.problems.append(self._problem(error, severity, element, group, line))
        filling.values[leaf.column] = value
        filling.read.add(leaf.column)
        if value != element.text and isinstance(value, str) and value != (stood := trimmed(element.text)):
            filling.given[leaf.column] = stood
        caution = leaf.caution(element.text) if leaf.caution else None
        if caution:
            filling.problems.append(self._problem(caution, Severity.WARNING, element, group, line))

    def _problem(
        self, what: UnreadableError | Caution, severity: Severity, element: Element, group: Group, line: int
    ) -> Problem:
        where = "" if element.line == line else f" (Line {element.line}.)"
        return Problem(
            rule=what.rule,
            severity=severity,
            file=self.file,
            message=what.message + where,
            remedy=what.remedy,
            table=group.table,
            sheet=group.path,
            row=line,
            column=element.name,
            value=trimmed(element.text)[:LONGEST_SHOWN],
        )

    def _missing(self, name: str, leaf: Leaf, group: Group, line: int) -> Problem:
        return Problem(
            rule="value_missing",
            severity=Severity.HELD if leaf.places else Severity.WARNING,
            file=self.file,
            message=f"{name} is missing.",
            remedy="Give it in the source system.",
            table=group.table,
            sheet=group.path,
            row=line,
            column=name,
        )

    def stray(self, stray: Stray) -> Iterator[Problem]:
        """A warning for text that stands outside every leaf; an element that strays is counted with the unknown."""
        if stray.text is None:
            self.unknowns.note(stray.path, stray.name, stray.line)
            return
        yield Problem(
            rule="text_outside_elements",
            severity=Severity.WARNING,
            file=self.file,
            message="There is text between the elements, which belongs to none of them; it was not read.",
            remedy="Look at what the system that made the file left there.",
            sheet=stray.path,
            row=stray.line,
            value=stray.text[:LONGEST_SHOWN],
        )


def row_in(items: list[Item]) -> Row:
    """The row that comes before its problems."""
    row = items[0]
    assert isinstance(row, Row)  # noqa: S101 - for the type checker: a reader's first item is its row
    return row


def holds_something(element: Element) -> bool:
    """Whether any text stands in it. Systems write empty elements for what they do not have."""
    return not blank(element.text) or any(holds_something(inner) for inner in element.children)


def everything_held(items: list[Item]) -> list[Item]:
    """All rows held back for what the first problem that holds one says, which then speaks for all of them."""
    rows = sum(isinstance(item, Row) for item in items)
    reason = next(item for item in items if isinstance(item, Problem) and item.severity is Severity.HELD)
    said = replace(reason, times=rows, message=f"{reason.message} Everything below it is held back too.")
    return [
        replace(item, held=True) if isinstance(item, Row) else said if item is reason else item
        for item in items
    ]


_REPEATED = UnreadableError(
    "element_repeated",
    "The element occurs more than once, with different values.",
    "Leave the right one in the source system.",
)


def _not_a_value() -> NoReturn:
    raise UnreadableError(
        "element_not_a_value", "There are elements where a value should be.", "Give the value alone."
    )
