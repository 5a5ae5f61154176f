// Written by `cargo xtask regenerate` from api-spec/actions/CreateMeal.yaml. Edit that instead.

use crate::{Password, Price, Timestamp};
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{Course, Heat};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateMeal",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeDish"),
};

/// Order a meal.
///
/// Each execution is one more meal.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeDish`](crate::actions::DescribeDish). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::Password;
/// use ucloud_umem::actions::{
///     CreateMealCourse, CreateMealCoursePlate, CreateMealRequired,
/// };
/// use ucloud_umem::enums::Course;
///
/// let plates = CreateMealCoursePlate::new(1);
/// let courses = CreateMealCourse::new("Starter", [plates]);
/// let required = CreateMealRequired {
///     name: "Sunday \"roast\"".to_owned(),
///     guests: 4,
///     budget: 0.5,
///     vegan: true,
///     course: Course::Main,
///     password: Password::new("correct_horse"),
///     tags: vec!["vegan".to_owned()],
///     courses: vec![courses],
/// };
/// let response = client.create_meal(required).table_x("by the window").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/create_meal
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateMeal<C = ()> {
    call: Call<C>,
    required: CreateMealRequired,
    table: Option<CreateMealTable>,
    table_x: Option<String>,
    time: Option<Timestamp>,
    most_fee: Option<Price>,
    times: Vec<Timestamp>,
    gift: Option<bool>,
    note: Option<String>,
    pin: Option<Password>,
    heats: Vec<Heat>,
    weights: Vec<f64>,
    flags: Vec<bool>,
    old: Option<String>,
    the_person_who_is_to_be_asked_when_something_is_not_clear: Option<String>,
}

impl CreateMeal {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    pub fn new(required: CreateMealRequired) -> Self {
        Self::on((), required)
    }
}

impl<C> CreateMeal<C> {
    pub(crate) fn on(client: C, required: CreateMealRequired) -> Self {
        Self {
            call: Call::new(client),
            required,
            table: None,
            table_x: None,
            time: None,
            most_fee: None,
            times: Vec::new(),
            gift: None,
            note: None,
            pin: None,
            heats: Vec::new(),
            weights: Vec::new(),
            flags: Vec::new(),
            old: None,
            the_person_who_is_to_be_asked_when_something_is_not_clear: None,
        }
    }

    /// `Table`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/create_meal).
    #[doc(alias = "Table")]
    pub fn table(mut self, table: CreateMealTable) -> Self {
        self.table = Some(table);
        self
    }

    /// Sorts after the rows of `Table`, since a dot comes before letters.
    #[doc(alias = "TableX")]
    pub fn table_x(mut self, table_x: impl Into<String>) -> Self {
        self.table_x = Some(table_x.into());
        self
    }

    /// When it is to be served.
    #[doc(alias = "Time")]
    pub fn time(mut self, time: Timestamp) -> Self {
        self.time = Some(time);
        self
    }

    /// Most that may be charged for serving. Default: 500.
    #[doc(alias = "MostFee")]
    pub fn most_fee(mut self, most_fee: Price) -> Self {
        self.most_fee = Some(most_fee);
        self
    }

    /// When it may be served.
    #[doc(alias = "Times")]
    pub fn times(mut self, times: impl IntoIterator<Item = Timestamp>) -> Self {
        self.times = times.into_iter().collect();
        self
    }

    /// Whether it is on the house. Default: `false`.
    #[doc(alias = "Gift")]
    pub fn gift(mut self, gift: bool) -> Self {
        self.gift = Some(gift);
        self
    }

    /// A note, in base64 on the wire.
    #[doc(alias = "Note")]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// A number that opens the door.
    #[doc(alias = "Pin")]
    pub fn pin(mut self, pin: Password) -> Self {
        self.pin = Some(pin);
        self
    }

    /// How hot it may be.
    #[doc(alias = "Heats")]
    pub fn heats(mut self, heats: impl IntoIterator<Item = Heat>) -> Self {
        self.heats = heats.into_iter().collect();
        self
    }

