"""`python -m codercfg.cli`."""

import sys

from codercfg.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
