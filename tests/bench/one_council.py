"""Write a synthetic council's return files and load them, and nothing else: python one_council.py HOME PUPILS."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lineofsight.demo import write_council
from lineofsight.record import Record
from lineofsight.run.load import load


def main() -> None:
    """The files go into a folder of their own, and are gone once they are loaded."""
    home, pupils = sys.argv[1:]
    with TemporaryDirectory(prefix="los-bench-") as folder:
        written = write_council(Path(folder), pupils=int(pupils))
        record = Record.open(Path(home))
        for paths, _, key in written.loads:
            load(record, paths, by="benchmark", key=key)


if __name__ == "__main__":
    main()
