"""The styles of the Word file, and its language: one typeface, ink instead of the template's blue, calm spacing."""

from __future__ import annotations

from typing import Any

from lineofsight.papers.palette import PALETTE

_FACE = "Arial"


def ready_document(*, title: str, author: str) -> Any:
    """Return an empty document with the paper's page and styles."""
    import docx

    document = docx.Document()
    _page(document.sections[0])
    _language(document)
    _text(document.styles["Normal"], size=10.5, after=6)
    for level, size, before in ((1, 17, 0), (2, 15, 18), (3, 12.5, 18)):
        _text(document.styles[f"Heading {level}"], size=size, before=before, after=5, bold=True)
    _ruled(document.styles["Heading 2"], side="top", size=10, colour=PALETTE["ink"].light)
    _plain_spacing(document.styles["Subtitle"])
    _text(document.styles["Subtitle"], size=12, after=6, colour="quiet", italic=False)
    _text(document.styles["Caption"], size=9.5, before=10, after=3, bold=True, keep=True)
    _text(document.styles["List Bullet"], size=10.5, after=3)
    for name, size in (("Header", 8.5), ("Footer", 8.5)):
        _text(document.styles[name], size=size, colour="quiet")
        _tabs(document.styles[name])
    _own(document)
    return document


def _own(document: Any) -> None:
    for name, size, after, colour in (
        ("Status", 9.5, 4, "quiet"),
        ("Note", 8.5, 8, "quiet"),
        ("Fact", 9.5, 4, "ink"),
        ("Flag", 10, 5, "ink"),
        ("Companion", 10.5, 6, "ink"),
        ("Picture", 10.5, 4, "ink"),
        ("Table Text", 8.5, 0, "ink"),
        ("Table Small", 7, 0, "ink"),
    ):
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles["Normal"]
        _text(style, size=size, after=after, colour=colour)
    document.styles["Status"].paragraph_format.keep_with_next = True
    _ruled(document.styles["Companion"], side="left", size=20, colour=PALETTE["quiet"].light)
    _hanging(document.styles["Flag"])
    document.styles["Flag"].paragraph_format.keep_together = True


def _plain_spacing(style: Any) -> None:
    """Take away the letter-spacing that the template gives to subtitles."""
    for old in style.element.xpath("./w:rPr/w:spacing"):
        old.getparent().remove(old)


def _page(section: Any) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)


def _language(document: Any) -> None:
    from docx.oxml import parse_xml

    defaults = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr")[0]
    for old in defaults.xpath("./w:lang"):
        defaults.remove(old)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    defaults.append(parse_xml(f'<w:lang {names} w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'))


def _text(
    style: Any,
    *,
    size: float,
    before: float = 0,
    after: float = 0,
    colour: str = "ink",
    bold: bool = False,
    italic: bool = False,
    keep: bool = False,
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.font.color.rgb = RGBColor.from_string(PALETTE[colour].light[1:].upper())
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for face in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{face}"), _FACE)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1
    if keep:
        style.paragraph_format.keep_with_next = True


def _ruled(style: Any, *, side: str, size: int, colour: str) -> None:
    from docx.oxml import parse_xml

    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    line = f'<w:{side} w:val="single" w:sz="{size}" w:space="6" w:color="{colour[1:].upper()}"/>'
    # The schema wants borders before spacing, which every style here has.
    spacing = style.element.xpath("./w:pPr/w:spacing")[0]
    spacing.addprevious(parse_xml(f"<w:pBdr {names}>{line}</w:pBdr>"))


def _hanging(style: Any) -> None:
    from docx.shared import Mm

    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(6), Mm(-6)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(6))


def _tabs(style: Any) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    for stop in list(style.paragraph_format.tab_stops):
        stop.alignment = WD_TAB_ALIGNMENT.CLEAR
    style.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
