"""Measure a home for 60 months, and nothing else: python one_measure.py HOME [ID...] (no id: every indicator)."""

from __future__ import annotations

import sys
from pathlib import Path

from lineofsight.council import Council
from lineofsight.indicators.catalogue import INDICATORS, indicator
from lineofsight.record import Record
from lineofsight.run.measure import measure


def main() -> None:
    """Measure, and fail if nothing came of it, so that nothing is measured that was not done."""
    home, *ids = sys.argv[1:]
    only = [indicator(id_) for id_ in ids] or INDICATORS
    run = measure(Record.open(Path(home)), Council(), only=only)
    if not run.readings:
        sys.exit("There are no readings.")


if __name__ == "__main__":
    main()
