"""A council's own headings and words, named once: what each stands for in the parts of the returns that come as sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lineofsight.council.section import Section


@dataclass(frozen=True, kw_only=True)
class PartMapping:
    """For one part: their heading -> ours, and under our heading their word -> our code.

    Whether there are such parts, headings and codes is not checked here: the layer that knows them does.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_mapping(section: Section) -> Mapping[str, PartMapping]:
    """The section [mapping] of council.toml, by the part's name."""
    return {name: _part(section.section(name)) for name in section.values}


def _part(section: Section) -> PartMapping:
    section.only("columns", "codes")
    codes = section.section("codes")
    return PartMapping(
        columns=_texts(section.section("columns")),
        codes={heading: _texts(codes.section(heading)) for heading in codes.values},
    )


def _texts(section: Section) -> Mapping[str, str]:
    return {key: section.text(key) for key in section.values}
