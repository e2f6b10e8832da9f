"""The one door to Typst: a template and its words in, a PDF or pictures out, with the same typeface everywhere."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from importlib import resources
from typing import Any


class PaperRefusedError(Exception):
    """A form of the paper could not be made as it has to be: a picture without words, a PDF that fails its check."""


def typeset_pdf(words: dict[str, Any], *, made_on: date) -> bytes:
    """Return a tagged PDF/UA-1 file. Typst refuses a picture without a text alternative; so do we, in its words."""
    made = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
    pages = _compile("paper.typ", words, format="pdf", pdf_standards=["ua-1"], timestamp=made)
    return pages[0]


def typeset_pictures(pictures: list[dict[str, Any]], *, dots_per_inch: int = 200) -> list[bytes]:
    """Return a PNG for each picture (``svg``, and ``width`` in points), in order, all drawn at once."""
    return _compile("pictures.typ", pictures, format="png", ppi=dots_per_inch) if pictures else []


def _compile(template: str, words: object, **options: Any) -> list[bytes]:
    # Typst takes a tenth of a second to load, which nobody who writes no PDF should wait for.
    import font_source_sans_pro
    import typst

    source = resources.files("lineofsight.papers").joinpath(template).read_bytes()
    compiler = typst.Compiler(font_paths=[font_source_sans_pro.font_directory], ignore_system_fonts=True)
    try:
        inputs = {"paper": json.dumps(words, ensure_ascii=False)}
        made: Any = compiler.compile(source, sys_inputs=inputs, **options)
    except typst.TypstError as problem:
        raise PaperRefusedError(f"The paper could not be typeset: {problem}") from None
    pages: list[bytes] = made if isinstance(made, list) else [made]
    return pages
