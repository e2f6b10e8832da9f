"""The synthetic council: writes return files in their own formats, with known faults and known changes."""

from __future__ import annotations

from lineofsight.demo.decisions import council_file
from lineofsight.demo.published import Beside, beside
from lineofsight.demo.writing import Load, Written, write_council

__all__ = ["Beside", "Load", "Written", "beside", "council_file", "write_council"]
