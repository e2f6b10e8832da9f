"""The practice audits' indicators as their definitions say in words, in plain loops."""

from __future__ import annotations

from collections.abc import Iterator

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Definition, Group, Row, World, place_in_files

GRADES = {"outstanding": True, "good": True, "requires_improvement": False, "inadequate": False}
EVIDENCE = {"yes": True, "strong": True, "some": True, "no": False, "weak": False, "none": False}
YES_OR_NO = {"yes": True, "no": False}


def audit_of(world: World, audit_id: str) -> Row | None:
    """The audit of a number; of two rows the last in the file."""
    rows = [row for row in world.tables["audits"] if row["audit_id"] == audit_id]
    return max(rows, key=place_in_files, default=None)


def share_of(question: str, scale: dict[str, bool]) -> Definition:
    """Answers to one question that are a yes of its scale, of those that are in it; the others are unknown."""

    def cases(world: World, period: Period) -> Iterator[Case]:
        for answer in world.tables["audit_answers"]:
            audit = audit_of(world, answer["audit_id"])
            stands = answer["answer"] if answer["agreed_answer"] is None else answer["agreed_answer"]
            if audit is None or answer["question"] != question or stands == "na":
                continue
            if audit["audited"] is not None and audit["audited"] in period:
                known = stands in scale
                yield Case(
                    row=audit,
                    at=audit["audited"],
                    numerator=int(known and scale[stands]),
                    denominator=int(known),
                    unknown=int(not known),
                )

    return cases


def moderation(_world: World, case: Case) -> Group:
    """Whether the audit was moderated, in words."""
    return {True: "moderated", False: "not moderated", None: None}[case.row["is_moderated"]]


audit_engagement_good_pct = share_of("s_engage.grade", GRADES)
audit_partnership_good_pct = share_of("s_partner.grade", GRADES)
audit_supervision_pct = share_of("super.frequency", YES_OR_NO)
audit_risk_addressed_pct = share_of("risk.addressed", EVIDENCE)
