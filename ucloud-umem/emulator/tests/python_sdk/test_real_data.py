"""The whole job on a real Redis, with the vendor's SDK and redis-py, and the example of the guide."""

import base64
import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import redis

from emulator import Emulator

GUIDE = Path(__file__).parents[2] / "src" / "guide" / "real_data.md"
SERVER = shutil.which("redis-server")
KEYS = 10_000
OLD, NEW = "s3cret-'\"word\"", "Another_1"


def all_data(connection):
    keys = sorted(connection.scan_iter(count=1000))
    return dict(zip(keys, connection.mget(keys))) if keys else {}


class RealData(unittest.TestCase):
    def setUp(self):
        if not SERVER:
            if os.environ.get("UMEM_EMULATOR_NEEDS_SERVERS") == "1":
                self.fail("redis-server is missing")
            message = "redis-server is missing, real servers were NOT tested"
            print(f"SKIPPED: {message}", file=sys.stderr)
            self.skipTest(message)
        self.emulator = Emulator("--redis-server", SERVER, "--step-ms", "0")
        self.addCleanup(self.emulator.close)
        self.umem = self.emulator.umem()

    def create(self, **order):
        order = {"Name": "a-group", "HighAvailability": "enable", **order}
        return self.umem.create_uredis_group(**order)["GroupId"]

    def row(self, group):
        return self.umem.describe_uredis_group(GroupId=group)["DataSet"][0]

    def connect(self, group, password=None):
        row = self.row(group)
        self.assertEqual((row["State"], row["VirtualIP"]), ("Running", "127.0.0.1"))
        connection = redis.Redis(row["VirtualIP"], row["Port"], password=password, socket_timeout=10)
        self.addCleanup(connection.close)
        connection.ping()
        return connection

    def test_the_whole_job(self):
        group = self.create(Password=OLD)
        connection = self.connect(group, OLD)
        with connection.pipeline(transaction=False) as pipe:
            for n in range(KEYS):
                pipe.set(f"key:{n}", f"value {n}")
            pipe.execute()
        written = all_data(connection)
        self.assertEqual(len(written), KEYS)

        backup = self.umem.create_uredis_backup(GroupId=group, BackupName="before-the-flush")["BackupId"]
        address = self.umem.describe_uredis_backup_url(BackupId=backup)["BackupPath"]
        self.assertTrue(self.loaded(self.emulator.fetch(address)) == written, "the file has other data")

        self.umem.flushall_uredis_group(GroupId=group, FlushType="FlushAll")
        self.assertEqual(connection.dbsize(), 0)
        restored = self.create(BackupId=backup, ConfigId=self.row(group)["ConfigId"])
        self.assertTrue(all_data(self.connect(restored)) == written, "the new group has other data")

    def loaded(self, file):
        """The data of a file, as a fresh server of our own loads it."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "dump.rdb").write_bytes(file)
            socket = str(Path(folder, "socket"))
            options = ["--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder]
            process = subprocess.Popen([SERVER, *options], stdout=subprocess.DEVNULL)
            try:
                connection = redis.Redis(unix_socket_path=socket)
                end = time.monotonic() + 20
                while True:
                    try:
                        connection.ping()
                        return all_data(connection)
                    except (redis.ConnectionError, redis.BusyLoadingError):
                        self.assertLess(time.monotonic(), end, "it does not load the file")
                        time.sleep(0.02)
            finally:
                process.kill()
                process.wait()

    def test_a_rotated_password_refuses_the_old_one(self):
        group = self.create(Password=OLD)
        self.connect(group, OLD)
        # This method of the SDK leaves the base64 to its caller.
        encoded = base64.b64encode(NEW.encode()).decode()
        self.umem.modify_uredis_group_password(GroupId=group, Password=encoded)
        self.connect(group, NEW)
        for wrong in [OLD, None]:
            with self.assertRaises(redis.AuthenticationError):
                self.connect(group, wrong)
        self.umem.modify_uredis_group_password(GroupId=group, Password="")
        self.connect(group)

    def test_the_example_of_the_guide(self):
        [example] = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
        self.assertIn("http://127.0.0.1:8080", example)
        example = example.replace("http://127.0.0.1:8080", self.emulator.url)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(example, str(GUIDE), "exec"), {})
        self.assertEqual(printed.getvalue().splitlines()[-1], "b'paid'")
