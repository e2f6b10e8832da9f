"""What the council decides, read from its council.toml: names, targets, baselines, settings, disclosure, the panel's set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from lineofsight.calendar import FIRST_WORKING_DAY
from lineofsight.council.mapping import PartMapping, read_mapping
from lineofsight.council.retention import BACKUP_DAYS, Hold, Retention, read_backup_days, read_retention
from lineofsight.council.section import CouncilFileError, Section

__all__ = [
    "FAMILIES",
    "BaselineChange",
    "Council",
    "CouncilFileError",
    "DisclosureRule",
    "Hold",
    "PartMapping",
    "Retention",
    "Settings",
    "Target",
]

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
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


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
    retention: Retention = field(default_factory=Retention)
    backup_days: int = BACKUP_DAYS
    mapping: Mapping[str, PartMapping] = field(default_factory=dict)  # by the part of a return
    names_readers: tuple[str, ...] | None = None  # None: whoever may open the home

    @classmethod
    def read(cls, path: Path | None) -> Council:
        """The council's decisions from its file, or the defaults where there is no file.

        Raises CouncilFileError where the file is no TOML, has a key that is not known, or a value that is not allowed.
        """
        if path is None or not path.exists():
            return cls()
        return _council(Section.of_file(path))

    def may_see_names(self, user: str) -> bool:
        """Whether a user of the operating system may see children's names."""
        return self.names_readers is None or user in self.names_readers

    def disclosure_of(self, family: str) -> DisclosureRule:
        """The rule for a family of indicators; the strictest for one that the council has not named."""
        return self.disclosure.get(family, DisclosureRule.STRICTEST)


def _council(top: Section) -> Council:
    top.only(
        *("name", "panel_name", "colour", "panel", "settings", "disclosure", "indicators"),
        *("retention", "backups", "names", "mapping"),
    )
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
        retention=read_retention(top.section("retention")),
        backup_days=read_backup_days(top.section("backups")),
        mapping=read_mapping(top.section("mapping")),
        names_readers=_names_readers(top.section("names")),
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


def _names_readers(section: Section) -> tuple[str, ...] | None:
    section.only("readers")
    return section.texts("readers") if "readers" in section.values else None


def _colour(top: Section) -> str:
    colour = top.text("colour", Council.colour)
    if not _COLOUR.fullmatch(colour):
        raise top.refusal("colour", "# and six hexadecimal digits, such as " + Council.colour)
    return colour.lower()


def _panel(top: Section) -> tuple[str, ...]:
    panel = top.texts("panel")
    if len(panel) > LARGEST_PANEL_SET:
        raise top.fault(
            f"'panel' names {len(panel)} indicators. A panel's set has at most {LARGEST_PANEL_SET}."
        )
    for indicator in panel:
        if panel.count(indicator) > 1:
            raise top.fault(f"'panel' names '{indicator}' more than once. Name each indicator once.")
    return panel


def _settings(section: Section) -> Settings:
    section.only("first_working_day", "ehc_days")
    return Settings(
        first_working_day=section.one_of("first_working_day", (0, 1), Settings.first_working_day),
        ehc_days=section.one_of("ehc_days", (139, 140), Settings.ehc_days),
    )


def _disclosure(section: Section) -> Mapping[str, DisclosureRule]:
    section.only(*FAMILIES)
    return {
        family: section.one_of(family, tuple(DisclosureRule), DisclosureRule.STRICTEST) for family in FAMILIES
    }


def _target(section: Section) -> Target:
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


def _baseline(section: Section) -> BaselineChange:
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
