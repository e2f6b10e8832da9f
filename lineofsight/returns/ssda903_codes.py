"""The code lists of the looked-after return (SSDA903) as its columns read them."""

from __future__ import annotations

from lineofsight.returns.codes import looked_after as often
from lineofsight.returns.codes import looked_after_yearly as yearly
from lineofsight.returns.codes import people
from lineofsight.returns.parts import listed

ETHNICITIES = listed(people.ETHNICITIES)
REASONS_STARTED = listed(often.REASONS_STARTED)
LEGAL_STATUSES = listed(often.LEGAL_STATUSES)
NEEDS = listed(often.NEEDS)
PLACEMENTS = listed(often.PLACEMENTS)
PROVIDERS = listed(often.PROVIDERS)
REASONS_ENDED = listed(often.REASONS_ENDED)
REASONS_PLACEMENT_CHANGED = listed(often.REASONS_PLACEMENT_CHANGED)
PARTICIPATIONS = listed(often.PARTICIPATIONS)
SDQ_REASONS = listed(yearly.SDQ_REASONS)
IN_TOUCH = listed(yearly.IN_TOUCH)
ACTIVITIES = listed(yearly.ACTIVITIES)
ACCOMMODATIONS = listed(yearly.ACCOMMODATIONS)
SEXES_OF_ADOPTERS = listed(yearly.SEXES_OF_ADOPTERS)
LEGAL_STATUSES_OF_ADOPTERS = listed(yearly.LEGAL_STATUSES_OF_ADOPTERS)
REASONS_PLACED_CEASED = listed(yearly.REASONS_PLACED_CEASED)
ARRANGEMENTS = listed(yearly.ARRANGEMENTS)
KINDS_OF_MISSING = listed(often.KINDS_OF_MISSING)
REASONS_WORKER_CHANGED = listed(yearly.REASONS_WORKER_CHANGED)
