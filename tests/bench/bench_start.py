"""How long the command takes to answer: its help, against a Python that does nothing."""

from __future__ import annotations

from statistics import median

import stopwatch
from stopwatch import cost_of_python, entry

RUNS = 5


def main() -> None:
    """The middle of five runs of each, turn about."""
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(cost_of_python("-m", "lineofsight", "--help").cpu)
        theirs.append(cost_of_python("-c", "pass").cpu)
    stopwatch.print_entries(
        [
            entry(
                "Start, los --help, median of five",
                ours=median(ours),
                theirs=median(theirs),
                against="python -c pass",
                unit="processor seconds",
            )
        ]
    )


if __name__ == "__main__":
    main()
