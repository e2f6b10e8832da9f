"""What the council decides, read from its council.toml: names, targets, baselines, settings, disclosure, the panel's set."""

from __future__ import annotations

import difflib
import json
import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from lineofsight.calendar import FIRST_WORKING_DAY

LARGEST_PANEL_SET = 20  # more than a panel can discuss in one sitting
FAMILIES = (
    "children in need",
    "looked-after children",
    "exclusions",
    "education, health and care plans",
    "workforce",
    "attendance",
    "pupils",
    "destinations",
    "health services",
    "practice audits",
)
T = TypeVar("T")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class CouncilFileError(ValueError):
    """council.toml says something that is not understood; the message says where, and what is allowed."""


class DisclosureRule(StrEnum):
    """Which counts are held back before a figure leaves."""

    STRICTEST = "strictest"  # counts of 1 to 5, and whatever reveals them
    DFE = "dfe"  # what the Department for Education does in that family's own publication


@dataclass(frozen=True, kw_only=True)
class Target:
    """What the council set out to reach with an indicator, from which day, and who set it."""

    value: float
    at_least: bool  # False: at most
    since: date
    set_by: str


@dataclass(frozen=True, kw_only=True)
class BaselineChange:
    """A change of baseline: the limits are made of the points from ``first`` to ``last``, by whom and why."""

    first: date
    last: date
    reason: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The conventions that no source settles, so that each council says which it counts by."""

    # 0: the day on which a working-day clock starts is day 0; 1: it is day 1.
    first_working_day: int = FIRST_WORKING_DAY
    # The last day within 20 weeks of a request for an EHC plan: SI 2014/1530 regulation 13(2) says "within 20 weeks
    # of" receipt, which is 140 days after it; LG Inform's metric 4736 calls the day of receipt day 1, which is 139.
    ehc_days: int = 140


@dataclass(frozen=True, kw_only=True)
class Council:
    """Everything that a council decides. Indicator ids are not checked here: the layer that knows them does.

    An empty ``panel`` means that the council has not chosen a set.
    """

    name: str = "Example Council"
    panel_name: str = "Children's Scrutiny Panel"
    colour: str = "#1f5a7a"
    panel: tuple[str, ...] = ()
    settings: Settings = Settings()
    disclosure: Mapping[str, DisclosureRule] = field(
        default_factory=lambda: dict.fromkeys(FAMILIES, DisclosureRule.STRICTEST)
    )
    targets: Mapping[str, Target] = field(default_factory=dict)
    baselines: Mapping[str, tuple[BaselineChange, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path | None) -> Council:
        """The council's decisions from its file, or the defaults where there is no file.

        Raises CouncilFileError where the file is no TOML, has a key that is not known, or a value that is not allowed.
        """
        if path is None or not path.exists():
            return cls()
        return _council(_Section(file=path.name, values=_toml(path)))

    def disclosure_of(self, family: str) -> DisclosureRule:
        """The rule for a family of indicators; the strictest for one that the council has not named."""
        return self.disclosure.get(family, DisclosureRule.STRICTEST)


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


@dataclass(frozen=True, kw_only=True)
class _Section:
    """One table of the file and where it is, so that every complaint can say so."""

    file: str
    path: tuple[str, ...] = ()
    values: Mapping[str, object]

    def only(self, *known: str) -> None:
        for key in self.values:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                meant = f" Did you mean '{near[0]}'?" if near else ""
                raise self.fault(f"the key '{key}' is not known. Known here: {_listed(known)}.{meant}")

    def fault(self, says: str) -> CouncilFileError:
        where = f"{self.file}, [{'.'.join(self.path)}]" if self.path else self.file
        return CouncilFileError(f"{where}: {says}")

    def refusal(self, key: str, wanted: str) -> CouncilFileError:
        found = f"is {_shown(self.values[key])}" if key in self.values else "is missing"
        return self.fault(f"'{key}' {found}. It must be {wanted}.")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(key, "a text in quotation marks, and not empty")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.refusal(key, "a list of texts in quotation marks")
        return tuple(each.strip() for each in value)

    def day(self, key: str) -> date:
        value = self.values.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refusal(key, "a date without quotation marks and without a time, such as 2025-04-01")
        return value

    def number(self, key: str) -> float:
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.refusal(key, "a number")
        return value

    def one_of(self, key: str, allowed: tuple[T, ...], default: T) -> T:
        value = self.values.get(key, default)
        for each in allowed:
            if value == each and isinstance(each, type(value)):  # 1.0 and true equal 1, and are not 1
                return each
        raise self.refusal(key, " or ".join(_shown(each) for each in allowed))

    def section(self, key: str) -> _Section:
        return self._inner(key, self.values.get(key, {}))

    def sections(self, key: str) -> tuple[_Section, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.refusal(key, "a list of tables, in square brackets")
        return tuple(self._inner(f"{key}, number {place}", each) for place, each in enumerate(value, start=1))

    def _inner(self, name: str, value: object) -> _Section:
        if not isinstance(value, dict):
            raise self.fault(f"'{name}' is {_shown(value)}. It must be a table: keys with values.")
        return _Section(file=self.file, path=(*self.path, name), values=value)


def _shown(value: object) -> str:
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _council(top: _Section) -> Council:
    top.only("name", "panel_name", "colour", "panel", "settings", "disclosure", "indicators")
    decided = {name: top.section("indicators").section(name) for name in top.section("indicators").values}
    for section in decided.values():
        section.only("target", "baselines")
    return Council(
        name=top.text("name", Council.name),
        panel_name=top.text("panel_name", Council.panel_name),
        colour=_colour(top),
        panel=_panel(top),
        settings=_settings(top.section("settings")),
        disclosure=_disclosure(top.section("disclosure")),
        targets={
            name: _target(section.section("target"))
            for name, section in decided.items()
            if "target" in section.values
        },
        baselines={
            name: tuple(_baseline(each) for each in section.sections("baselines"))
            for name, section in decided.items()
            if "baselines" in section.values
        },
    )


def _colour(top: _Section) -> str:
    colour = top.text("colour", Council.colour)
    if not _COLOUR.fullmatch(colour):
        raise top.refusal("colour", "# and six hexadecimal digits, such as " + Council.colour)
    return colour.lower()


def _panel(top: _Section) -> tuple[str, ...]:
    panel = top.texts("panel")
    if len(panel) > LARGEST_PANEL_SET:
        raise top.fault(
            f"'panel' names {len(panel)} indicators. A panel's set has at most {LARGEST_PANEL_SET}."
        )
    for indicator in panel:
        if panel.count(indicator) > 1:
            raise top.fault(f"'panel' names '{indicator}' more than once. Name each indicator once.")
    return panel


def _settings(section: _Section) -> Settings:
    section.only("first_working_day", "ehc_days")
    return Settings(
        first_working_day=section.one_of("first_working_day", (0, 1), Settings.first_working_day),
        ehc_days=section.one_of("ehc_days", (139, 140), Settings.ehc_days),
    )


def _disclosure(section: _Section) -> Mapping[str, DisclosureRule]:
    section.only(*FAMILIES)
    return {
        family: section.one_of(family, tuple(DisclosureRule), DisclosureRule.STRICTEST) for family in FAMILIES
    }


def _target(section: _Section) -> Target:
    section.only("at_least", "at_most", "from", "set_by")
    bounds = [key for key in ("at_least", "at_most") if key in section.values]
    if len(bounds) != 1:
        raise section.fault("a target has either 'at_least' or 'at_most', and not both.")
    return Target(
        value=section.number(bounds[0]),
        at_least=bounds == ["at_least"],
        since=section.day("from"),
        set_by=section.text("set_by"),
    )


def _baseline(section: _Section) -> BaselineChange:
    section.only("first", "last", "reason", "by")
    change = BaselineChange(
        first=section.day("first"),
        last=section.day("last"),
        reason=section.text("reason"),
        by=section.text("by"),
    )
    if change.last < change.first:
        raise section.fault(f"'last' ({change.last}) lies before 'first' ({change.first}).")
    return change
