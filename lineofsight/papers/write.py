"""Write a paper's forms into a folder: each whole or not at all, and no PDF that its gate refuses."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lineofsight.papers.gate import check_pdf
from lineofsight.papers.html import html_paper
from lineofsight.papers.model import Paper
from lineofsight.papers.pdf import pdf_paper
from lineofsight.papers.sheet import csv_paper
from lineofsight.papers.typesetting import PaperRefusedError
from lineofsight.papers.word import word_paper

FORMS = ("html", "pdf", "docx", "csv")

_MAKERS: dict[str, Callable[[Paper], bytes]] = {
    "html": lambda paper: html_paper(paper).encode(),
    "pdf": pdf_paper,
    "docx": word_paper,
    "csv": csv_paper,
}


def file_name(paper: Paper, form: str) -> str:
    """Return the file's name, from the body and the last month: ``childrens-scrutiny-panel-2026-09.html``."""
    body = re.sub(r"[’']", "", paper.for_body.lower())
    slug = re.sub(r"[^a-z0-9]+", "-", body).strip("-") or "paper"
    return f"{slug}-{paper.period_end:%Y-%m}.{form}"


def write(paper: Paper, folder: Path, forms: Sequence[str] = FORMS) -> tuple[Path, ...]:
    """Write the forms asked for and return their paths in that order.

    All are made, and the PDF is through its gate, before the first is put in its place. Raises PaperRefusedError where
    one cannot be made accessible, and ValueError for a form that is not known.
    """
    unknown = [form for form in forms if form not in _MAKERS]
    if unknown:
        raise ValueError(f"There is no form {', '.join(unknown)}. Forms offered: {', '.join(FORMS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".paper-", dir=folder) as held:
        made = [_made(paper, form, Path(held)) for form in forms]
        for path in made:
            os.replace(path, folder / path.name)
    return tuple(folder / path.name for path in made)


def _made(paper: Paper, form: str, folder: Path) -> Path:
    path = folder / file_name(paper, form)
    path.write_bytes(_MAKERS[form](paper))
    if form == "pdf" and (findings := check_pdf(path)):
        raise PaperRefusedError(f"The PDF is not accessible and was not written. {' '.join(findings)}")
    return path
