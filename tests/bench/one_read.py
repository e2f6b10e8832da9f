"""Read files to their end, and nothing else: python one_read.py FILE... No rule over whole rows, nothing stored."""

from __future__ import annotations

import sys
from pathlib import Path

from lineofsight.returns.known import recognise
from lineofsight.returns.model import Row, SetAside


def main() -> None:
    """Read, and fail if a file holds no row, so that nothing is measured that was not done."""
    for name in sys.argv[1:]:
        path = Path(name)
        found = recognise(path)
        if isinstance(found, SetAside):
            sys.exit(f"Set aside: {name}")
        known, part = found
        if not sum(isinstance(item, Row) for item in known.read(path, part, path.name)):
            sys.exit(f"No rows: {name}")


if __name__ == "__main__":
    main()
