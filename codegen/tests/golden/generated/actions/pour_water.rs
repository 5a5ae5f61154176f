// Written by `cargo xtask regenerate` from api-spec/actions/PourWater.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::Course;
use crate::models::Aside;
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "PourWater",
    effect: Effect::NonIdempotent,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// PourWater.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::Course;
///
/// let response = client.pour_water("glass-id", Course::Main).send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/pour_water
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct PourWater<C = ()> {
    call: Call<C>,
    glass_id: String,
    course: Course,
    fill: Option<i64>,
    ice: Option<bool>,
    straw: Option<String>,
    second: Option<Course>,
}

impl PourWater {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `glass_id`: `GlassId`; see [the vendor's
    ///   page](https://docs.kitchen.example/api/kitchen/pour_water).
    /// - `course`: `Course`; see [the vendor's
    ///   page](https://docs.kitchen.example/api/kitchen/pour_water).
    pub fn new(glass_id: impl Into<String>, course: Course) -> Self {
        Self::on((), glass_id, course)
    }
}

impl<C> PourWater<C> {
    pub(crate) fn on(client: C, glass_id: impl Into<String>, course: Course) -> Self {
        Self {
            call: Call::new(client),
            glass_id: glass_id.into(),
            course,
            fill: None,
            ice: Some(false),
            straw: Some("none".to_owned()),
            second: Some(Course::Main),
        }
    }

    /// `Fill`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/pour_water).
    #[doc(alias = "Fill")]
    pub fn fill(mut self, fill: i64) -> Self {
        self.fill = Some(fill);
        self
    }

    /// `Ice`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/pour_water).
    #[doc(alias = "Ice")]
    pub fn ice(mut self, ice: bool) -> Self {
        self.ice = Some(ice);
        self
    }

    /// `Straw`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/pour_water).
    #[doc(alias = "Straw")]
    pub fn straw(mut self, straw: impl Into<String>) -> Self {
        self.straw = Some(straw.into());
        self
    }

    /// `Second`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/pour_water).
    #[doc(alias = "Second")]
    pub fn second(mut self, second: Course) -> Self {
        self.second = Some(second);
        self
    }

    common_setters!(project_id);
}

impl_request!(PourWater => PourWaterResponse, ACTION);

impl<C> EncodeForm for PourWater<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Course", &self.course);
        form.put("Fill", &self.fill);
        form.put("GlassId", &self.glass_id);
        form.put("Ice", &self.ice);
        form.put("Second", &self.second);
        form.put("Straw", &self.straw);
    }
}

/// The reply to [`PourWater`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PourWaterResponse {
    /// `Level`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/pour_water).
    #[doc(alias = "Level")]
    pub level: Option<i64>,

    /// `Aside`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/pour_water).
    #[doc(alias = "Aside")]
    pub aside: Option<Aside>,

    metadata: Metadata,
}

impl_response!(PourWaterResponse);

impl Object for PourWaterResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Level", "Aside"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Level" => (0, Slot::Scalar(&mut self.level)),
            "Aside" => (1, Slot::Object(&mut self.aside)),
            _ => return None,
        };
        Some(slot)
    }
}
