"""A rule's example: drawn tables, of which the judged one says in its last column which rows break the rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lineofsight.returns.columns import Table

BREAKS = "breaks"
LAST_DAY = date(2024, 9, 30)  # the last day that the files of the examples cover

Example = Mapping[Table, str]
Examples = Mapping[str, Example]
