"""What practice audits found of the work with children."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import OnRow
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import During
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.columns import Column
from lineofsight.returns.derived import audit_findings as findings

REVIEWED = date(2026, 11, 26)
FEW = (
    "A month has few audits, so it moves by chance: read the number beside it, and a quarter before a month. When other "
    "people audit, or agree anew what good is, it moves without any change in the work; auditors who mark the same records "
    "twice can tell."
)
form = Source(title="The council's form for practice audits", place="a local standard")
BY = (
    OnRow(name="team", title="team", column=findings.team),
    OnRow(name="service", title="service", column=findings.service),
    OnRow(name="moderation", title="whether moderated", column=findings.moderation),
)


def known(*yes: str, no: tuple[str, ...]) -> tuple[Column, Column]:
    """Whether an answer is one of the good ones, and that it counts as one audit; both null for any other word."""
    in_scale = findings.answer.isin((*yes, *no)).fill_null(False)  # noqa: FBT003
    met = ibis.ifelse(in_scale, findings.answer.isin(yes), ibis.null("boolean"))
    return met, ibis.ifelse(in_scale, 1, ibis.null("int64"))


def asks(question: str) -> Column:
    """The answers to one question that applied to the child."""
    return (findings.question == question) & (findings.answer != "na").fill_null(True)  # noqa: FBT003


is_good, graded = known("outstanding", "good", no=("requires_improvement", "inadequate"))
is_yes, answered = known("yes", no=("no",))
is_shown, judged = known("yes", "strong", "some", no=("no", "weak", "none"))

audit_engagement_good_pct = Share(
    id="audit_engagement_good_pct",
    title="Audits that find engagement good or better",
    definition="Of the practice audits finished in the period that graded engagement with the child and family, those "
    "graded good or outstanding. An agreed grade counts before the auditor's first. Not applicable and ungraded audits are "
    "left out; the ungraded are counted as unknown.",
    why_it_matters="A child whom the worker knows and listens to is likelier to be helped by the plan.",
    sources=(form,),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="audits",
    family="practice audits",
    breakdowns=BY,
    caveats=FEW,
    synonyms=("quality of engagement", "child's voice in audits"),
    reviewed=REVIEWED,
    of=findings.rows,
    when=During(findings.audited),
    where=asks("s_engage.grade"),
    meeting=is_good,
    weight=graded,
)

audit_partnership_good_pct = Share(
    id="audit_partnership_good_pct",
    title="Audits that find partnership working good or better",
    definition="Of the practice audits finished in the period that graded the work with other agencies, those graded good or "
    "outstanding. An agreed grade counts before the auditor's first. Not applicable and ungraded audits are left out; the "
    "ungraded are counted as unknown.",
    why_it_matters="No one agency sees a child's whole life: what each knows has to be put together.",
    sources=(form,),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="audits",
    family="practice audits",
    breakdowns=BY,
    caveats=FEW,
    synonyms=("partnership working in audits",),
    reviewed=REVIEWED,
    of=findings.rows,
    when=During(findings.audited),
    where=asks("s_partner.grade"),
    meeting=is_good,
    weight=graded,
)

audit_supervision_pct = Share(
    id="audit_supervision_pct",
    title="Audits that find supervision on the child's record",
    definition="Of the practice audits finished in the period that answered whether supervision is on the child's record as "
    "often as local policy requires, those that answered yes. Not applicable and unanswered are left out; the unanswered are "
    "counted as unknown.",
    why_it_matters="Supervision is where a second pair of eyes sees what a busy worker may miss.",
    sources=(form,),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="audits",
    family="practice audits",
    breakdowns=BY,
    caveats=f"It is a yes or no about the record, not a grade of how good supervision was. {FEW}",
    synonyms=("supervision evidenced", "management oversight in audits"),
    reviewed=REVIEWED,
    of=findings.rows,
    when=During(findings.audited),
    where=asks("super.frequency"),
    meeting=is_yes,
    weight=answered,
)

audit_risk_addressed_pct = Share(
    id="audit_risk_addressed_pct",
    title="Audits that find risk addressed",
    definition="Of the practice audits finished in the period that answered whether the work addresses the child's main "
    "risks, those that answered yes, or found strong or some evidence of it. Weak and no evidence are a no. Not applicable "
    "and unanswered are left out; the unanswered are counted as unknown.",
    why_it_matters="Risks that are named and not acted on leave a child where it was.",
    sources=(form,),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="audits",
    family="practice audits",
    breakdowns=BY,
    caveats=FEW,
    synonyms=("assessments addressing risk",),
    reviewed=REVIEWED,
    of=findings.rows,
    when=During(findings.audited),
    where=asks("risk.addressed"),
    meeting=is_shown,
    weight=judged,
)

INDICATORS = (
    audit_engagement_good_pct,
    audit_supervision_pct,
    audit_partnership_good_pct,
    audit_risk_addressed_pct,
)
