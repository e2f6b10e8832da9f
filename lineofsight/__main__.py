"""``python -m lineofsight``: for machines where programs in a user's folders may not be started by name."""

from lineofsight.cli import main

main(prog_name="los")
