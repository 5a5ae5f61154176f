//! What is changed about a distributed Redis space that runs: its name, password, data and size.

use super::shard::share;
use super::space::named_running;
use super::{Behaviour, Context};
use crate::call::Call;
use crate::life::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::reply::Facts;

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("ModifyUMemPassword", set_password),
    ("ModifyUMemSpaceName", rename),
    ("RemoveUDRedisData", remove_data),
    ("ResizeUMemSpace", resize),
];

const SETTING_PASSWORD: Transition = &[("SetPassword", 1), ("Running", STAYS)];

fn rename(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let name = call.sized("Name", 6..=63)?;
    name.clone_into(&mut named_running(context, call)?.instance.name);
    Ok(Facts::new())
}

fn set_password(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let password = call.new_password("Password")?;
    let password = password.ok_or_else(|| Refusal::missing("Password"))?;
    let time = context.time;
    let instance = &mut named_running(context, call)?.instance;
    instance.password = password;
    instance.life.enter(SETTING_PASSWORD, time);
    Ok(Facts::new())
}

fn remove_data(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    for shard in &mut named_running(context, call)?.shards {
        shard.used = 0;
    }
    Ok(Facts::new())
}

/// The new size is spread over the shards. `Type` changes nothing: the page does not say that it would.
fn resize(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let size = call.required_within("Size", 1..=1024)?;
    let now = context.time.now;
    let space = named_running(context, call)?;
    if space.instance.high_performance {
        let why = "the space is of the high-performance kind";
        return Err(Refusal::resize_failed("SpaceId", why));
    }
    if size <= space.instance.size {
        return Err(Refusal::unusable("Size", &size.to_string()));
    }
    let count = i64::try_from(space.shards.len()).unwrap_or(i64::MAX);
    for (n, shard) in (0..).zip(&mut space.shards) {
        shard.resize(share(size, n, count), now)?;
    }
    Ok(Facts::new())
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::Value;

    use crate::walk::Walk;

    const SPACE: (&str, &str) = ("SpaceId", "umem-a");
    /// `Password1`
    const PASSWORD: (&str, &str) = ("Password", "UGFzc3dvcmQx");

    fn described(walk: &mut Walk) -> Value {
        walk.first("DescribeUMemSpace", &[SPACE])
    }

    fn state(walk: &mut Walk) -> Value {
        walk.call("GetUMemSpaceState", &[SPACE])["State"][0].clone()
    }

    fn has_password(walk: &Walk) -> bool {
        walk.emulator().with(|context| {
            let space = context.store.spaces.iter().next().unwrap();
            space.facts(context.time)["HasPassword"] == true
        })
    }

    pub(crate) fn scenario(walk: &mut Walk) {
        walk.seed_space("umem-a", 0);
        walk.call("ModifyUMemSpaceName", &[SPACE, ("Name", "another name")]);
        walk.call("RemoveUDRedisData", &[SPACE]);
        walk.call("ModifyUMemPassword", &[SPACE, PASSWORD]);
        walk.step();
        walk.call("ResizeUMemSpace", &[SPACE, ("Size", "9")]);
        walk.step();
        let listed = walk.first("DescribeUMemSpace", &[SPACE]);
        assert_eq!((&listed["State"], &listed["Size"]), (&"Running".into(), &9.into()));
        assert_eq!(listed["Name"], "another name");
    }

    #[test]
    fn only_what_runs_and_is_within_reach_can_be_changed() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        walk.call("DeleteUMemSpace", &[SPACE]);
        for (action, parameters) in [
            ("ModifyUMemSpaceName", &[("Name", "a-space")][..]),
            ("ModifyUMemPassword", &[PASSWORD]),
            ("RemoveUDRedisData", &[]),
            ("ResizeUMemSpace", &[("Size", "8")]),
        ] {
            let pairs = [&[SPACE], parameters].concat();
            walk.refuses(action, &pairs, 20204, "umem-a");
            let elsewhere = [&pairs[..], &[("ProjectId", "org-other")]].concat();
            walk.refuses(action, &elsewhere, 230, "[SpaceId]");
            let elsewhere = [&pairs[..], &[("Zone", "cn-bj2-02")]].concat();
            walk.refuses(action, &elsewhere, 230, "[SpaceId]");
        }
    }

    #[test]
    fn a_name_has_6_to_63_characters() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        for (name, good) in [
            (&"x".repeat(5), false),
            (&"\u{7a7a}".repeat(6), true),
            (&"x".repeat(63), true),
            (&"x".repeat(64), false),
        ] {
            let pairs = [SPACE, ("Name", name)];
            if good {
                walk.call("ModifyUMemSpaceName", &pairs);
                assert_eq!(described(&mut walk)["Name"], *name);
            } else {
                walk.refuses("ModifyUMemSpaceName", &pairs, 230, "[Name]");
            }
        }
    }

    #[test]
    fn a_password_is_set_within_a_step_and_taken_away_by_an_empty_one() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        assert!(!has_password(&walk));
        walk.call("ModifyUMemPassword", &[SPACE, PASSWORD]);
        assert_eq!(state(&mut walk), "SetPassword");
        let shards = [SPACE, ("Offset", "0"), ("Limit", "1")];
        let shard = walk.first("DescribeUMemBlockInfo", &shards);
        assert_eq!(shard["BlockState"], "Configing");
        walk.refuses("ModifyUMemPassword", &[SPACE, PASSWORD], 20204, "SetPassword");
        walk.step();
        assert_eq!(state(&mut walk), "Running");
        assert!(has_password(&walk));
        // `P@ssword`
        let bad = [SPACE, ("Password", "UEBzc3dvcmQ=")];
        walk.refuses("ModifyUMemPassword", &bad, 230, "[Password]");
        walk.call("ModifyUMemPassword", &[SPACE, ("Password", "")]);
        assert!(!has_password(&walk));
    }

    #[test]
    fn removed_data_is_no_longer_used() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        assert_eq!(described(&mut walk)["UsedSize"], 1536);
        walk.call("RemoveUDRedisData", &[SPACE]);
        assert_eq!(described(&mut walk)["UsedSize"], 0);
    }

    #[test]
    fn an_older_space_grows_within_a_step() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        for size in ["4", "3", "1025"] {
            walk.refuses("ResizeUMemSpace", &[SPACE, ("Size", size)], 230, "[Size]");
        }
        walk.call("ResizeUMemSpace", &[SPACE, ("Size", "10")]);
        let space = described(&mut walk);
        assert_eq!((&space["State"], &space["Size"]), (&"Resizing".into(), &4.into()));
        walk.refuses("ResizeUMemSpace", &[SPACE, ("Size", "11")], 20204, "Resizing");
        walk.step();
        let space = described(&mut walk);
        assert_eq!((&space["State"], &space["Size"]), (&"Running".into(), &10.into()));
    }

    #[test]
    fn a_space_of_high_performance_grows_by_its_shards_alone() {
        let mut walk = Walk::default();
        let order = [("Name", "a-space"), ("Size", "8"), ("HighPerformance", "true")];
        let id = walk.call("CreateUMemSpace", &order)["SpaceId"].clone();
        walk.step();
        let resize = [("SpaceId", id.as_str().unwrap()), ("Size", "16")];
        walk.refuses("ResizeUMemSpace", &resize, 20011, "[SpaceId]");
    }
}
