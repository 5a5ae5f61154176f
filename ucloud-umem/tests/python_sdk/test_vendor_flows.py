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
        cls.emulator = Emulator()
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

    def test_actions_of_other_products(self):
        client = self.emulator.client()
        for action in "DescribeOrderDetailInfo", "GetResourceRenewPrice", "CreateRenew":
            with self.subTest(action):
                call = lambda **parameters: client.invoke(action, parameters)
                self.assertEqual(refusal(call, ResourceIds=["umem-000001"])[0], 161)
