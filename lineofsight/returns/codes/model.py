"""A dated code list: what each code of a return means, from when to when it is in force, and what it became."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Code:
    """One code of a list.

    ``became`` is the code of the same list that means the same today: readers put it in this one's place.
    ``followed_by`` are codes that were made for its purpose but say more, or other things: this one then stands as
    it is. ``meaning`` is empty where no public source gives its words.
    """

    value: str
    meaning: str = ""
    since: date | None = None  # the first day on which it may be used; None: before 2020
    until: date | None = None  # the last one; None: still in force
    spellings: tuple[str, ...] = ()  # other ways in which files write it
    became: str = ""
    followed_by: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        """The value under which the record holds it."""
        return self.became or self.value

    @property
    def is_dated(self) -> bool:
        """Whether there is a day on which it is not in force."""
        return self.since is not None or self.until is not None

    def is_used_between(self, since: date, until: date | None) -> bool:
        """Whether it was in force on any day of a row that speaks for ``since`` to ``until`` (None: not ended).

        >>> from datetime import date
        >>> Code(value="Z1", until=date(2025, 3, 31)).is_used_between(date(2025, 4, 1), None)
        False
        """
        begun = self.since is None or until is None or until >= self.since
        return begun and (self.until is None or since <= self.until)


@dataclass(frozen=True, kw_only=True)
class CodeList:
    """The codes of one item of a return, of every year from 2020 on, and where they are from."""

    name: str
    title: str
    source: str
    codes: tuple[Code, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The codes that the record may hold, in the order of the list."""
        return tuple(code.value for code in self.codes if not code.became)

    def writings(self) -> tuple[tuple[str, Code], ...]:
        """Every way in which a file may write a code, with the code that it stands for."""
        return tuple((way, code) for code in self.codes for way in (code.value, *code.spellings))


def codes_of(
    meanings: Mapping[str, str],
    *,
    since: date | None = None,
    until: date | None = None,
    followed_by: tuple[str, ...] = (),
) -> tuple[Code, ...]:
    """Codes with their meanings, which came and went on the same days."""
    return tuple(
        Code(value=value, meaning=meaning, since=since, until=until, followed_by=followed_by)
        for value, meaning in meanings.items()
    )


def numbered(prefix: str, *meanings: str, start: int = 1) -> tuple[Code, ...]:
    """Codes that are a prefix and a running number.

    >>> [code.value for code in numbered("RD", "one reason", "another")]
    ['RD1', 'RD2']
    """
    return codes_of({f"{prefix}{number}": meaning for number, meaning in enumerate(meanings, start=start)})
