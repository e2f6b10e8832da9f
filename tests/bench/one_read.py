"""Read files to their end, and nothing else: python one_read.py FILE... No rule over whole rows, nothing stored."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa

from lineofsight.returns.known import recognise
from lineofsight.returns.model import Row, SetAside


def main() -> None:
    """Read, and fail if a file holds no row, so that nothing is measured that was not done."""
    pa.scalar(
        None
    )  # pyarrow brings pandas in with its first value, in every load: that is starting, not reading
    for name in sys.argv[1:]:
        path = Path(name)
        found = recognise(path)
        if isinstance(found, SetAside):
            sys.exit(f"Set aside: {name}")
        known, part = found
        read = known.read_many or known.read  # as a load reads
        rows = (getattr(item, "num_rows", isinstance(item, Row)) for item in read(path, part, path.name))
        if not sum(rows):
            sys.exit(f"No rows: {name}")


if __name__ == "__main__":
    main()
