"""Reading council.toml a table at a time, so that every complaint says where, what was found and what is allowed."""

from __future__ import annotations

import difflib
import json
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class CouncilFileError(ValueError):
    """council.toml says something that is not understood; the message says where, and what is allowed."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """One table of the file and where it is, so that every complaint can say so."""

    file: str
    path: tuple[str, ...] = ()
    values: Mapping[str, object]

    @classmethod
    def of_file(cls, path: Path) -> Section:
        """The whole of a file."""
        return cls(file=path.name, values=_toml(path))

    def only(self, *known: str) -> None:
        """Refuse any key but these."""
        for key in self.values:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                meant = f" Did you mean '{near[0]}'?" if near else ""
                raise self.fault(f"the key '{key}' is not known. Known here: {_listed(known)}.{meant}")

    def fault(self, says: str) -> CouncilFileError:
        """A complaint about this table."""
        where = f"{self.file}, [{'.'.join(self.path)}]" if self.path else self.file
        return CouncilFileError(f"{where}: {says}")

    def refusal(self, key: str, wanted: str) -> CouncilFileError:
        """The complaint that a key holds something else than what is wanted."""
        found = f"is {shown(self.values[key])}" if key in self.values else "is missing"
        return self.fault(f"'{key}' {found}. It must be {wanted}.")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(key, "a text in quotation marks, and not empty")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, by default none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.refusal(key, "a list of texts in quotation marks")
        return tuple(each.strip() for each in value)

    def day(self, key: str) -> date:
        """A date."""
        value = self.values.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refusal(key, "a date without quotation marks and without a time, such as 2025-04-01")
        return value

    def number(self, key: str) -> float:
        """A finite number."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.refusal(key, "a number")
        return value

    def one_of(self, key: str, allowed: tuple[T, ...], default: T) -> T:
        """One of the values allowed."""
        value = self.values.get(key, default)
        for each in allowed:
            if value == each and isinstance(each, type(value)):  # 1.0 and true equal 1, and are not 1
                return each
        raise self.refusal(key, " or ".join(shown(each) for each in allowed))

    def section(self, key: str) -> Section:
        """The table under a key, by default an empty one."""
        return self._inner(key, self.values.get(key, {}))

    def sections(self, key: str) -> tuple[Section, ...]:
        """The list of tables under a key, by default none."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.refusal(key, "a list of tables, in square brackets")
        return tuple(self._inner(f"{key}, number {place}", each) for place, each in enumerate(value, start=1))

    def _inner(self, name: str, value: object) -> Section:
        if not isinstance(value, dict):
            raise self.fault(f"'{name}' is {shown(value)}. It must be a table: keys with values.")
        return Section(file=self.file, path=(*self.path, name), values=value)


def shown(value: object) -> str:
    """A value as it would stand in the file."""
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _toml(path: Path) -> Mapping[str, object]:
    try:
        # Notepad on Windows writes a byte order mark, which TOML does not allow.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise CouncilFileError(f"{path.name} cannot be read: {fault.strerror}.") from None
    except UnicodeDecodeError:
        raise CouncilFileError(f"{path.name} is not UTF-8. Save it again with the encoding UTF-8.") from None
    except tomllib.TOMLDecodeError as fault:
        raise CouncilFileError(
            f"{path.name} is not TOML: {fault}. council.example.toml shows how it is written."
        ) from None
