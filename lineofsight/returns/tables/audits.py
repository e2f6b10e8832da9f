"""The tables of practice audits: each finished audit of a child's record, and the answers that were given in it."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Flag, Span, Table, Text


class Audits(Table):
    """One row for each finished audit of the work with one child. Who audited is for the service alone."""

    title = "Practice audits"
    key = ("audit_id",)
    span = Span(since="audited")

    audit_id: Text
    child_id: Text
    team: Text
    service: Text
    auditor: Text
    audited: Date
    is_moderated: Flag
    overall_grade: Text


class AuditAnswers(Table):
    """One row for each question that an audit answered with a grade or a word of its form; nothing in free text.

    ``answer`` is the auditor's own; ``agreed_answer`` what moderation made of it, where it changed it.
    """

    title = "Answers in practice audits"
    key = ("audit_id", "question")

    audit_id: Text
    question: Text
    answer: Text
    agreed_answer: Text


audits = Audits()
audit_answers = AuditAnswers()

TABLES: tuple[Table, ...] = (audits, audit_answers)
