"""The code lists of the register of permanent exclusions, with what councils write instead."""

from __future__ import annotations

from lineofsight.returns.codes import schools
from lineofsight.returns.parts import codes, listed

STATUSES = codes(
    "notified cancelled withdrawn upheld reinstated irp_upheld quashed pending",
    {
        "notice received": "notified",
        "notification received": "notified",
        "canceled": "cancelled",
        "cancelled by headteacher": "cancelled",
        "withdrawn by headteacher": "withdrawn",
        "withdrawn by school": "withdrawn",
        "rescinded": "withdrawn",
        "upheld by governors": "upheld",
        "upheld by governing board": "upheld",
        "upheld by governing body": "upheld",
        "confirmed": "upheld",
        "reinstated by governors": "reinstated",
        "reinstated by governing board": "reinstated",
        "not upheld": "reinstated",
        "overturned": "reinstated",
        "upheld by review panel": "irp_upheld",
        "upheld by independent review panel": "irp_upheld",
        "upheld by irp": "irp_upheld",
        "quashed by review panel": "quashed",
        "quashed by independent review panel": "quashed",
        "quashed by irp": "quashed",
        "to be decided": "pending",
        "undecided": "pending",
        "awaiting governors": "pending",
        "awaiting decision": "pending",
    },
)
PHASES = codes(
    "primary secondary special alternative",
    {
        "infant": "primary",
        "junior": "primary",
        "primary school": "primary",
        "middle deemed primary": "primary",
        "high": "secondary",
        "high school": "secondary",
        "secondary school": "secondary",
        "middle deemed secondary": "secondary",
        "all-through": "secondary",
        "special school": "special",
        "pupil referral unit": "alternative",
        "pru": "alternative",
        "alternative provision": "alternative",
        "ap": "alternative",
    },
)
REASONS = listed(schools.EXCLUSION_REASONS)  # of which an exclusion has up to three
SEN = codes("N K E", {"no SEN": "N", "none": "N", "SEN support": "K", "EHC plan": "E", "EHCP": "E"})
