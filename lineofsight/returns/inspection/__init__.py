"""Annex A's lists made from what the record holds of the census, SSDA903 and the council's registers, as at any day."""

from lineofsight.returns.inspection.lists import LISTS as LISTS
from lineofsight.returns.inspection.lists import InspectionList as InspectionList
