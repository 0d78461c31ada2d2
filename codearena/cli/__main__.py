"""``python -m codearena.cli``."""

import sys

from codearena.cli.main import main

sys.exit(main())
