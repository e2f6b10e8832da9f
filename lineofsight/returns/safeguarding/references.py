"""What the lines of the dataset's tables say of one another: each names others by identifiers of the case system."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from lineofsight.returns.safeguarding.model import DatasetTable, Taken, TakenAsAt, Values

Lines = Callable[
    [str], Iterable[Values]
]  # the name of a table of the dataset -> the lines that were not held back
Missed = Callable[[Taken], None]


def _unheard(_taken: Taken) -> None:
    """Nobody listens while a line is read for the sake of another: it is told when the line is read itself."""


@dataclass(frozen=True, kw_only=True)
class References:
    """Finds the lines that a line names. Each table that is referred to is read once, when it is first asked for.

    ``tables`` are the dataset's by name, ``lines`` reads one of them.
    """

    tables: dict[str, DatasetTable]
    lines: Lines
    _by_key: dict[tuple[str, str], dict[object, Values]] = field(default_factory=dict)
    _spells: dict[str, dict[object, list[Values]]] = field(default_factory=dict)

    def complete(self, table: DatasetTable, line: Values, missed: Missed = _unheard) -> Values:
        """The line with what it takes from others. ``missed`` is told of each name that leads nowhere."""
        for taken in table.takes:
            if isinstance(taken, TakenAsAt):
                self._as_at(taken, line)
            else:
                self._take(taken, line, missed)
        return line

    def _take(self, taken: Taken, line: Values, missed: Missed) -> None:
        named = line.get(taken.by)
        if named is None:
            return
        other = self._named(taken).get(named)
        if other is None:
            if taken.needed:
                missed(taken)
            return
        for ours, theirs in taken.values:
            value = other.get(theirs)
            if value is not None and (ours == taken.by or line.get(ours) is None):
                line[ours] = value

    def _named(self, taken: Taken) -> dict[object, Values]:
        place = (taken.of, taken.key)
        if place not in self._by_key:
            self._by_key[place] = {}  # so that tables that name each other do not go round in a circle
            found: dict[object, Values] = {}
            asked = self._asked(taken)
            for line in self._completed(taken.of, asked):
                if line.get(taken.key) is not None:
                    told = {name: line[name] for name in asked if line.get(name) is not None}
                    found.setdefault(line[taken.key], {}).update(told)
            self._by_key[place] = found
        return self._by_key[place]

    def _asked(self, taken: Taken) -> set[str]:
        """The columns that any table takes by this name: the lines are read once for all of them."""
        return {
            theirs
            for table in self.tables.values()
            for other in table.takes
            if isinstance(other, Taken) and (other.of, other.key) == (taken.of, taken.key)
            for _, theirs in other.values
        }

    def _completed(self, name: str, asked: set[str]) -> Iterator[Values]:
        table = self.tables[name]
        takes = any(
            ours in asked
            for taken in table.takes
            for ours, _ in (taken.values if isinstance(taken, Taken) else (taken.value,))
        )
        for line in self.lines(name):
            yield self.complete(table, line) if takes else line

    def _as_at(self, taken: TakenAsAt, line: Values) -> None:
        day = line.get(taken.at)
        if not isinstance(day, date):
            return
        for spell in reversed(self._spells_of(taken).get(line.get(taken.by), [])):
            until = spell.get(taken.until)
            if spell[taken.since] <= day and (until is None or until >= day):  # type: ignore[operator]
                line[taken.value[0]] = spell[taken.value[1]]
                return

    def _spells_of(self, taken: TakenAsAt) -> dict[object, list[Values]]:
        if taken.of not in self._spells:
            found: dict[object, list[Values]] = defaultdict(list)
            for line in self.lines(taken.of):
                found[line.get(taken.by)].append(line)
            for spells in found.values():
                spells.sort(key=lambda spell: spell[taken.since])  # type: ignore[arg-type,return-value]
            self._spells[taken.of] = found
        return self._spells[taken.of]
