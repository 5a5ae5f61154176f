"""Drives the command `umem-emulator` with the vendor's SDK: `python run.py PATH_OF_THE_COMMAND`.

Every action of the SDK has to be called with success by one of the scenarios.
"""

import logging
import os
import sys
import unittest
from pathlib import Path

from emulator import ANSWERED, Emulator, actions

# Actions that no scenario calls with success, and why not.
LEFT_OUT = {}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    # The SDK logs every call unless it is told not to, and goes by the environment's proxy.
    logging.disable()
    os.environ["NO_PROXY"] = "127.0.0.1"
    Emulator.binary = str(Path(sys.argv[1]).resolve())
    scenarios = unittest.defaultTestLoader.discover(str(Path(__file__).parent))
    result = unittest.TextTestRunner(verbosity=2).run(scenarios)
    if result.testsRun == 0:
        sys.exit("error: there are no scenarios")
    if not result.wasSuccessful():
        sys.exit(1)
    for wrong, why in [
        (actions() - ANSWERED - set(LEFT_OUT), "no scenario calls these actions of the SDK with success"),
        (set(LEFT_OUT) & ANSWERED, "these actions are called, and need not be left out"),
        (set(LEFT_OUT) - actions(), "the SDK has no such actions"),
    ]:
        if wrong:
            sys.exit(f"error: {why}: {', '.join(sorted(wrong))}")
    print(f"all {len(ANSWERED)} actions of the SDK were called")


if __name__ == "__main__":
    main()