    /// Weights.
    #[doc(alias = "Weights")]
    pub fn weights(mut self, weights: impl IntoIterator<Item = f64>) -> Self {
        self.weights = weights.into_iter().collect();
        self
    }

    /// Flags.
    #[doc(alias = "Flags")]
    pub fn flags(mut self, flags: impl IntoIterator<Item = bool>) -> Self {
        self.flags = flags.into_iter().collect();
        self
    }

    /// Not used any more.
    #[doc(alias = "Old")]
    #[deprecated(note = "`Note` says it better; \"\\] fn main() {} \\*/.")]
    pub fn old(mut self, old: impl Into<String>) -> Self {
        self.old = Some(old.into());
        self
    }

    /// A name that fills a line.
    #[doc(alias = "ThePersonWhoIsToBeAskedWhenSomethingIsNotClear")]
    pub fn the_person_who_is_to_be_asked_when_something_is_not_clear(
        mut self,
        the_person_who_is_to_be_asked_when_something_is_not_clear: impl Into<String>,
    ) -> Self {
        self.the_person_who_is_to_be_asked_when_something_is_not_clear = Some(
            the_person_who_is_to_be_asked_when_something_is_not_clear.into(),
        );
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateMeal => CreateMealResponse, ACTION);

impl<C> EncodeForm for CreateMeal<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Budget", &self.required.budget);
        form.put("Course", &self.required.course);
        form.structures("Courses", &self.required.courses);
        form.put("Flags", &self.flags);
        form.switch("Gift", self.gift, "enable", "disable");
        form.put("Guests", &self.required.guests);
        form.put("Heats", &self.heats);
        form.put("MostFee", &self.most_fee);
        form.put("Name", &self.required.name);
        form.base64("Note", &self.note);
        form.put("Old", &self.old);
        form.base64("Password", &self.required.password);
        form.put("Pin", &self.pin);
        let table = self.table.as_ref().map(|inner| inner as &dyn EncodeForm);
        form.structure("Table", table);
        form.put("TableX", &self.table_x);
        form.put("Tags", &self.required.tags);
        form.put(
            "ThePersonWhoIsToBeAskedWhenSomethingIsNotClear",
            &self.the_person_who_is_to_be_asked_when_something_is_not_clear,
        );
        form.put("Time", &self.time);
        form.put("Times", &self.times);
        form.put("Vegan", &self.required.vegan);
        form.put("Weights", &self.weights);
    }
}

/// What [`CreateMeal`] cannot do without.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateMealRequired {
    /// Name of the meal.
    #[doc(alias = "Name")]
    pub name: String,

    /// How many will eat, 1 to 1,000.
    #[doc(alias = "Guests")]
    pub guests: i64,

    /// What it may cost. Unit: EUR.
    #[doc(alias = "Budget")]
    pub budget: f64,

    /// Whether it must be vegan.
    #[doc(alias = "Vegan")]
    pub vegan: bool,

    /// Which course it is. Known values: `starter`, `main`.
    #[doc(alias = "Course")]
    pub course: Course,

    /// Password of the table, in base64 on the wire.
    #[doc(alias = "Password")]
    pub password: Password,

    /// Tags of the meal.
    #[doc(alias = "Tags")]
    pub tags: Vec<String>,

    /// `Courses`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/create_meal).
    #[doc(alias = "Courses")]
    pub courses: Vec<CreateMealCourse>,
}

/// One `Courses.N.Plates.N` of the request.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "it does nothing until a request carries it"]
pub struct CreateMealCoursePlate {
    size: i64,
    color: Option<String>,
    warm: Option<bool>,
}

impl CreateMealCoursePlate {
    /// One with what it cannot do without.
    ///
    /// `size`: Size of the plate. Unit: cm.
    pub fn new(size: i64) -> Self {
        Self {
            size,
            color: None,
            warm: None,
        }
    }

