"""Measuring 60 months of a synthetic council, and of one four times its size, against pandas a period at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import stopwatch
from stopwatch import Cost, cost_of_python, entry

SMALL, LARGE = 17_000, 68_000  # pupils
SAME = ("rereferral_12m_pct", "icpc_15wd_pct", "cla_rate")  # what the alternative computes, too
AGAINST = "pandas, the same figures a period at a time"
CPU = "processor seconds"


@dataclass(frozen=True, kw_only=True)
class Costs:
    """What one council costs: every indicator, the three that both compute, and the alternative's three."""

    every: Cost
    same: Cost
    theirs: Cost


def main() -> None:
    """Write and load the councils, measure both, and print the entries."""
    with TemporaryDirectory(prefix="los-bench-") as folder:
        costs = {pupils: measured(Path(folder) / str(pupils), pupils) for pupils in (SMALL, LARGE)}
    found = [line for pupils, cost in costs.items() for line in entries(pupils, cost)]
    stopwatch.print_entries([*found, *growth(costs[SMALL], costs[LARGE])])


def measured(home: Path, pupils: int) -> Costs:
    """Both over one home; at the end the alternative is run once more, untimed, and must agree with our figures."""
    cost_of_python(stopwatch.BENCH / "one_council.py", home, str(pupils))
    alternative = stopwatch.BENCH / "period_by_period.py"
    every = cost_of_python(stopwatch.BENCH / "one_measure.py", home)
    same = cost_of_python(stopwatch.BENCH / "one_measure.py", home, *SAME)
    theirs = cost_of_python(alternative, home)
    # The run of ``same``: the second of this new home. The record is not asked, because reading it here would make this
    # process large, and Linux counts the peak of whoever started a process as that process's own.
    cost_of_python(alternative, home, "run-000002")
    return Costs(every=every, same=same, theirs=theirs)


def entries(pupils: int, cost: Costs) -> list[dict[str, object]]:
    """Time and memory for one size."""
    name = f"Measuring 60 months, {pupils:,} pupils"
    three = f"{name}, {len(SAME)} indicators"
    return [
        entry(f"{name}, every indicator", ours=cost.every.cpu, unit=CPU),
        entry(f"{name}, every indicator, peak memory", ours=cost.every.peak, unit="MiB"),
        entry(three, ours=cost.same.cpu, theirs=cost.theirs.cpu, against=AGAINST, unit=CPU),
        entry(
            f"{three}, peak memory", ours=cost.same.peak, theirs=cost.theirs.peak, against=AGAINST, unit="MiB"
        ),
    ]


def growth(small: Costs, large: Costs) -> list[dict[str, object]]:
    """How time and memory grow when the council is four times as large."""
    name = f"Measuring 60 months, {LARGE:,} pupils over {SMALL:,}"
    return [
        entry(f"{name}, every indicator, time", ours=large.every.cpu / small.every.cpu, unit="times"),
        entry(
            f"{name}, every indicator, peak memory", ours=large.every.peak / small.every.peak, unit="times"
        ),
        entry(
            f"{name}, {len(SAME)} indicators, time",
            ours=large.same.cpu / small.same.cpu,
            theirs=large.theirs.cpu / small.theirs.cpu,
            against=AGAINST,
            unit="times",
        ),
    ]


if __name__ == "__main__":
    main()
