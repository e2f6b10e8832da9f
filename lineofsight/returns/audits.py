"""Finished practice audits of children's records, with the grades and ticked answers that they gave."""

from __future__ import annotations

from lineofsight.returns.parts import Codes, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import audit_answers, audits
from lineofsight.returns.values import day_first_date, flag, identifier, trimmed

GRADE_WORDS = {
    "requires improvement to be good": "requires_improvement",
    "RI": "requires_improvement",
    "not applicable": "na",
    "n/a": "na",
}
GRADES = codes("outstanding good requires_improvement inadequate na", GRADE_WORDS)
ANSWERS = Codes(
    known=(*GRADES.known, "strong", "some", "weak", "none", "yes", "no", "unsure"),
    also=(
        *GRADES.also,
        ("strong evidence", "strong"),
        ("some evidence", "some"),
        ("weak evidence", "weak"),
        ("no evidence", "none"),
        ("y", "yes"),
        ("n", "no"),
        ("not sure", "unsure"),
    ),
)
# Other questions of a form are kept under the names that it gives them; figures read these alone.
QUESTIONS = {
    "engagement": "s_engage.grade",
    "engagement and the child's voice": "s_engage.grade",
    "partnership": "s_partner.grade",
    "partnership working": "s_partner.grade",
    "supervision": "super.frequency",
    "supervision evidenced": "super.frequency",
    "risk addressed": "risk.addressed",
    "addresses risk": "risk.addressed",
}


def question(text: str) -> str:
    """The question's name in the form, or the domain in words.

    >>> question("Partnership working"), question("s_plan.grade")
    ('s_partner.grade', 's_plan.grade')
    """
    seen = trimmed(text).casefold()
    return QUESTIONS.get(seen, seen)


AUDITS_PART = Part(
    name="audits",
    title="The list of finished practice audits",
    table=audits,
    columns=(
        ReadColumn(
            "Audit ID",
            "audit_id",
            identifier,
            Need.REQUIRED,
            ("Audit number", "Audit reference"),
            says="The audit's number.",
        ),
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "LAchildID"),
            says="The child whose record was audited.",
        ),
        ReadColumn(
            "Team",
            "team",
            trimmed,
            Need.OPTIONAL,
            ("Team name",),
            says="The team that held the case on the day of the audit.",
        ),
        ReadColumn(
            "Service",
            "service",
            trimmed,
            Need.OPTIONAL,
            ("Service area",),
            says="The service that the team belongs to.",
        ),
        ReadColumn(
            "Auditor",
            "auditor",
            identifier,
            Need.OPTIONAL,
            ("Auditor ID", "Audited by"),
            says="The auditor's number; no name. It is in no figure and in nothing that is published.",
        ),
        ReadColumn(
            "Audited on",
            "audited",
            day_first_date,
            Need.REQUIRED,
            ("Audit date", "Date of audit", "Audit completed"),
            says="The day on which the audit was finished.",
        ),
        ReadColumn(
            "Moderated",
            "is_moderated",
            flag,
            Need.OPTIONAL,
            ("Audit moderated",),
            says="Whether a second reader has agreed or changed the grades.",
        ),
        ReadColumn(
            "Overall grade",
            "overall_grade",
            GRADES,
            Need.OPTIONAL,
            ("Overall judgement", "Audit grade"),
            says="The grade of the audit as a whole.",
        ),
    ),
    known_by=("Audit ID", "Auditor", "Audited on", "Overall grade"),
    enough=2,
)
ANSWERS_PART = Part(
    name="audit_answers",
    title="The list of answers in practice audits",
    table=audit_answers,
    columns=(
        ReadColumn(
            "Audit ID",
            "audit_id",
            identifier,
            Need.REQUIRED,
            ("Audit number", "Audit reference"),
            says="The audit that it belongs to.",
        ),
        ReadColumn(
            "Question",
            "question",
            question,
            Need.REQUIRED,
            ("Question ID", "Domain", "Section"),
            says="The question's name in the form. Figures read `s_engage.grade`, `s_partner.grade`, `super.frequency` and "
            "`risk.addressed`.",
        ),
        ReadColumn(
            "Answer",
            "answer",
            ANSWERS,
            Need.TRUSTED,
            ("Grade", "Judgement", "First answer"),
            says="The auditor's grade or ticked answer. Leave answers in sentences out of the file.",
        ),
        ReadColumn(
            "Agreed answer",
            "agreed_answer",
            ANSWERS,
            Need.OPTIONAL,
            ("Moderated answer", "Agreed grade", "Moderated grade"),
            says="What moderation made of it; empty where it was not changed.",
        ),
    ),
    known_by=("Audit ID", "Question", "Answer"),
    enough=3,
)

PARTS = (AUDITS_PART, ANSWERS_PART)
PRACTICE_AUDITS = sheet_return(
    name="practice_audits", title="Practice audits of children's records", parts=PARTS
)