    /// Color of the plate.
    #[doc(alias = "Color")]
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// Whether the plate is warm.
    #[doc(alias = "Warm")]
    pub fn warm(mut self, warm: bool) -> Self {
        self.warm = Some(warm);
        self
    }
}

impl EncodeForm for CreateMealCoursePlate {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Color", &self.color);
        form.put("Size", &self.size);
        form.switch("Warm", self.warm, "warm", "cold");
    }
}

/// One `Courses.N.Lamp` of the request.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "it does nothing until a request carries it"]
pub struct CreateMealCourseLamp {
    watt: Option<f64>,
}

impl CreateMealCourseLamp {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The lamp above it.
    #[doc(alias = "Watt")]
    pub fn watt(mut self, watt: f64) -> Self {
        self.watt = Some(watt);
        self
    }
}

impl EncodeForm for CreateMealCourseLamp {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Watt", &self.watt);
    }
}

/// One `Courses.N` of the request.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "it does nothing until a request carries it"]
pub struct CreateMealCourse {
    title: String,
    plates: Vec<CreateMealCoursePlate>,
    heat: Option<Heat>,
    lamp: Option<CreateMealCourseLamp>,
}

impl CreateMealCourse {
    /// One with what it cannot do without.
    ///
    /// - `title`: Title of the course.
    /// - `plates`: `Plates`; see [the vendor's
    ///   page](https://docs.kitchen.example/api/kitchen/create_meal).
    pub fn new(
        title: impl Into<String>,
        plates: impl IntoIterator<Item = CreateMealCoursePlate>,
    ) -> Self {
        Self {
            title: title.into(),
            plates: plates.into_iter().collect(),
            heat: None,
            lamp: None,
        }
    }

    /// How hot the course is.
    #[doc(alias = "Heat")]
    pub fn heat(mut self, heat: Heat) -> Self {
        self.heat = Some(heat);
        self
    }

    /// `Lamp`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/create_meal).
    #[doc(alias = "Lamp")]
    pub fn lamp(mut self, lamp: CreateMealCourseLamp) -> Self {
        self.lamp = Some(lamp);
        self
    }
}

impl EncodeForm for CreateMealCourse {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Heat", &self.heat);
        let lamp = self.lamp.as_ref().map(|inner| inner as &dyn EncodeForm);
        form.structure("Lamp", lamp);
        form.structures("Plates", &self.plates);
        form.put("Title", &self.title);
    }
}

/// One `Table` of the request.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "it does nothing until a request carries it"]
pub struct CreateMealTable {
    number: Option<i64>,
    cloth: Option<String>,
    seats: Vec<i64>,
}

impl CreateMealTable {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of the table.
    #[doc(alias = "Number")]
    pub fn number(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }

    /// Its cloth.
    #[doc(alias = "Cloth")]
    #[deprecated(note = "tables have none any more.")]
    pub fn cloth(mut self, cloth: impl Into<String>) -> Self {
        self.cloth = Some(cloth.into());
        self
    }

    /// Numbers of its seats.
    #[doc(alias = "Seats")]
    pub fn seats(mut self, seats: impl IntoIterator<Item = i64>) -> Self {
        self.seats = seats.into_iter().collect();
        self
    }
}

impl EncodeForm for CreateMealTable {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("Cloth", &self.cloth);
        form.put("Number", &self.number);
        form.put("Seats", &self.seats);
    }
}

/// The reply to [`CreateMeal`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateMealResponse {
    /// Id of the meal.
    #[doc(alias = "MealId")]
    pub meal_id: String,

    metadata: Metadata,
}

impl_response!(CreateMealResponse);

impl Object for CreateMealResponse {
    fn required(&self) -> &'static [&'static str] {
        &["MealId"]
    }

    fn present(&self) -> &'static [&'static str] {
        &["MealId"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "MealId" => (0, Slot::Scalar(&mut self.meal_id)),
            _ => return None,
        };
        Some(slot)
    }
}
