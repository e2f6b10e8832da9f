"""Which columns of a table say whose row it is, so that everything about one child can be found.

Most tables name the child. Some are reached through another: sessions of a school census through the enrolment, a plan
through the assessment and the request. A table that does neither is about no child, and is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NUMBERS = ("upn", "former_upn")
IDENTIFIERS = ("child_id", *NUMBERS)
NO_LINKS = frozenset({"child_id", "worker_id", "post_id", "team_id", "parent_id"})
ABOUT_NO_CHILD = frozenset(
    {
        "population",
        "workers",
        "school_closures",
        "early_years_settings",
        "vacancies",
        "census_posts",
        "observations",
        "teams",
    }
)

# Letter, eleven figures, figure or (temporary) letter. What stands in its place for want of one, such as UN1, is no number.
_PUPIL_NUMBER = re.compile(r"[A-Z]\d{11}[A-Z\d]")


def identifiers(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns that name a child: its id in any system, or its unique pupil number."""
    return tuple(name for name in columns if name in IDENTIFIERS)


def links(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns that name a record of a child, by which rows of other tables of the return belong to it."""
    return tuple(
        name for name in columns if (name.endswith("_id") or name == "enrolment") and name not in NO_LINKS
    )


def is_pupil_number(text: str) -> bool:
    """Whether this has the form of a unique pupil number, permanent or temporary."""
    return _PUPIL_NUMBER.fullmatch(text) is not None
