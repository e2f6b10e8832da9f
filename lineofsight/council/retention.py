"""How long a council keeps what it has loaded once newer files have replaced it, and what must not go at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lineofsight.council.section import Section

# The copies of a meeting's reports are open to inspection for six years (Local Government Act 1972, section 100C(1)):
# for as long as that, a figure in one of them can be computed again from the rows that it was made of.
YEARS = 6
LONGEST = 100
# No law says how long. It is a bound on how long a child who was erased can still be found in a copy.
BACKUP_DAYS = 90


@dataclass(frozen=True, kw_only=True)
class Hold:
    """Nothing of a return (None: nothing at all) may be disposed of, for this reason and by this person's decision."""

    return_name: str | None
    reason: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Retention:
    """For how many years a load is kept after a newer one of its return and key has replaced it.

    Whether there are returns of these names is not checked here: the layer that knows them does.
    """

    years: int = YEARS
    of_return: Mapping[str, int] = field(default_factory=dict)
    holds: tuple[Hold, ...] = ()

    def years_of(self, return_name: str) -> int:
        """The years for a return: its own, or those for all."""
        return self.of_return.get(return_name, self.years)

    def hold_on(self, return_name: str) -> Hold | None:
        """The first hold that the return is under, or None."""
        return next((hold for hold in self.holds if hold.return_name in (None, return_name)), None)

    @property
    def named(self) -> tuple[str, ...]:
        """Every return that is named."""
        return (*self.of_return, *(hold.return_name for hold in self.holds if hold.return_name is not None))


def read_retention(section: Section) -> Retention:
    """The section [retention] of council.toml."""
    section.only("years", "returns", "holds")
    own = section.section("returns")
    return Retention(
        years=_years(section, "years") if "years" in section.values else YEARS,
        of_return={name: _years(own, name) for name in own.values},
        holds=tuple(_hold(each) for each in section.sections("holds")),
    )


def read_backup_days(section: Section) -> int:
    """The section [backups] of council.toml: after how many days a backup expires."""
    section.only("keep_days")
    value = section.values.get("keep_days", BACKUP_DAYS)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LONGEST * 366:
        raise section.refusal("keep_days", f"a whole number of days from 1 to {LONGEST * 366}")
    return value


def _years(section: Section, key: str) -> int:
    value = section.values[key]
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LONGEST:
        raise section.refusal(key, f"a whole number of years from 0 to {LONGEST}")
    return value


def _hold(section: Section) -> Hold:
    section.only("return", "reason", "by")
    return Hold(
        return_name=section.text("return") if "return" in section.values else None,
        reason=section.text("reason"),
        by=section.text("by"),
    )
