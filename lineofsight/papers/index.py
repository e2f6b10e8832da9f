"""The one-page index of a folder of papers."""

from __future__ import annotations

from collections.abc import Iterable

from lineofsight.calendar import date_in_words
from lineofsight.papers.html import page
from lineofsight.papers.markup import element, text
from lineofsight.papers.model import Paper
from lineofsight.papers.write import FORMS, file_name

_NAMES = {"html": "Web page", "pdf": "PDF", "docx": "Word", "csv": "Figures as CSV"}


def index_page(papers: Iterable[Paper]) -> str:
    """Return an HTML page that leads to each paper's four forms, the newest first."""
    newest = sorted(papers, key=lambda paper: (paper.period_end, paper.for_body), reverse=True)
    listed = "".join(_paper(paper) for paper in newest)
    title = "Papers"
    main = element("main", element("h1", title), listed or element("p", "No paper has been written yet."))
    return page(title=title, body=main)


def _paper(paper: Paper) -> str:
    meeting = f", {date_in_words(paper.meeting_date)}" if paper.meeting_date else ""
    about = f"{paper.council}, for the {paper.for_body}{meeting}"
    links = "".join(_link(paper, form) for form in FORMS)
    return element("h2", text(paper.title)) + element("p", text(about)) + element("ul", links)


def _link(paper: Paper, form: str) -> str:
    about = element("span", text(f": {paper.title}"), class_="unseen")
    return element("li", element("a", _NAMES[form], about, href=file_name(paper, form)))
