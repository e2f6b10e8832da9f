"""What python-docx has no method for: text alternatives, bookmarks and page numbers."""

from __future__ import annotations

from typing import Any

from lineofsight.papers.markup import text

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPARE = 800  # twips: the most that a first column is widened by, so that figures stay near their names
_WHOLE = 14  # rows; a longer table may be broken over pages


def describe(shape: Any, words: str) -> None:
    """Give an inline picture its text alternative."""
    shape._inline.docPr.set("descr", words)
    shape._inline.docPr.set("title", words.split(".")[0])


def bookmark(paragraph: Any, name: str) -> None:
    """Make a paragraph a place that links can lead to. Word's names hold 40 letters, digits and underscores."""
    from docx.oxml import parse_xml

    if not name:
        return
    number = len(paragraph.part.element.xpath("//w:bookmarkStart"))
    start = parse_xml(f'<w:bookmarkStart {_W} w:id="{number}" w:name="{_place(name)}"/>')
    end = parse_xml(f'<w:bookmarkEnd {_W} w:id="{number}"/>')
    paragraph._p.insert(1, start)
    paragraph._p.append(end)


def link_to(paragraph: Any, name: str, words: str) -> None:
    """Append a link to a bookmark."""
    from docx.oxml import parse_xml

    run = f'<w:r><w:rPr><w:b/><w:color w:val="0B5394"/></w:rPr><w:t>{text(words)}</w:t></w:r>'
    paragraph._p.append(parse_xml(f'<w:hyperlink {_W} w:anchor="{_place(name)}">{run}</w:hyperlink>'))


def _place(name: str) -> str:
    return "m_" + "".join(letter if letter.isalnum() else "_" for letter in name)[:38]


def page_fields(paragraph: Any) -> None:
    """Append ``Page 3 of 18``, which Word keeps up to date."""
    from docx.oxml import parse_xml

    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        paragraph._p.append(
            parse_xml(f'<w:fldSimple {_W} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )
