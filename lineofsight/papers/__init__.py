"""What people read: a paper as data, and its four forms (HTML, tagged PDF, Word, CSV) from that one source."""

from lineofsight.papers.cells import Cell, DataTable, hidden, label, not_applicable, not_available, shown
from lineofsight.papers.gate import check_pdf
from lineofsight.papers.index import index_page
from lineofsight.papers.model import (
    Fact,
    Line,
    LoadRow,
    Mark,
    MeasurePart,
    Paper,
    Plot,
    Provenance,
    SourceFile,
    protected,
)
from lineofsight.papers.sheet import count_figures
from lineofsight.papers.typesetting import PaperRefusedError
from lineofsight.papers.write import FORMS, file_name, write

__all__ = [
    "FORMS",
    "Cell",
    "DataTable",
    "Fact",
    "Line",
    "LoadRow",
    "Mark",
    "MeasurePart",
    "Paper",
    "PaperRefusedError",
    "Plot",
    "Provenance",
    "SourceFile",
    "check_pdf",
    "count_figures",
    "file_name",
    "hidden",
    "index_page",
    "label",
    "not_applicable",
    "not_available",
    "protected",
    "shown",
    "write",
]
