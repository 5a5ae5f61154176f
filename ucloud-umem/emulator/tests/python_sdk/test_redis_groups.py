"""Redis groups: replicas, backups, configurations, switches, sizes, prices, and the deletion."""

import unittest

from emulator import Emulator, HOUR_MS, PROJECT, STEP_MS, refusal


class RedisGroups(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator("--step-ms", str(STEP_MS))
        cls.addClassCleanup(cls.emulator.close)

    def setUp(self):
        self.umem = self.emulator.umem()
        self.group = self.create(Password="Secret_1", Size=2, AutoBackup="enable", BackupTime=4)

    def create(self, **order):
        order = {"Name": "a-group", "HighAvailability": "enable", "ChargeType": "Month", **order}
        group = self.umem.create_uredis_group(**order)["GroupId"]
        self.assertIn(self.row(group)["State"], ("Starting", "Creating"))
        self.assertEqual(refusal(self.umem.delete_uredis_group, GroupId=group)[0], 20204)
        self.settle(group)
        return group

    def settle(self, group=None):
        self.emulator.advance()
        self.assertEqual(self.row(group)["State"], "Running")

    def row(self, group=None):
        return self.umem.first(Protocol="redis", ResourceId=group or self.group)

    def tearDown(self):
        self.umem.delete_uredis_group(GroupId=self.group)
        self.assertEqual(self.row()["State"], "Deleting")
        self.emulator.advance()
        left = self.umem.describe_umem(Protocol="redis", ResourceId=self.group)
        self.assertEqual((left["TotalCount"], left["DataSet"]), (0, []))
        self.assertEqual(self.umem.describe_uredis_group(GroupId=self.group)["DataSet"], [])
        # Tools repeat a delete until the list is empty.
        self.umem.delete_uredis_group(GroupId=self.group)

    def test_names_and_passwords(self):
        self.umem.modify_uredis_group_name(GroupId=self.group, Name="another-name")
        self.assertEqual(self.umem.describe_uredis_group(GroupId=self.group)["DataSet"][0]["Name"], "another-name")
        self.assertTrue(self.row()["HasPassword"])
        # This method of the SDK leaves the base64 to its caller.
        self.umem.modify_uredis_group_password(GroupId=self.group, Password="QW5vdGhlcl8x")
        self.settle()
        self.assertTrue(self.row()["HasPassword"])
        self.umem.modify_uredis_group_password(GroupId=self.group, Password="")
        self.settle()
        self.assertFalse(self.row()["HasPassword"])

    def test_backups(self):
        backup = self.umem.create_uredis_backup(GroupId=self.group, BackupName="before-the-upgrade")["BackupId"]
        listed = lambda: self.umem.describe_uredis_backup(GroupId=self.group)["DataSet"][0]
        self.assertEqual((listed()["BackupId"], listed()["BackupName"]), (backup, "before-the-upgrade"))
        under_way = listed()["State"]
        self.assertEqual(refusal(self.umem.describe_uredis_backup_url, BackupId=backup)[0], 20204)
        self.emulator.advance()
        self.assertNotEqual(listed()["State"], under_way)
        reply = self.umem.describe_uredis_backup_url(BackupId=backup)
        file = self.emulator.fetch(reply["BackupPath"])
        self.assertTrue(file.startswith(b"REDIS"), file)
        self.assertIn(backup.encode(), file)
        # A group begins with the data of a backup.
        config = self.umem.describe_uredis_group(GroupId=self.group)["DataSet"][0]["ConfigId"]
        restored = self.create(Name="a-restored-group", BackupId=backup, ConfigId=config, Size=2)
        self.umem.delete_uredis_group(GroupId=restored)
        wrong = {"Name": "a-group", "HighAvailability": "enable", "BackupId": "nobody", "ConfigId": config, "Size": 2}
        self.assertEqual(refusal(self.umem.create_uredis_group, **wrong)[0], 230)
        self.umem.update_uredis_backup_strategy(GroupId=self.group, AutoBackup="disable", BackupTime="7")
        self.assertEqual((self.row()["AutoBackup"], self.row()["BackupTime"]), ("disable", 7))

    def test_replicas(self):
        order = {"Name": "a-replica", "HighAvailability": "disable", "Size": 2}
        replica = self.umem.create_uredis_group(MasterGroupId=self.group, **order)["GroupId"]
        self.emulator.advance()
        [listed] = self.umem.describe_uredis_group(GroupId=replica)["DataSet"]
        self.assertEqual((listed["State"], listed["Role"]), ("Running", "slave"))
        row = self.row()
        self.assertEqual((row["OwnSlave"], row["DataSet"][0]["GroupId"]), ("Yes", replica))
        self.umem.delete_uredis_group(GroupId=replica)
        self.emulator.advance()
        self.assertEqual(self.row()["OwnSlave"], "No")

    def test_switches(self):
        slow_log = lambda: self.umem.describe_uredis_slowlog(GroupId=self.group)
        self.emulator.advance(3 * HOUR_MS)
        self.assertEqual(slow_log()["TotalCount"], 3)
        self.assertGreater(slow_log()["DataSet"][0]["SpendTime"], 0)
        self.umem.restart_uredis_group(GroupId=self.group)
        self.settle()
        self.assertEqual(slow_log()["TotalCount"], 0)
        self.umem.shutdown_uredis_group(GroupId=self.group)
        self.emulator.advance()
        self.assertNotEqual(self.row()["State"], "Running")
        self.umem.start_uredis_group(GroupId=self.group)
        self.settle()
        self.umem.i_solation_uredis_group(GroupId=self.group, TransformType="UNBind")
        self.emulator.advance()
        self.assertEqual(self.row()["State"], "ISolation")
        self.umem.i_solation_uredis_group(GroupId=self.group, TransformType="Bind")
        self.settle()
        self.umem.flushall_uredis_group(GroupId=self.group, FlushType="FlushAll")
        self.assertEqual(self.row()["UsedSize"], 0)

    def test_configurations(self):
        versions = self.umem.describe_uredis_version()["DataSet"]
        self.assertIn("6.0", [each["Version"] for each in versions])
        config = self.umem.describe_uredis_group(GroupId=self.group)["DataSet"][0]["ConfigId"]
        known = self.umem.describe_uredis_config(RegionFlag=False, ConfigId=config)
        self.assertEqual([each["ConfigId"] for each in known["DataSet"]], [config])
        self.umem.modify_uredis_config(ConfigId=config, GroupId=self.group, Key="timeout", Value="300")
        self.settle()
        self.umem.update_uredis_rewrite_time(GroupId=self.group, RewriteTime=5)
        self.assertEqual(self.row()["RewriteTime"], 5)

    def test_sizes_and_prices(self):
        order = {"Size": 2, "ChargeType": "Month", "Quantity": 1, "ProjectId": PROJECT}
        self.assertGreater(self.umem.describe_uredis_price(**order)["DataSet"][0]["Price"], 0)
        self.assertGreaterEqual(self.umem.check_uredis_allowance(Count=1, Size=2)["Count"], 1)
        difference = self.umem.describe_uredis_upgrade_price(GroupId=self.group, Size=8)
        self.assertGreater(difference["Price"], 0)
        self.umem.resize_uredis_group(GroupId=self.group, Size=8)
        self.assertEqual(self.row()["State"], "Resizing")
        self.settle()
        self.assertEqual(self.row()["Size"], 8)
