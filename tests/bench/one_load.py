"""Load files into a home, and nothing else: python one_load.py HOME KEY FILE... (an empty KEY: the files tell it)."""

from __future__ import annotations

import sys
from pathlib import Path

from lineofsight.record import Record
from lineofsight.run.load import load


def main() -> None:
    """Load, and fail if any file was not loaded, so that nothing is measured that was not done."""
    home, key, *files = sys.argv[1:]
    reports = load(Record.open(Path(home)), [Path(f) for f in files], by="benchmark", key=key or None)
    left_out = [r.file for r in reports if r.load is None]
    if left_out or len(reports) != len(files):
        sys.exit(f"Not loaded: {', '.join(left_out)}")


if __name__ == "__main__":
    main()
