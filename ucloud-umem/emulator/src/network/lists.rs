//! Lists of VPCs and of subnets.

use serde_json::Value;

use super::{TAG, Vpc};
use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::store::Kinds;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] =
    &[("DescribeVPC", describe_vpcs), ("DescribeSubnet", describe_subnets)];

/// Address range of every VPC.
const RANGE: &str = "10.0.0.0/8";
/// Addresses of a subnet that instances can have.
const ADDRESSES: usize = (1 << 16) - 3;
/// The type that UCloud's example has.
const SUBNET_TYPE: i64 = 2;

fn describe_vpcs(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let ids = filter_of(call, "VPCIds");
    let vpcs = context
        .store
        .networks
        .seen_by(call)
        .filter(|vpc| fits(&ids, &vpc.id) && call.filter("Tag").is_none_or(|tag| tag == TAG));
    call.page(vpcs, |vpc| {
        let count = vpc.subnets.len();
        let network = attributes([("Network", RANGE.into()), ("SubnetCount", count.into())]);
        attributes([
            ("VPCId", vpc.id.as_str().into()),
            ("Name", vpc.name.as_str().into()),
            ("VPCType", if vpc.is_default() { "DefaultVPC" } else { "DefinedVPC" }.into()),
            ("Network", vec![RANGE].into()),
            ("NetworkInfo", vec![Value::Object(network)].into()),
            ("SubnetCount", count.into()),
            ("IPv6Network", "".into()),
            ("OperatorName", "".into()),
            ("Tag", TAG.into()),
            ("Remark", "".into()),
            ("CreateTime", vpc.created.unix_seconds().into()),
            ("UpdateTime", vpc.created.unix_seconds().into()),
        ])
    })
}

/// A subnet, with its place among those of its VPC.
struct Subnet {
    vpc: Vpc,
    id: String,
    place: usize,
}

fn describe_subnets(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let kinds = &*context.store;
    let (ids, shows_free) = (filter_of(call, "SubnetIds"), call.flag("ShowAvailableIPs"));
    let vpcs = kinds.networks.seen_by(call);
    let vpcs = vpcs.filter(|vpc| call.filter("VPCId").is_none_or(|id| id == vpc.id));
    let subnets = vpcs.flat_map(|vpc| {
        let ids = vpc.subnets.clone().into_iter().enumerate();
        ids.map(move |(place, id)| Subnet { vpc: vpc.clone(), id, place })
    });
    let subnets = subnets.filter(|subnet| {
        fits(&ids, &subnet.id)
            && call.filter("SubnetId").is_none_or(|id| id == subnet.id)
            && call.filter("RouteTableId").is_none_or(|id| id == route_table(&subnet.vpc))
            && call.filter("Tag").is_none_or(|tag| tag == TAG)
    });
    call.page(subnets, |subnet| {
        let Subnet { vpc, id, place } = subnet;
        let mut row = attributes([
            ("VPCId", vpc.id.as_str().into()),
            ("VPCName", vpc.name.as_str().into()),
            ("SubnetId", id.as_str().into()),
            ("SubnetName", id.as_str().into()),
            ("Name", id.as_str().into()),
            ("Remark", "".into()),
            ("Tag", TAG.into()),
            ("SubnetType", SUBNET_TYPE.into()),
            ("Subnet", format!("10.{place}.0.0").into()),
            ("Netmask", "16".into()),
            ("Gateway", format!("10.{place}.255.254").into()),
            ("IPv6Network", "".into()),
            // It is in every zone.
            ("Zone", "".into()),
            ("HasNATGW", false.into()),
            ("RouteTableId", route_table(&vpc).into()),
            ("VRouterId", "Default_VRouter".into()),
            ("CreateTime", vpc.created.unix_seconds().into()),
        ]);
        if shows_free {
            let own = kinds.instances().filter(|instance| {
                instance.subnet_id == id && call.reaches_region(&instance.scope)
            });
            let free = ADDRESSES.saturating_sub(own.count());
            row.insert("AvailableIPs".to_owned(), free.into());
        }
        row
    })
}

