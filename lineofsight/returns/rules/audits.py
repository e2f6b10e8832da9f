"""Rules about practice audits and their answers."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.rules.beside import OF_CHILD
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.tables import allocations, audit_answers, audits

COUNTED = ("s_engage.grade", "s_partner.grade", "super.frequency", "risk.addressed")
_OF_AUDIT = {"audit_id": "audit_id"}
_answers = Beside(of=audit_answers.rows, by=_OF_AUDIT)
_audit = Beside(of=audits.rows, by=_OF_AUDIT, facts={"moderated": _.is_moderated.cast("int64").max()})
_cases = Beside(of=allocations.rows, by=OF_CHILD)

RULES = (
    Rule(
        id="audit_without_answers",
        table=audits,
        broken=_answers.lacks(audits),
        column="audit_id",
        beside=(_answers,),
        message="No answer of this audit was given, so it is in no figure.",
        remedy="Export the audit's answers with it, or mend them where they were held back.",
    ),
    Rule(
        id="audit_without_team",
        table=audits,
        broken=audits.team.isnull(),
        column="team",
        message="The team whose work was audited is not recorded, so the audit is in no team's figure.",
        remedy="Enter the team that held the case.",
    ),
    Rule(
        id="audit_of_a_case_nobody_held",
        table=audits,
        broken=_cases.lacks_alone(audits),
        column="child_id",
        beside=(_cases,),
        message="The child whose record was audited was never allocated to a social worker.",
        remedy="Correct the child's id, or enter who held the case.",
    ),
    Rule(
        id="answer_without_audit",
        table=audit_answers,
        broken=_audit.lacks(audit_answers),
        column="audit_id",
        beside=(_audit,),
        message="The audit that this answer belongs to was not kept, so the answer has no day and is in no figure.",
        remedy="Mend the audit, which may have been held back.",
    ),
    Rule(
        id="agreed_without_moderation",
        table=audit_answers,
        broken=audit_answers.agreed_answer.notnull() & (_audit["moderated"] == 0),
        column="agreed_answer",
        beside=(_audit,),
        message="Moderation changed the answer, and the audit is said not to have been moderated.",
        remedy="Mark the audit as moderated, or remove the agreed answer.",
    ),
    Rule(
        id="counted_question_left_blank",
        table=audit_answers,
        broken=audit_answers.question.isin(COUNTED)
        & ibis.coalesce(audit_answers.agreed_answer, audit_answers.answer).isnull(),
        column="question",
        message="A question that figures count has no answer, so the audit is unknown in that figure.",
        remedy="Give the grade or answer, or say that it does not apply (`na`).",
    ),
)
