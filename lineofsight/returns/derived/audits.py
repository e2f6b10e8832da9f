"""What practice audits found, one answer a row, without who found it."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import PROVENANCE, Date, Rows, Table, Text
from lineofsight.returns.tables import audit_answers, audits

MODERATED, NOT_MODERATED = "moderated", "not moderated"


class AuditFindings(Table):
    """Each answer of a finished audit as it stands: what moderation agreed, else what the auditor gave.

    The auditor is left out, so that no figure and no row behind one can name who audited. An answer whose audit is not
    known has no day, and is in no figure. The place of a row is that of its audit, where the child stands.
    """

    audit_id: Text
    child_id: Text
    team: Text
    service: Text
    moderation: Text
    audited: Date
    question: Text
    answer: Text

    def made_of(self) -> Rows:
        audit, said = _once_each(), _as_they_stand()
        rows = audit.inner_join(said, audit.audit_id == said.about)
        moderation = ibis.cases(
            (rows.is_moderated, MODERATED), (~rows.is_moderated, NOT_MODERATED), else_=ibis.null("string")
        )
        return rows.mutate(moderation=moderation).select(*self.columns, *PROVENANCE)


def _once_each() -> Rows:
    """Each audit, one row; of two rows under one number the last in the file is taken."""
    last = ibis.window(group_by="audit_id", order_by=[_.load.desc(), _.file.desc(), _.row.desc()])
    return (
        audits.rows.mutate(place=ibis.row_number().over(last)).filter(_.place == 0).drop("place", "auditor")
    )


def _as_they_stand() -> Rows:
    stands = ibis.coalesce(audit_answers.agreed_answer, audit_answers.answer)
    return audit_answers.rows.select("question", about="audit_id", answer=stands)


audit_findings = AuditFindings()
