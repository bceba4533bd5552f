"""`python -m generator` is the command `thawline`."""

import sys

from generator.cli import main

sys.exit(main())
