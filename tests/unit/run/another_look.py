"""Another process that looks at children's rows: ``python another_look.py HOME TIMES``."""

import sys
from pathlib import Path

from lineofsight.run.access import log_access

for number in range(int(sys.argv[2])):
    log_access(Path(sys.argv[1]), what=f"rows of a figure {number}", reason="a test")
