"""The JSON Schema of seeds, as an editor or a program in another language uses it."""

import json
import re
import subprocess
import unittest
from pathlib import Path

import jsonschema
import yaml
from emulator import Emulator

GUIDE = Path(__file__).parents[2] / "src" / "guide" / "control.md"


class Loader(yaml.SafeLoader):
    """Reads a time as text, as the emulator does."""


Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_yaml_str)


class SeedSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(subprocess.check_output([Emulator.binary, "--seed-schema"], timeout=5))
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    def test_example_of_the_guide(self):
        [example] = re.findall(r"```yaml\n(spaces:.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
        self.validator.validate(yaml.load(example, Loader))

    def test_mistakes(self):
        for wrong in [
            {"space": []},
            {"spaces": [{"state": "Flying"}]},
            {"spaces": [{"backups": "many"}]},
            {"spaces": [{"created": "tomorrow"}]},
            {"redis_groups": [{"replicas": [{"replicas": []}]}]},
        ]:
            with self.subTest(wrong), self.assertRaises(jsonschema.ValidationError):
                self.validator.validate(wrong)
