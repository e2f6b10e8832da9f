"""A row of a sheet as its declaration says it is written."""

from __future__ import annotations

import csv
import io

from lineofsight.returns.forms import form_of
from lineofsight.returns.parts import Part


def example_of(part: Part) -> str:
    """The headings of a part and one row under them, as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.header for column in part.columns)
    writer.writerow(form_of(column.as_).example for column in part.columns)
    return text.getvalue()