/// Returns the ids of a list parameter that are not empty.
fn filter_of<'a>(call: &'a Call, name: &str) -> Vec<&'a str> {
    let mut ids = call.list(name);
    ids.retain(|id| !id.is_empty());
    ids
}

/// Returns true if an id is among those that a call names, or if it names none.
fn fits(ids: &[&str], id: &str) -> bool {
    ids.is_empty() || ids.contains(&id)
}

/// Returns the id of the route table that all subnets of a VPC have.
fn route_table(vpc: &Vpc) -> String {
    vpc.id.replacen("uvnet", "routetable", 1)
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use crate::coverage::Coverage;

    fn listed(run: &mut Coverage, action: &str, id: &str, pairs: &[(&str, &str)]) -> Vec<String> {
        let response = run.call(action, pairs);
        let rows = response["DataSet"].as_array().unwrap();
        rows.iter().map(|row| row[id].as_str().unwrap().to_owned()).collect()
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        run.emulator().seed_vpc("uvnet-a", ["subnet-a", "subnet-b"]).unwrap();
        let vpcs = listed(run, "DescribeVPC", "VPCId", &[]);
        assert_eq!(vpcs, ["uvnet-emulator", "uvnet-a"]);
        let default = run.first("DescribeVPC", &[]);
        assert_eq!(
            (&default["VPCType"], &default["SubnetCount"]),
            (&"DefaultVPC".into(), &1.into())
        );
        let own = run.first("DescribeVPC", &[("VPCIds.0", "uvnet-a")]);
        assert_eq!((&own["VPCType"], &own["SubnetCount"]), (&"DefinedVPC".into(), &2.into()));

        run.seed_space("umem-a", 0);
        let subnet = [("SubnetId", "subnet-emulator"), ("ShowAvailableIPs", "true")];
        let row = run.first("DescribeSubnet", &subnet);
        assert_eq!(row["AvailableIPs"], 65532);
        assert_eq!(run.first("DescribeSubnet", &[])["AvailableIPs"], Value::Null);
    }

    #[test]
    fn lists_are_filtered_by_what_a_call_names() {
        let mut run = Coverage::default();
        run.emulator().seed_vpc("uvnet-a", ["subnet-a", "subnet-b"]).unwrap();
        run.emulator().seed_vpc("uvnet-b", ["subnet-c"]).unwrap();
        for (pairs, ids) in [
            (&[][..], &["subnet-emulator", "subnet-a", "subnet-b", "subnet-c"][..]),
            (&[("VPCId", "uvnet-a")], &["subnet-a", "subnet-b"]),
            (&[("VPCId", "uvnet-a"), ("Offset", "1"), ("Limit", "1")], &["subnet-b"]),
            (
                &[("SubnetIds.0", "subnet-c"), ("SubnetIds.1", "subnet-a")],
                &["subnet-a", "subnet-c"],
            ),
            (&[("RouteTableId", "routetable-b")], &["subnet-c"]),
            (&[("Tag", "tests")], &[]),
            (&[("VPCId", "uvnet-x")], &[]),
            (&[("ProjectId", "org-a")], &["subnet-emulator"]),
            (&[("Region", "hk"), ("Zone", "hk-02")], &["subnet-emulator"]),
        ] {
            assert_eq!(listed(&mut run, "DescribeSubnet", "SubnetId", pairs), ids, "{pairs:?}");
        }
        for (pairs, ids) in [
            (&[("Tag", "Default"), ("Limit", "2")][..], &["uvnet-emulator", "uvnet-a"][..]),
            (&[("Tag", "tests")], &[]),
            (&[("VPCIds.0", "uvnet-b")], &["uvnet-b"]),
            (&[("ProjectId", "org-a")], &["uvnet-emulator"]),
        ] {
            assert_eq!(listed(&mut run, "DescribeVPC", "VPCId", pairs), ids, "{pairs:?}");
        }
        assert_eq!(run.call("DescribeVPC", &[("Limit", "1")])["TotalCount"], 3);
    }
}
