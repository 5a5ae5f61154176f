"""Distributed Redis spaces: backups, shards, proxies, sizes, prices, and the deletion."""

import unittest

from emulator import Emulator, HOUR_MS, PROJECT, STEP_MS, refusal


class Spaces(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator("--step-ms", str(STEP_MS))
        cls.addClassCleanup(cls.emulator.close)

    def setUp(self):
        self.umem = self.emulator.umem()
        order = {"Name": "a-space", "Size": 16, "Type": "double", "Protocol": "redis", "ChargeType": "Month"}
        self.space = self.umem.create_umem_space(Password="Secret_1", BlockCnt=4, **order)["SpaceId"]
        self.assertEqual(self.state(), "Starting")
        self.assertEqual(refusal(self.umem.delete_umem_space, SpaceId=self.space)[0], 20204)
        self.emulator.advance()
        self.assertEqual(self.state(), "Running")

    def tearDown(self):
        self.umem.delete_umem_space(SpaceId=self.space)
        self.assertEqual(self.state(), "Deleting")
        self.emulator.advance()
        left = self.umem.describe_umem(Protocol="redis", ResourceId=self.space)
        self.assertEqual((left["TotalCount"], left["DataSet"]), (0, []))
        self.assertEqual(self.umem.describe_umem_space(SpaceId=self.space)["DataSet"], [])
        # Tools repeat a delete until the list is empty.
        self.umem.delete_umem_space(SpaceId=self.space)

    def state(self):
        return self.umem.get_umem_space_state(SpaceId=self.space)["State"][0]

    def row(self):
        return self.umem.first(Protocol="redis", ResourceId=self.space)

    def test_names_and_passwords(self):
        self.assertTrue(self.row()["HasPassword"])
        self.umem.modify_umem_space_name(SpaceId=self.space, Name="another-name")
        self.assertEqual(self.row()["Name"], "another-name")
        # This method of the SDK leaves the base64 to its caller.
        self.umem.modify_umem_password(SpaceId=self.space, Password="QW5vdGhlcl8x")
        self.emulator.advance()
        self.assertTrue(self.row()["HasPassword"])
        self.umem.modify_umem_password(SpaceId=self.space, Password="")
        self.emulator.advance()
        self.assertFalse(self.row()["HasPassword"])

    def test_backups(self):
        backup = self.umem.create_umem_backup(SpaceId=self.space, BackupName="before-the-upgrade")["BackupId"]
        listed = lambda: self.umem.describe_umem_backup(SpaceId=self.space)["DataSet"][0]
        self.assertEqual((listed()["BackupId"], listed()["State"]), (backup, "Starting"))
        address = {"SpaceId": self.space, "BackupId": backup}
        self.assertEqual(refusal(self.umem.describe_umem_backup_url, **address)[0], 20204)
        self.emulator.advance()
        self.assertEqual((listed()["State"], listed()["BackupName"]), ("Done", "before-the-upgrade"))
        file = self.emulator.fetch(self.umem.describe_umem_backup_url(**address)["BackupURL"][0])
        self.assertTrue(file.startswith(b"REDIS"), file)
        self.assertIn(backup.encode(), file)
        # A space begins with the data of a backup.
        order = {"Name": "a-restored-space", "Size": 16, "Type": "double", "Protocol": "redis", "ChargeType": "Month"}
        restored = self.umem.create_umem_space(BackupId=backup, SpaceId=self.space, **order)["SpaceId"]
        self.emulator.advance()
        self.assertEqual(self.umem.get_umem_space_state(SpaceId=restored)["State"][0], "Running")
        self.umem.delete_umem_space(SpaceId=restored)

    def test_shards(self):
        shards = lambda: self.umem.describe_umem_block_info(SpaceId=self.space, Offset=0, Limit=20)["DataSet"]
        self.assertEqual([shard["BlockSize"] for shard in shards()], [4, 4, 4, 4])
        first = shards()[0]["BlockId"]
        room = self.umem.check_udredis_space_allowance(Count="1", Size=8, GroupId=self.space)
        self.assertGreaterEqual(room["Count"], 1)
        self.umem.resize_ud_redis_block_size(SpaceId=self.space, BlockId=first, BlockSize=8)
        self.assertEqual(shards()[0]["BlockState"], "Resizing")
        self.emulator.advance()
        self.assertEqual([shard["BlockSize"] for shard in shards()], [8, 4, 4, 4])

    def test_data(self):
        slow_log = lambda: self.umem.describe_ud_redis_slowlog(SpaceId=self.space, InstanceId=self.space)
        before = slow_log()["TotalCount"]
        self.emulator.advance(3 * HOUR_MS)
        self.assertEqual(slow_log()["TotalCount"], before + 3)
        self.assertGreater(slow_log()["DataSet"][0]["SpendTime"], 0)
        self.umem.create_scan_hot_big_keys(GroupId=self.space, SpaceId=self.space, Type="ScanBigKeys")
        self.umem.register_umem_defrag(ResourceId=self.space, OperateType="Once")
        self.umem.remove_ud_redis_data(SpaceId=self.space)
        self.assertEqual(self.row()["UsedSize"], 0)

    def test_proxies(self):
        proxies = lambda: self.umem.describe_ud_redis_proxy_info(SpaceId=self.space)["DataSet"]
        before = len(proxies())
        resource = self.umem.create_ud_redis_uhproxy(SpaceId=self.space, CPU=2)["ResourceId"]
        self.emulator.advance()
        self.assertEqual(len(proxies()), before + 1)
        new = next(proxy for proxy in proxies() if proxy["ResourceId"] == resource)
        self.assertEqual((new["CPU"], new["State"]), (2, "PROXY_NORMAL"))
        # As the vendor's command-line client does: what the order gave is what other calls take.
        proxy = {"SpaceId": self.space, "ProxyId": resource}
        clients = self.umem.describe_ud_redis_proxy_client_list(**proxy)
        self.assertEqual(clients["Count"], sum(each["ConnCnt"] for each in clients["ProxyClientList"]))
        self.umem.resize_uhproxy(NewCPU=4, **proxy)
        self.emulator.advance(2 * STEP_MS)
        resized = next(each for each in proxies() if each["ProxyId"] == proxy["ProxyId"])
        self.assertEqual((resized["CPU"], resized["State"]), (4, "PROXY_NORMAL"))
        self.umem.delete_ud_redis_proxy(**proxy)
        self.emulator.advance()
        self.assertEqual(len(proxies()), before)

    def test_sizes_and_prices(self):
        order = {"Size": 16, "Type": "double", "ProjectId": PROJECT, "ChargeType": "Month", "Quantity": 1}
        prices = self.umem.describe_umem_price(**order)["DataSet"]
        self.assertGreater(prices[0]["Price"], 0)
        shards = self.umem.describe_umem_block_info(SpaceId=self.space, Offset=0, Limit=20)["DataSet"]
        ids = [shard["BlockId"] for shard in shards]
        larger = {"SpaceId": self.space, "Size": 32, "Type": "double"}
        difference = self.umem.describe_umem_upgrade_price(BlockIds=ids, BlockSize=[8] * len(ids), **larger)
        self.assertGreater(difference["Price"], 0)
        self.umem.resize_umem_space(**larger)
        self.assertEqual(self.state(), "Resizing")
        self.emulator.advance()
        self.assertEqual((self.row()["Size"], self.row()["State"]), (32, "Running"))
