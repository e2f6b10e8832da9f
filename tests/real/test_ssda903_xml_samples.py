"""Every looked-after return in XML among the real inputs, recounted from its elements alone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from lineofsight.returns.model import Row
from lineofsight.returns.ssda903_xml import SSDA903_XML

NESTED = {
    "EPISODE": "episodes",
    "AREVIEW": "looked_after_reviews",
    "AMISSING": "missing_episodes",
    "PERMANENCE": "previous_permanence",
    "OC2": "looked_after_outcomes",
    "OC3": "care_leavers",
    "AD1": "adoptions",
    "AD_PLACED": "placements_for_adoption",
}
IN_HEADER = {
    "care_leavers": {"IN_TOUCH", "ACTIV", "ACCOM"},
    "adoptions": {"DATE_INT", "DATE_MATCH", "FOSTER_CARE"},
}


def samples(data: Path) -> list[Path]:
    found = sorted(data.glob("samples/ssda903*/*.xml"))
    assert found
    return found


def holds_text(element: ET.Element) -> bool:
    return any(text.strip() for text in element.itertext())


def recounted(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    for child in ET.parse(path).getroot().iter("CHILD"):
        counts["looked_after_children"] += 1
        counts.update(NESTED[each.tag] for each in child.iter() if each.tag in NESTED and holds_text(each))
        given = {leaf.tag for leaf in child.findall("HEADER/*") if not len(leaf) and holds_text(leaf)}
        counts.update(table for table, names in IN_HEADER.items() if names & given)
        flagged = (child.findtext("HEADER/UASC") or "").strip() == "1"
        counts["unaccompanied_children"] += flagged or "DUC" in given
    return +counts


def test_rows_in_are_rows_kept_and_held_and_as_many_as_the_elements(data: Path) -> None:
    for path in samples(data):
        assert SSDA903_XML.recognises(path) == "xml"
        rows = [row for row in SSDA903_XML.read(path, "xml", path.name) if isinstance(row, Row)]
        kept = Counter(row.table for row in rows if not row.held)
        held = Counter(row.table for row in rows if row.held)
        assert kept + held == recounted(path)


def test_the_dates_of_episodes_are_those_in_the_file(data: Path) -> None:
    for path in samples(data):
        rows = [row for row in SSDA903_XML.read(path, "xml", path.name) if isinstance(row, Row)]
        read = Counter(
            f"{row.values['started']:%d/%m/%Y}" for row in rows if row.table == "episodes" and not row.held
        )
        held = sum(row.table == "episodes" and row.held for row in rows)
        in_file = Counter(leaf.text for leaf in ET.parse(path).getroot().iter("DECOM"))
        assert (read - in_file, (in_file - read).total()) == (Counter(), held)


def test_no_other_xml_among_the_inputs_is_taken_for_this_return(data: Path) -> None:
    others = [path for path in data.glob("samples/*/*.xml") if not path.parent.name.startswith("ssda903")]
    assert others
    assert [path for path in others if SSDA903_XML.recognises(path)] == []
