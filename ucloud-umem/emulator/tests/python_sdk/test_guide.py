"""The example of the emulator's guide, as it stands there."""

import contextlib
import io
import re
import unittest
from pathlib import Path

from emulator import Emulator

GUIDE = Path(__file__).parents[2] / "src" / "guide" / "tools.md"


class Guide(unittest.TestCase):
    def test_example(self):
        [example] = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
        with Emulator("--seed-space", "uredis-abc=3") as emulator:
            self.assertIn("http://127.0.0.1:8080", example)
            example = example.replace("http://127.0.0.1:8080", emulator.url)
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(example, str(GUIDE), "exec"), {})
        self.assertEqual(printed.getvalue().splitlines()[-1], "3")
