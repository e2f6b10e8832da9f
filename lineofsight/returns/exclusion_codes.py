"""The code lists of the register of permanent exclusions, with what councils write instead."""

from __future__ import annotations

from lineofsight.returns.parts import codes

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
# The school census's reasons from 2020/21 on, of which an exclusion has up to three.
REASONS = codes(
    "PP PA VP VA OW BU RA LG DS SM DA DM TH DB MT PH",
    {
        "persistent disruptive behaviour": "DB",
        "persistent or general disruptive behaviour": "DB",
        "physical assault against a pupil": "PP",
        "physical assault against an adult": "PA",
        "verbal abuse or threatening behaviour against a pupil": "VP",
        "verbal abuse or threatening behaviour against an adult": "VA",
        "use or threat of use of an offensive weapon or prohibited item": "OW",
        "bullying": "BU",
        "racist abuse": "RA",
        "sexual misconduct": "SM",
        "drug and alcohol related": "DA",
        "damage": "DM",
        "theft": "TH",
    },
)
SEN = codes("N K E", {"no SEN": "N", "none": "N", "SEN support": "K", "EHC plan": "E", "EHCP": "E"})
