//! Changes of a running space: name, password, data and size.

use super::Spaces;
use super::shard::share;
use super::state::named_running;
use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::lifecycle::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::response::Attributes;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] = &[
    ("ModifyUMemPassword", set_password),
    ("ModifyUMemSpaceName", rename),
    ("RemoveUDRedisData", remove_data),
    ("ResizeUMemSpace", resize),
];

const SETTING_PASSWORD: Transition = Transition::new(&[("SetPassword", 1), ("Running", STAYS)]);

fn rename(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let name = call.sized("Name", 6..=63)?;
    name.clone_into(&mut named_running(context, call)?.instance.name);
    Ok(Attributes::new())
}

fn set_password(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let password = call.new_password("Password")?;
    let password = password.ok_or_else(|| Refusal::missing("Password"))?;
    let time = context.time;
    let instance = &mut named_running(context, call)?.instance;
    instance.password = password;
    instance.life.enter(SETTING_PASSWORD, time);
    Ok(Attributes::new())
}

fn remove_data(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let id = named_running(context, call)?.instance.id.clone();
    context.servers.flush(&id, None)?;
    for shard in &mut named_running(context, call)?.shards {
        shard.used = 0;
    }
    Ok(Attributes::new())
}

/// Resizes a space. The new size is spread over the shards. `Type` changes nothing.
fn resize(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let size = call.required_within("Size", 1..=1024)?;
    let now = context.time.now;
    let space = named_running(context, call)?;
    if space.instance.high_performance {
        let why = "the space is of the high-performance kind";
        return Err(Refusal::resize_failed("SpaceId", why));
    }
    let present = space.instance.size;
    if size <= present {
        return Err(Refusal::unusable("Size", &format!("{size} is not above {present} GB")));
    }
    let count = i64::try_from(space.shards.len()).unwrap_or(i64::MAX);
    for (n, shard) in (0..).zip(&mut space.shards) {
        shard.resize(share(size, n, count), now)?;
    }
    Ok(Attributes::new())
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use crate::coverage::Coverage;

    const SPACE: (&str, &str) = ("SpaceId", "umem-a");
    /// `Password1`
    const PASSWORD: (&str, &str) = ("Password", "UGFzc3dvcmQx");

    fn described(run: &mut Coverage) -> Value {
        run.first("DescribeUMemSpace", &[SPACE])
    }

    fn state(run: &mut Coverage) -> Value {
        run.call("GetUMemSpaceState", &[SPACE])["State"][0].clone()
    }

    fn has_password(run: &Coverage) -> bool {
        run.emulator().with(|store, time| {
            let space = store.kinds.spaces.spaces.iter().next().unwrap();
            space.attributes(time)["HasPassword"] == true
        })
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_space("umem-a", 0);
        run.call("ModifyUMemSpaceName", &[SPACE, ("Name", "another name")]);
        run.call("RemoveUDRedisData", &[SPACE]);
        run.call("ModifyUMemPassword", &[SPACE, PASSWORD]);
        run.step();
        run.call("ResizeUMemSpace", &[SPACE, ("Size", "9")]);
        run.step();
        let listed = run.first("DescribeUMemSpace", &[SPACE]);
        assert_eq!((&listed["State"], &listed["Size"]), (&"Running".into(), &9.into()));
        assert_eq!(listed["Name"], "another name");
    }

    #[test]
    fn only_what_runs_and_is_within_reach_can_be_changed() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        run.call("DeleteUMemSpace", &[SPACE]);
        for (action, parameters) in [
            ("ModifyUMemSpaceName", &[("Name", "a-space")][..]),
            ("ModifyUMemPassword", &[PASSWORD]),
            ("RemoveUDRedisData", &[]),
            ("ResizeUMemSpace", &[("Size", "8")]),
        ] {
            let pairs = [&[SPACE], parameters].concat();
            run.refuses(action, &pairs, 20204, "umem-a");
            let elsewhere = [&pairs[..], &[("ProjectId", "org-other")]].concat();
            run.refuses(action, &elsewhere, 230, "[SpaceId]");
            let elsewhere = [&pairs[..], &[("Zone", "cn-bj2-02")]].concat();
            run.refuses(action, &elsewhere, 230, "[SpaceId]");
        }
    }

    #[test]
    fn a_name_has_6_to_63_characters() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        for (name, good) in [
            (&"x".repeat(5), false),
            (&"\u{7a7a}".repeat(6), true),
            (&"x".repeat(63), true),
            (&"x".repeat(64), false),
        ] {
            let pairs = [SPACE, ("Name", name)];
            if good {
                run.call("ModifyUMemSpaceName", &pairs);
                assert_eq!(described(&mut run)["Name"], *name);
            } else {
                run.refuses("ModifyUMemSpaceName", &pairs, 230, "[Name]");
            }
        }
    }

    #[test]
    fn a_password_is_set_within_a_step_and_taken_away_by_an_empty_one() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        assert!(!has_password(&run));
        run.call("ModifyUMemPassword", &[SPACE, PASSWORD]);
        assert_eq!(state(&mut run), "SetPassword");
        let shards = [SPACE, ("Offset", "0"), ("Limit", "1")];
        let shard = run.first("DescribeUMemBlockInfo", &shards);
        assert_eq!(shard["BlockState"], "Configing");
        run.refuses("ModifyUMemPassword", &[SPACE, PASSWORD], 20204, "SetPassword");
        run.step();
        assert_eq!(state(&mut run), "Running");
        assert!(has_password(&run));
        // `P@ssword`
        let bad = [SPACE, ("Password", "UEBzc3dvcmQ=")];
        run.refuses("ModifyUMemPassword", &bad, 230, "[Password]");
        run.call("ModifyUMemPassword", &[SPACE, ("Password", "")]);
        assert!(!has_password(&run));
    }

    #[test]
    fn removed_data_is_no_longer_used() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        assert_eq!(described(&mut run)["UsedSize"], 1536);
        run.call("RemoveUDRedisData", &[SPACE]);
        assert_eq!(described(&mut run)["UsedSize"], 0);
    }

    #[test]
    fn an_older_space_grows_within_a_step() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        for size in ["4", "3", "1025"] {
            run.refuses("ResizeUMemSpace", &[SPACE, ("Size", size)], 230, "[Size]");
        }
        run.call("ResizeUMemSpace", &[SPACE, ("Size", "10")]);
        let space = described(&mut run);
        assert_eq!((&space["State"], &space["Size"]), (&"Resizing".into(), &4.into()));
        run.refuses("ResizeUMemSpace", &[SPACE, ("Size", "11")], 20204, "Resizing");
        run.step();
        let space = described(&mut run);
        assert_eq!((&space["State"], &space["Size"]), (&"Running".into(), &10.into()));
    }

    #[test]
    fn a_space_of_high_performance_grows_by_its_shards_alone() {
        let mut run = Coverage::default();
        let order = [("Name", "a-space"), ("Size", "8"), ("HighPerformance", "true")];
        let id = run.call("CreateUMemSpace", &order)["SpaceId"].clone();
        run.step();
        let resize = [("SpaceId", id.as_str().unwrap()), ("Size", "16")];
        run.refuses("ResizeUMemSpace", &resize, 20011, "[SpaceId]");
    }
}
