"""Where everything of a record lies in its home."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lineofsight.record.parquet import file_name


@dataclass(frozen=True, kw_only=True)
class Folders:
    """The folders of one home; only its owner may look into them."""

    home: Path

    @property
    def record(self) -> Path:
        """The record: its catalogue, its locks, its loads."""
        return self.home / "record"

    @property
    def loads(self) -> Path:
        """A folder for each load that was committed."""
        return self.record / "loads"

    @property
    def staging(self) -> Path:
        """A folder for each load in the making."""
        return self.record / "staging"

    @property
    def counts(self) -> Path:
        """What is worked out from tables by day. All of it may be deleted: it is worked out again when it is asked for."""
        return self.record / "counts"

    @property
    def runs(self) -> Path:
        """A folder for each run."""
        return self.home / "runs"

    def make(self) -> None:
        """Make what is missing."""
        for folder in (self.record, self.loads, self.staging, self.runs):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def table(self, load_id: str, table: str) -> Path:
        """The Parquet file of one table of one load; of a table by day, the folder of its days' files."""
        return self.loads / load_id / file_name(table)

    def originals(self, load_id: str) -> Path:
        """The files of a load as they came."""
        return self.loads / load_id / "originals"

    def original(self, load_id: str, file: str) -> Path:
        """A file of a load as it came."""
        return self.originals(load_id) / file

    def cut_notes(self, load_id: str) -> Path:
        """What erasures made of the files of a load."""
        return self.loads / load_id / "erased.json"

    def held(self, load_id: str) -> Path:
        """The places of the rows that were held back from a load."""
        return self.loads / load_id / "held.parquet"
