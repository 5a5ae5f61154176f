//! The network of an order.

use super::Networks;
use crate::call::Call;
use crate::refusal::Refusal;

const VPC: &str = "VPCId";
const SUBNET: &str = "SubnetId";

impl Networks {
    /// Checks the VPC and the subnet that an order names. If it names one of them, the other one
    /// becomes a parameter too: a subnet is in one VPC, and a VPC alone means its first subnet.
    pub(crate) fn complete(&self, call: &mut Call) -> Result<(), Refusal> {
        let [vpc_id, subnet_id] = [VPC, SUBNET].map(|name| call.given(name).map(str::to_owned));
        if (&vpc_id, &subnet_id) == (&None, &None) {
            return Ok(());
        }
        let mut vpcs = self.seen_by(call);
        let vpc = match (&vpc_id, &subnet_id) {
            (Some(id), _) => {
                vpcs.find(|vpc| vpc.id == *id).ok_or_else(|| Refusal::no_such_resource(VPC, id))?
            }
            (None, Some(id)) => vpcs
                .find(|vpc| vpc.subnets.contains(id))
                .ok_or_else(|| Refusal::no_such_resource(SUBNET, id))?,
            (None, None) => return Ok(()),
        };
        drop(vpcs);
        let subnet = match subnet_id {
            Some(id) if vpc.subnets.contains(&id) => Some(id),
            Some(id) => return Err(Refusal::no_such_resource(SUBNET, &id)),
            None => vpc.subnets.first().cloned(),
        };
        call.set(VPC, vpc.id);
        if let Some(subnet) = subnet {
            call.set(SUBNET, subnet);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::coverage::Coverage;

    type Pairs = &'static [(&'static str, &'static str)];

    /// The creates of instances, with the parameters that they need, and the lists of the
    /// instances.
    const CREATES: [(&str, Pairs, &str); 3] = [
        (
            "CreateURedisGroup",
            &[("Name", "a-group"), ("HighAvailability", "enable")],
            "DescribeURedisGroup",
        ),
        ("CreateUMemSpace", &[("Name", "a-space"), ("Size", "1")], "DescribeUMemSpace"),
        (
            "CreateUMemcacheGroup",
            &[
                ("Name", "a-group"),
                ("Size", "1"),
                ("ConfigId", "9a891891-c245-4b66-bce8-67e59430d67c"),
            ],
            "DescribeUMemcacheGroup",
        ),
    ];

    #[test]
    fn an_instance_is_in_a_network_that_exists() {
        for (create, order, list) in CREATES {
            let mut run = Coverage::default();
            run.emulator().seed_vpc("uvnet-a", ["subnet-a", "subnet-b"]).unwrap();
            for (network, vpc, subnet) in [
                (&[][..], "uvnet-emulator", "subnet-emulator"),
                (&[("VPCId", ""), ("SubnetId", "")], "uvnet-emulator", "subnet-emulator"),
                (&[("VPCId", "uvnet-a")], "uvnet-a", "subnet-a"),
                (&[("SubnetId", "subnet-b")], "uvnet-a", "subnet-b"),
                (&[("VPCId", "uvnet-a"), ("SubnetId", "subnet-b")], "uvnet-a", "subnet-b"),
                (&[("VPCId", "uvnet-emulator")], "uvnet-emulator", "subnet-emulator"),
            ] {
                run.call(create, &[order, network].concat());
                run.step();
                let rows = run.call(list, &[]);
                let row = rows["DataSet"].as_array().unwrap().last().unwrap();
                assert_eq!(row["VPCId"], vpc, "{create} {network:?}");
                assert_eq!(row["SubnetId"], subnet, "{create} {network:?}");
            }
            let count = run.call(list, &[])["TotalCount"].clone();
            for (network, named) in [
                (&[("VPCId", "uvnet-x")][..], "[VPCId]"),
                (&[("SubnetId", "subnet-x")], "[SubnetId]"),
                (&[("VPCId", "uvnet-x"), ("SubnetId", "subnet-a")], "[VPCId]"),
                (&[("VPCId", "uvnet-emulator"), ("SubnetId", "subnet-a")], "[SubnetId]"),
                // It is a network of the default project.
                (&[("VPCId", "uvnet-a"), ("ProjectId", "org-a")], "[VPCId]"),
            ] {
                run.refuses(create, &[order, network].concat(), 230, named);
            }
            assert_eq!(run.call(list, &[])["TotalCount"], count, "{create}");
        }
    }
}
