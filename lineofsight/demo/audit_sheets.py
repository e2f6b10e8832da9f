"""Practice audits as a workbook of two sheets: the audits, and their answers."""

from __future__ import annotations

from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society


def audits(society: Society) -> Sheet:
    """One row for each finished audit."""
    sheet = Sheet(
        "Audits",
        (
            "Audit ID",
            "Child ID",
            "Team",
            "Service",
            "Auditor",
            "Audited on",
            "Moderated",
            "Overall grade",
        ),
    )
    for one in society.audits:
        number, moderated = f"PA{one.number:05}", one.is_moderated
        sheet.add(
            number, one.child_id, one.team, one.service, one.auditor, one.audited, moderated, one.overall
        )
    return sheet


def answers(society: Society) -> Sheet:
    """One row for each question that was answered or left."""
    sheet = Sheet("Answers", ("Audit ID", "Question", "Answer", "Agreed answer"))
    for one in society.audits:
        for question, first, agreed in one.answers:
            sheet.add(f"PA{one.number:05}", question, first, agreed)
    return sheet
