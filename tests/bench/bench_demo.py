"""The demonstration for a small council: files, loads, charts and papers, against a minute on the clock."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import stopwatch
from stopwatch import cost_of_python, entry

PUPILS = 2_000
LIMIT = 60
NAME = f"Demonstration, {PUPILS:,} pupils"


def main() -> None:
    """Run it once in an empty folder, and print the entries."""
    with TemporaryDirectory(prefix="los-bench-") as folder:
        asked = ("demo", "--pupils", str(PUPILS), "--no-serve", "--home", str(Path(folder) / "home"))
        cost = cost_of_python("-m", "lineofsight", *asked, cwd=Path(folder))
    stopwatch.print_entries(
        [
            entry(
                NAME, ours=cost.wall, theirs=LIMIT, against=f"the limit of {LIMIT} seconds", unit="seconds"
            ),
            entry(f"{NAME}, processor", ours=cost.cpu, unit="processor seconds"),
            entry(f"{NAME}, peak memory", ours=cost.peak, unit="MiB"),
        ]
    )


if __name__ == "__main__":
    main()
