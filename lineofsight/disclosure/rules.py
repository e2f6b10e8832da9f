"""The rules under which a figure may leave the analyst's desk, each with its sentence and its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

RuleName = Literal["strictest", "dfe"]

SMALL = 5  # DfE hides 1 to 5 (children in need, data guidance 2020 and 2021); a true zero is shown
SMALLEST_SHARE = 10  # below this a percentage gives its count away, and everyone or no one is soon in it
SMALLEST_TEAM = 6  # an average over fewer workers speaks of persons


class DisclosureError(ValueError):
    """A table or a setting that cannot be protected as asked. Its message is a sentence and holds no figure."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is hidden. Counts from 1 to ``threshold`` are (0 hides none), and all that reveals them in one table.

    A share of fewer than ``smallest_share`` shows its denominator only (0 means no such limit). An average over
    fewer than ``smallest_team`` people is hidden with what it is made of. ``sentence`` says so in the paper.
    """

    name: RuleName
    family: str
    threshold: int
    smallest_share: int
    smallest_team: int
    protects_unknown: bool
    sentence: str
    source: str

    def is_small(self, count: float) -> bool:
        """Whether a count is one that the rule hides; a true zero never is."""
        return 0 < count <= self.threshold


_STRICTEST = (
    "Any count of 1 to 5 (of those who met the condition, those who did not, those counted in all, those not recorded "
    "and those still open), and any figure from which one could be worked out within the same table, is hidden and "
    "shown as c. A percentage or rate is hidden with the counts that it is made of; of a group of fewer than 10 only "
    "its size is shown, and of a team of fewer than 6 workers nothing. A true zero is shown."
)
_OUR_DEFAULT = (
    "The default of Line of Sight: the strictest of the practices of the Department for Education and the Office for "
    "National Statistics."
)
_DFE: dict[str, tuple[int, bool, str, str]] = {
    "children in need": (
        SMALL,
        True,
        "Counts of 1 to 5 are hidden and shown as c, and so is any figure from which one could be worked out within the "
        "same table, as the Department for Education does for children in need. Percentages and rates are hidden "
        "with the counts that they are made of. A true zero is shown.",
        "Characteristics of children in need, data guidance 2020 and 2021; the guidance of 2024 keeps the marker and "
        "does not state the threshold.",
    ),
    "looked-after children": (
        SMALL,
        False,
        "Counts of 1 to 5 are hidden and shown as c, and so is any figure from which one could be worked out within the "
        "same table, as the Department for Education does for looked-after children; how many are not recorded is "
        "shown. A true zero is shown.",
        "Children looked after in England, methodology; the threshold is that of the children in need guidance.",
    ),
    "exclusions": (
        0,
        False,
        "Nothing is hidden, as the Department for Education hides nothing in its figures of suspensions and "
        "exclusions: counts of 1 to 5 are shown.",
        "Suspensions and permanent exclusions in England, data guidance.",
    ),
    "education, health and care plans": (
        0,
        False,
        "Nothing is hidden, as the Department for Education hides nothing in its figures of education, health and care "
        "plans: counts of 1 to 5 are shown.",
        "Education, health and care plans, data guidance 2023 and 2024; the wording of later years was not seen.",
    ),
    "workforce": (
        0,
        False,
        "Counts of 1 to 5 are shown, as in the Department for Education's figures of the children's social work "
        "workforce for whole councils. It publishes none for teams, so a team of fewer than 6 workers stays hidden.",
        "Children's social work workforce, local authority files of 2019 to 2025.",
    ),
    "attendance": (
        0,
        False,
        "Nothing is hidden, as the Department for Education hides no count in its yearly figures of absence for councils.",
        "Pupil absence in schools in England, data guidance 2023/24.",
    ),
    "pupils": (
        0,
        False,
        "Nothing is hidden, as the Department for Education hides no count in its figures of pupils with special "
        "educational needs.",
        "Special educational needs in England, data guidance 2024/25.",
    ),
    "destinations": (
        SMALL,
        True,
        "Counts of 1 to 5 are hidden and shown as c, and so is any figure from which one could be worked out within the "
        "same table. The Department for Education hides small counts here and does not state how small.",
        "Participation in education, training and employment by 16 to 18 year olds, data guidance.",
    ),
    "health services": (
        SMALL,
        True,
        "Counts of 1 to 5 are hidden and shown as c, and so is any figure from which one could be worked out within the "
        "same table. NHS England hides those under 5 below the level of the country; a count of 5 is hidden as well.",
        "Mental Health Services Monthly Statistics, supplementary release 2024.",
    ),
    "practice audits": (
        SMALL,
        True,
        "Counts of 1 to 5 are hidden and shown as c, and so is any figure from which one could be worked out within the "
        "same table. Nobody publishes figures of practice audits that a rule could follow.",
        "The default of Line of Sight.",
    ),
}
FAMILIES = tuple(_DFE)
CHOICES: tuple[RuleName, ...] = ("strictest", "dfe")


def rule_for(family: str, choice: str = "strictest") -> Rule:
    """Return the rule that a council chose for a family of figures.

    Raises DisclosureError for a family or a choice that is not known.
    """
    if family not in _DFE:
        raise DisclosureError(f"“{family}” is not a disclosure family. Families: {'; '.join(FAMILIES)}.")
    if choice == "strictest":
        return _strictest(family)
    if choice == "dfe":
        return _dfe(family)
    raise DisclosureError(f"“{choice}” is not a rule for {family}. Rules: {', '.join(CHOICES)}.")


def sentence(rule: Rule) -> str:
    """Say for the paper, by family, how its figures were protected, and on what ground."""
    return sentences([rule])[0]


def sentences(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Say it once for the families that share a rule."""
    families: dict[tuple[str, str], list[str]] = {}
    for rule in rules:
        sharing = families.setdefault((rule.sentence, rule.source), [])
        if rule.family not in sharing:
            sharing.append(rule.family)
    return tuple(f"{_listed(names)}: {words} Source: {source}" for (words, source), names in families.items())


def _listed(families: list[str]) -> str:
    # Semicolons, because a family's own name may hold a comma.
    text = "; ".join(families)
    return f"{text[0].upper()}{text[1:]}"


def _strictest(family: str) -> Rule:
    return Rule(
        name="strictest",
        family=family,
        threshold=SMALL,
        smallest_share=SMALLEST_SHARE,
        smallest_team=SMALLEST_TEAM,
        protects_unknown=True,
        sentence=_STRICTEST,
        source=_OUR_DEFAULT,
    )


def _dfe(family: str) -> Rule:
    threshold, protects_unknown, words, source = _DFE[family]
    return Rule(
        name="dfe",
        family=family,
        threshold=threshold,
        smallest_share=0,
        smallest_team=SMALLEST_TEAM,
        protects_unknown=protects_unknown,
        sentence=words,
        source=source,
    )
