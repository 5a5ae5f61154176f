"""What the emulator refuses, as the SDK tells of it."""

import json
import unittest
import urllib.request

from ucloud.core import exc

from emulator import Emulator, PROJECT, UMem, ZONE, refusal


class Refusals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator("--seed-space", "uredis-abc=2")
        cls.addClassCleanup(cls.emulator.close)

    def backups(self, **options):
        call = UMem(self.emulator.client(**options)).describe_umem_backup
        return refusal(call, SpaceId="uredis-abc")[0]

    def invoke(self, action, **parameters):
        """Calls without the SDK's own checks."""
        client = self.emulator.client().umem()
        return refusal(lambda **all: client.invoke(action, all), **parameters)

    def test_keys_and_signatures(self):
        self.assertEqual(self.backups(private_key="another"), 171)
        self.assertEqual(self.backups(public_key="another"), 172)

    def test_unknown_actions(self):
        ret_code, message = self.invoke("DescribeUCake")
        self.assertEqual(ret_code, 161)
        self.assertIn("this emulator knows only", message)
        self.assertEqual(self.invoke("")[0], 160)

    def test_faults(self):
        """The SDK tells a refusal from a broken gateway, and repeats neither unless it may."""
        umem = self.emulator.umem()
        call = lambda: umem.describe_umem_backup(SpaceId="uredis-abc")
        for fault, error in [
            ("status=503:times=1", exc.HTTPStatusException),
            ("throttled:times=1", exc.RetCodeException),
            ("not-json:times=1", exc.InvalidResponseException),
        ]:
            with self.subTest(fault):
                self.emulator.control("faults", {"faults": [f"DescribeUMemBackup:{fault}"]})
                self.assertRaises(error, call)
                self.assertEqual(call()["TotalCount"], 2)

    def test_access_tokens(self):
        """What `ucloud auth login` sends: a token, and no signature."""
        self.emulator.control("tokens", {"token": "t0ken", "expires_in_s": 3600})
        form = b"Action=DescribeUMem&Region=cn-bj2&Protocol=redis"
        call = lambda token: urllib.request.Request(
            self.emulator.url, form, {"Authorization": f"Bearer {token}"}
        )
        answers = [json.loads(self.emulator.fetch(call(token))) for token in ("t0ken", "other")]
        self.assertEqual([answer["RetCode"] for answer in answers], [0, 174])

    def test_parameters(self):
        for parameters, ret_code, named in [
            ({"Zone": ZONE}, 220, "SpaceId"),
            ({"SpaceId": "uredis-abc"}, 220, "Zone"),
            ({"SpaceId": "uredis-abc", "Zone": "hk-02"}, 230, "Zone"),
            ({"SpaceId": "uredis-abc", "Zone": ZONE, "Limit": "many"}, 230, "Limit"),
        ]:
            with self.subTest(parameters):
                refused, message = self.invoke("DescribeUMemBackup", **parameters)
                self.assertEqual(refused, ret_code)
                self.assertIn(f"[{named}]", message)

    def test_unknown_ids(self):
        umem = self.emulator.umem()
        for call, parameters in [
            (umem.delete_umem_space, {"SpaceId": "umem-nobody"}),
            (umem.create_umem_backup, {"SpaceId": "umem-nobody", "BackupName": "a-backup"}),
            (umem.describe_umem_backup_url, {"SpaceId": "uredis-abc", "BackupId": "umembackup-nobody"}),
            (umem.restart_uredis_group, {"GroupId": "uredis-nobody"}),
            (umem.delete_umem_cache_group, {"GroupId": "umemcache-nobody"}),
            (umem.delete_umem_space, {"SpaceId": "uredis-abc", "ProjectId": "org-other"}),
        ]:
            with self.subTest(parameters):
                refused, message = refusal(call, **parameters)
                self.assertEqual(refused, 230)
                self.assertIn("not found", message)
        own = umem.describe_umem_backup(SpaceId="uredis-abc", ProjectId=PROJECT)
        self.assertEqual(own["TotalCount"], 2)
