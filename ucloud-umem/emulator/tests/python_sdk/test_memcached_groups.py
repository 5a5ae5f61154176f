"""Memcached groups, from the prices to the deletion."""

import unittest

from emulator import Emulator, PROJECT, STEP_MS, refusal


class MemcachedGroups(unittest.TestCase):
    def test_life(self):
        with Emulator("--step-ms", str(STEP_MS)) as emulator:
            umem = emulator.umem()
            prices = umem.describe_umem_cache_price(Size=2, Type="single", ChargeType="Month")
            self.assertGreater(prices["DataSet"][0]["Price"], 0)

            group = umem.create_umem_cache_group(Name="a-cache", Size=2, ChargeType="Month")["GroupId"]
            row = lambda: umem.describe_umem_cache_group(GroupId=group)["DataSet"][0]
            self.assertEqual(row()["State"], "Creating")
            emulator.advance()
            self.assertEqual((row()["State"], row()["Name"], row()["Size"]), ("Running", "a-cache", 2))

            difference = umem.describe_umem_cache_upgrade_price(GroupId=group, Size=8)
            self.assertGreater(difference["Price"], 0)
            umem.resize_umem_cache_group(GroupId=group, Size=8)
            self.assertEqual(row()["State"], "Resizing")
            emulator.advance()
            self.assertEqual((row()["State"], row()["Size"]), ("Running", 8))
            umem.restart_umem_cache_group(GroupId=group)
            self.assertEqual(row()["State"], "Restarting")
            emulator.advance()
            listed = umem.first(Protocol="memcache", ResourceId=group)
            self.assertEqual((listed["State"], listed["Size"]), ("Running", 8))

            for size in 3, 4, 8:
                self.assertEqual(refusal(umem.resize_umem_cache_group, GroupId=group, Size=size)[0], 230, size)

            umem.delete_umem_cache_group(GroupId=group)
            self.assertEqual(row()["State"], "Deleting")
            emulator.advance()
            for left in (
                umem.describe_umem_cache_group(),
                umem.describe_umem(Protocol="memcache", ProjectId=PROJECT),
            ):
                self.assertEqual((left["TotalCount"], left["DataSet"]), (0, []))
            # Tools repeat a delete until the list is empty.
            umem.delete_umem_cache_group(GroupId=group)
            self.assertEqual(refusal(umem.restart_umem_cache_group, GroupId=group)[0], 230)
