"""The five rules in pandas and ours find the same rows, or this ends with an error: python rules_agree.py FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from every_rule import broken
from rule_by_rule import RULES, frames_of


def main() -> None:
    """Compare, with dates as dates and as text."""
    folder = Path(sys.argv[1])
    ours = broken(folder)
    for as_text in (False, True):
        frames = frames_of(folder, as_text=as_text)
        for (table, id_), rule in RULES.items():
            theirs = sorted(rule(frames).tolist())
            if not theirs or theirs != sorted(ours.get((table, id_), [])):
                sys.exit(f"{id_} is not the same in pandas.")


if __name__ == "__main__":
    main()
