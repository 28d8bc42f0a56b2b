"""`python -m interfaith_cal`."""

from interfaith_cal.cli.main import main

main()
