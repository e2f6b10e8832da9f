"""The named sets of rules that a chart can be read by, so that a page can say which one it used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One body's way to draw limits and read points, under a name that is printed with the chart."""

    name: str
    range_multiplier: float = 2.66  # limits lie this many mean moving ranges from the centre
    screening: float | None = None  # ranges not below this many mean ranges are left out, once
    shift: int = 7  # points in a row on one side of the centre
    trend: int = 7  # points in a row that all rise or all fall
    beyond_counts_as_near: bool = False  # in 2 of 3, does a point outside the limits count as near them?
    target_on_the_limit_decides: bool = False
    sigma_z_floor: float = 1.0  # p' is never tighter than the binomial
    fewest_points: int = 13  # twelve to make the limits of, and one to read
    fewest_in_baseline: int = 12
    most_in_baseline: int = 20


# NHSRplotthedots 0.2.2, the NHS-R community's package, as its source has it: it screens moving ranges.
NHSR = Profile(name="nhsr-0.2.2", screening=3.267)

# NHS England's Making Data Count as taught since December 2023: no screening, a point beyond the limits counts in
# 2 of 3, and a target that lies on a limit is decided. It is the product's own profile.
MDC = Profile(name="mdc-2024", beyond_counts_as_near=True, target_on_the_limit_decides=True)
