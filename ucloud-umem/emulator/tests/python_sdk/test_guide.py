"""Examples to copy: the one of the emulator's guide, and the program that the page shows."""

import contextlib
import html
import io
import json
import os
import re
import tempfile
import unittest
import unittest.mock
import urllib.request
from pathlib import Path

from emulator import REGION, Emulator

GUIDE = Path(__file__).parents[2] / "src" / "guide" / "tools.md"


class Guide(unittest.TestCase):
    def test_example(self):
        [example] = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
        with Emulator("--seed-space", "uredis-abc=3") as emulator:
            self.assertIn("http://127.0.0.1:8080", example)
            example = example.replace("http://127.0.0.1:8080", emulator.url)
            self.assertEqual(run(example).splitlines()[-1], "3")


SEEDS = """
projects: [{ id: org-orders, name: orders }]
redis_groups: [{ id: uredis-orders, project: org-orders, expires: 1h ago }]
"""


class Page(unittest.TestCase):
    def test_program(self):
        """The program makes the call of the form, with the project, and with the key of a dedicated channel."""
        form = {"Action": "DescribeUMem", "Region": REGION, "ProjectId": "org-orders", "Protocol": "redis"}
        with tempfile.TemporaryDirectory() as folder:
            seeds = Path(folder) / "seeds.yaml"
            seeds.write_text(SEEDS)
            with Emulator("--seed-file", str(seeds), "--channel-key", "channel") as emulator:
                headers = {"Content-Type": "application/json"}
                address = f"{emulator.url}/_page/code"
                page = emulator.fetch(urllib.request.Request(address, json.dumps(form).encode(), headers)).decode()
                [program] = re.findall(r'<code id="code-python">(.*?)</code>', page, re.DOTALL)
                with unittest.mock.patch.dict(os.environ, {"UCLOUD_CHANNEL_KEY": "channel"}):
                    self.assertIn("'ResourceId': 'uredis-orders'", run(html.unescape(program)))


def run(program):
    """Runs a program, and returns what it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(program, "program", "exec"), {})
    return printed.getvalue()
