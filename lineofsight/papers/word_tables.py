"""Tables of the Word file, written as XML: adding cells one by one takes a hundred times as long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lineofsight.papers.cells import CellKind, DataTable
from lineofsight.papers.markup import text

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ROOM = 9640  # the text's width in twentieths of a point, as all widths here
_LETTER = 96  # a letter of a table's type
_BOLD = 106  # a letter of its header
_PADDING = 130
_INDENT = 100
_SPARE = 800  # the most that a first column is widened by, so that figures stay near their names
_LONGEST = 34  # letters; a longer word takes a second line
_DIGEST = 64  # letters
_WHOLE = 14  # rows; a longer table may be broken over pages


@dataclass(frozen=True, kw_only=True)
class _Column:
    """A column's width, side and indent, and the style of its cells."""

    width: int
    indent: int
    right: bool
    style: str


def table_element(table: DataTable, *, small: bool) -> Any:
    """Return the table: a header row that repeats, rows that no page breaks, and no merged cells."""
    from docx.oxml import parse_xml

    columns = _columns(table, small=small)
    grid = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
    head = _row(columns, table.header, marks="<w:tblHeader/>", keep=True, bold=True)
    whole = len(table.rows) <= _WHOLE
    rows = "".join(_row(columns, tuple(cell.text for cell in row), keep=whole) for row in table.rows)
    properties = _properties(table, sum(column.width for column in columns))
    return parse_xml(f"<w:tbl {_W}>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>")


def _columns(table: DataTable, *, small: bool) -> list[_Column]:
    widths = _widths(table, longest=_DIGEST if small else _LONGEST)
    style = "TableSmall" if small else "TableText"
    return [
        _Column(width=width, indent=_INDENT if at else 0, right=_figures(table, at), style=style)
        for at, width in enumerate(widths)
    ]


def _figures(table: DataTable, at: int) -> bool:
    return at > 0 and not any(row[at].kind is CellKind.TEXT for row in table.rows)


def _widths(table: DataTable, *, longest: int) -> list[int]:
    """Return the columns' widths: as wide as what they hold, the first a little wider where there is room."""
    wanted = []
    for at, words in enumerate(table.header):
        held = max((len(row[at].text) for row in table.rows), default=0)
        wanted.append(
            max(min(longest, held) * _LETTER, len(words) * _BOLD)
            + _PADDING
            + (_INDENT if at and not _figures(table, at) else 0)
        )
    spare = _ROOM - sum(wanted)
    if spare < 0:
        return [width * _ROOM // sum(wanted) for width in wanted]
    return [wanted[0] + min(spare, _SPARE), *wanted[1:]]


def _properties(table: DataTable, width: int) -> str:
    line = 'w:val="single" w:sz="4" w:space="0" w:color="C9D0D6"'
    heads = int(table.row_headers)
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>'
        f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="{heads}" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{text(table.caption)}"/></w:tblPr>'
    )


def _row(
    columns: list[_Column], words: tuple[str, ...], *, keep: bool, marks: str = "", bold: bool = False
) -> str:
    cells = "".join(
        _cell(column, held, keep=keep, bold=bold) for column, held in zip(columns, words, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{marks}</w:trPr>{cells}</w:tr>"


def _cell(column: _Column, words: str, *, keep: bool, bold: bool) -> str:
    # Words to the right of a column of figures stand off from them.
    side = '<w:jc w:val="right"/>' if column.right else f'<w:ind w:left="{column.indent}"/>'
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    kept = "<w:keepNext/>" if keep else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{column.style}"/>{kept}{side}</w:pPr>'
        f'<w:r>{weight}<w:t xml:space="preserve">{text(words)}</w:t></w:r></w:p></w:tc>'
    )
