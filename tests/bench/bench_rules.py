"""Every rule over 20,000 children, against one pandas pass a rule."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import stopwatch
from every_rule import rules_of
from stopwatch import cost_of_python, entry

CHILDREN = 20_000
TIMES = 20  # how often the five are repeated, to tell a pass from starting and reading
FIVE = 5
HOW = {
    "dates": "one pandas pass a rule, dates as dates",
    "text": "one pandas pass a rule that reads its dates",
}
CPU = "processor seconds"


def main() -> None:
    """Write the tables, see that both find the same, measure both, and print the entries."""
    with TemporaryDirectory(prefix="los-bench-") as folder:
        tables = Path(folder) / "tables"
        cost_of_python(stopwatch.BENCH / "rule_tables.py", tables, str(CHILDREN))
        cost_of_python(stopwatch.BENCH / "rules_agree.py", tables)
        ours = cost_of_python(stopwatch.BENCH / "every_rule.py", tables)
        starting = cost_of_python("-c", "import lineofsight.run.check")
        rules = sum(len(found) for found in rules_of(tables).values())
        name = f"{rules} rules, {CHILDREN:,} children"
        found = [entry(f"{name}, peak memory", ours=ours.peak, unit="MiB")]
        for dates, how in HOW.items():
            begun, passed = their_costs(tables, dates)
            against = f"{how} (theirs is five rules, times {rules / FIVE:.0f})"
            whole, work = begun + rules * passed, rules * passed
            found.append(entry(name, ours=ours.cpu, theirs=whole, against=against, unit=CPU))
            found.append(
                entry(
                    f"{name}, without starting",
                    ours=ours.cpu - starting.cpu,
                    theirs=work,
                    against=against,
                    unit=CPU,
                )
            )
    stopwatch.print_entries(found)


def their_costs(tables: Path, dates: str) -> tuple[float, float]:
    """What the alternative takes to start and read, and what one rule takes."""
    alternative = stopwatch.BENCH / "rule_by_rule.py"
    once, often = (cost_of_python(alternative, tables, str(n), dates).cpu for n in (1, TIMES))
    passed = (often - once) / ((TIMES - 1) * FIVE)
    return once - FIVE * passed, passed


if __name__ == "__main__":
    main()
