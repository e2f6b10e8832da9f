"""One child across social care and education: by pupil number first, then by birth, sex and postcode, never by name."""

from lineofsight.returns.linking.links import DOUBTS as DOUBTS
from lineofsight.returns.linking.links import WAYS as WAYS
from lineofsight.returns.linking.links import linked_children as linked_children
from lineofsight.returns.linking.people import child_numbers as child_numbers
from lineofsight.returns.linking.people import known_children as known_children
from lineofsight.returns.linking.people import pupil_numbers as pupil_numbers
from lineofsight.returns.linking.people import pupils as pupils
