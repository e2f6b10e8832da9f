"""The code lists of the SEN2 return as its columns read them."""

from __future__ import annotations

from lineofsight.returns.codes import people
from lineofsight.returns.codes import special_needs as codes
from lineofsight.returns.ehc import OUTCOMES as OUTCOMES
from lineofsight.returns.parts import listed

UPN_UNKNOWN = listed(codes.UPN_UNKNOWN)
CEASE_REASONS = listed(codes.CEASE_REASONS)
SETTINGS = listed(codes.SETTINGS)
NEEDS = listed(codes.NEEDS)
ETHNICITIES = listed(people.ETHNICITIES)
