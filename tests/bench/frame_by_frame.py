"""The alternative for a CIN census: each child put into pandas frames by its own concat: python frame_by_frame.py FILE."""

from __future__ import annotations

import sys
from xml.etree.ElementTree import Element, parse

import pandas as pd  # type: ignore[import-untyped]

Rows = list[dict[str, str | None]]


def main() -> None:
    """Grow one frame for each table, a child at a time."""
    frames: dict[str, pd.DataFrame] = {}
    for child in parse(sys.argv[1]).getroot().findall(".//{*}Child"):
        for table, rows in tables_of(child).items():
            if rows:
                grown = pd.DataFrame(rows)
                held = frames.get(table)
                frames[table] = grown if held is None else pd.concat([held, grown], ignore_index=True)
    sys.stderr.write(", ".join(f"{len(frame)} {table}" for table, frame in frames.items()) + "\n")


def tables_of(child: Element) -> dict[str, Rows]:
    """A child's rows: one of the child, and those of its referrals and disabilities."""
    own = child.find("{*}ChildIdentifiers")
    traits = child.find("{*}ChildCharacteristics")
    person = leaves(own) | leaves(traits)
    who = {"LAchildID": person.get("LAchildID")}
    return {
        "children": [person],
        "referrals": [who | leaves(referral) for referral in child.findall("{*}CINdetails")],
        "disabilities": [who | {"Disability": found.text} for found in child.findall(".//{*}Disability")],
    }


def leaves(element: Element | None) -> dict[str, str | None]:
    """The text of the elements directly inside that hold no others."""
    if element is None:
        return {}
    return {inner.tag.rpartition("}")[2]: inner.text for inner in element if len(inner) == 0}


if __name__ == "__main__":
    main()
