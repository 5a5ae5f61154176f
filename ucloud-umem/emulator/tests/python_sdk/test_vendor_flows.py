"""What the SDK's own test suite does with UMem, in real time: order, wait, price, resize, delete.

Its steps around orders and renewals belong to other products, which the emulator does not have.
"""

import unittest

from emulator import Emulator, PROJECT, refusal, wait_for

# The vendor's suite runs here.
ZONE = "cn-bj2-02"
ORDER = {"Zone": ZONE, "Quantity": 1, "ChargeType": "Month", "ProjectId": PROJECT}


class VendorFlows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # A state lasts long enough to be seen on a busy machine.
        cls.emulator = Emulator("--step-ms", "1000")
        cls.addClassCleanup(cls.emulator.close)

    def setUp(self):
        self.umem = self.emulator.umem()

    def state(self, **parameters):
        # The suite names no zone where it lists.
        return lambda: self.umem.first(Zone=None, Protocol="redis", **parameters)["State"]

    def test_space(self):
        kind = {"Type": "double", "Size": 16}
        space = self.umem.create_umem_space(Protocol="redis", Name="Redis_fbs", **kind, **ORDER)["SpaceId"]
        state = self.state(ResourceId=space)
        wait_for(state, "Running", pending=["Starting", "Creating"])
        self.assertGreater(self.umem.describe_umem_price(**kind, **ORDER)["DataSet"][0]["Price"], 0)
        own = {"SpaceId": space, "Zone": ZONE}
        self.assertGreater(self.umem.describe_umem_upgrade_price(Type="double", Size=18, **own)["Price"], 0)
        self.umem.resize_umem_space(Size=18, **own)
        wait_for(state, "Running", pending=["Resizing"])
        self.umem.delete_umem_space(**own)
        self.assertEqual(state(), "Deleting")

    def test_group(self):
        price = self.umem.describe_uredis_price(Size=1, **ORDER)["DataSet"][0]["Price"]
        self.assertGreater(price, 0)
        order = {"Size": 1, "Protocol": "redis", "Name": "Redis_zb", "HighAvailability": "disable", **ORDER}
        own = {"GroupId": self.umem.create_uredis_group(**order)["GroupId"], "Zone": ZONE}
        state = self.state(ResourceType="single", ResourceId=own["GroupId"])
        wait_for(state, "Running", pending=["Starting", "Creating"])
        self.assertGreater(self.umem.describe_uredis_upgrade_price(Size=2, **own)["Price"], 0)
        self.umem.resize_uredis_group(Size=2, **own)
        wait_for(state, "Running", pending=["Resizing"])
        self.umem.delete_uredis_group(**own)
        self.assertEqual(state(), "Deleting")

    def test_group_with_backups(self):
        order = {"Size": 1, "Version": 3.2, "BackupTime": 3, "AutoBackup": "enable", "HighAvailability": "disable"}
        config = "03f58ca9-b64d-4bdd-abc7-c6b9a46fd801"
        order = {"Name": "single_redis", "Protocol": "redis", "ConfigId": config, **order, **ORDER}
        own = {"GroupId": self.umem.create_uredis_group(**order)["GroupId"], "Zone": ZONE}
        state = self.state(ResourceType="single", ResourceId=own["GroupId"])
        wait_for(state, "Running", pending=["Starting", "Creating"])
        # The zone is that of the replica too.
        room = self.umem.check_uredis_allowance(Zone=ZONE, SlaveZone=ZONE, Size=1, Count=1)
        self.assertEqual(room["Count"], 1)
        backup = self.umem.create_uredis_backup(BackupName="backup_Redis", **own)["BackupId"]
        # The backups of all groups are listed.
        listed = lambda: {row["BackupId"]: row["State"] for row in self.umem.describe_uredis_backup(Zone=None)["DataSet"]}
        wait_for(lambda: listed()[backup], "Success", pending=["Backuping"])
        self.umem.describe_uredis_backup_url(BackupId=backup, Zone=ZONE)
        self.umem.delete_uredis_group(**own)
        left = lambda: len(self.umem.describe_uredis_group(Zone=None, GroupId=own["GroupId"])["DataSet"])
        wait_for(lambda: str(left()), "0", pending=["1"])

    def test_what_other_tools_leave_out(self):
        """The command-line client and the provider for Terraform name no zone in these calls."""
        order = {"Size": 1, "Name": "tf-acc-redis", "HighAvailability": "enable", **ORDER}
        group = self.umem.create_uredis_group(**order)["GroupId"]
        state = self.state(ResourceId=group)
        wait_for(state, "Running", pending=["Creating"])
        client = self.emulator.client()
        for action, parameters, target in [
            ("ResizeURedisGroup", {"Size": 2}, "Running"),
            ("ISolationURedisGroup", {"TransformType": "UNBind"}, "ISolation"),
            ("ISolationURedisGroup", {"TransformType": "Bind"}, "Running"),
        ]:
            client.invoke(action, {"GroupId": group, "ProjectId": PROJECT, **parameters})
            wait_for(state, target, pending=["Resizing", "ISolationing", "UNISolationing"])
        for _ in range(2):
            self.umem.delete_uredis_group(GroupId=group, Zone=None)
            self.assertEqual(state(), "Deleting")

    def test_actions_of_other_products(self):
        client = self.emulator.client()
        for action in "DescribeOrderDetailInfo", "GetResourceRenewPrice", "CreateRenew":
            with self.subTest(action):
                call = lambda **parameters: client.invoke(action, parameters)
                self.assertEqual(refusal(call, ResourceIds=["umem-000001"])[0], 161)
