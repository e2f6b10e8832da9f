"""Small looked-after returns in XML for tests, and what was read of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lineofsight.returns.model import Row
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.ssda903_xml import SSDA903_XML

HEADER = "<CHILDID>907440</CHILDID><SEX>2</SEX><DOB>28/07/2010</DOB><ETHNIC>BAFR</ETHNIC>"
EPISODE = "<EPISODE><DECOM>06/01/2017</DECOM><LS>C2</LS><PL>U6</PL></EPISODE>"


def child(*inside: str, header: str = HEADER) -> str:
    """A child; ``inside`` stands after the header."""
    return f"\n<CHILD><HEADER>{header}</HEADER>{''.join(inside)}</CHILD>"


@dataclass(frozen=True)
class Read:
    rows: list[Row]
    problems: list[Problem]

    def of(self, table: str) -> list[dict[str, object]]:
        """The rows of a table that are kept, without what is null."""
        return [
            {name: value for name, value in row.values.items() if value is not None}
            for row in self.rows
            if row.table == table and not row.held
        ]

    def held(self, table: str) -> int:
        return sum(row.held for row in self.rows if row.table == table)

    def said(self) -> list[tuple[str, str | None, Severity]]:
        return [(problem.rule, problem.column, problem.severity) for problem in self.problems]


def read(folder: Path, *children: str, attributes: str = "") -> Read:
    """A file with these children, read to its end."""
    file = folder / "looked_after.xml"
    file.write_text(f"<EXPSSDA903{attributes}>{''.join(children)}</EXPSSDA903>", encoding="utf-8")
    assert SSDA903_XML.recognises(file) == "xml"
    items = list(SSDA903_XML.read(file, "xml", file.name))
    rows = [item for item in items if isinstance(item, Row)]
    return Read(rows, [item for item in items if isinstance(item, Problem)])
