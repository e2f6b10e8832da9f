"""Every rule's example, by the rule's id."""

from __future__ import annotations

from tests.spec.rules.example import Examples
from tests.spec.rules.on_care import CARE, PLACEMENTS
from tests.spec.rules.on_codes import CODES
from tests.spec.rules.on_education import EDUCATION, SEN2
from tests.spec.rules.on_looked_after import ADOPTION, LOOKED_AFTER
from tests.spec.rules.on_people import ASSESSMENTS, PEOPLE, REFERRALS
from tests.spec.rules.on_protection import PLANS, PROTECTION
from tests.spec.rules.on_registers import EVERYWHERE, REGISTERS, SEND, WORKFORCE
from tests.spec.rules.on_workforce import AUDITS, POSTS

EXAMPLES: Examples = {
    **EVERYWHERE,
    **PEOPLE,
    **REFERRALS,
    **ASSESSMENTS,
    **PROTECTION,
    **PLANS,
    **REGISTERS,
    **CARE,
    **CODES,
    **PLACEMENTS,
    **LOOKED_AFTER,
    **ADOPTION,
    **WORKFORCE,
    **SEND,
    **SEN2,
    **POSTS,
    **AUDITS,
    **EDUCATION,
}
