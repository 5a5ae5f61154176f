// Written by `cargo xtask regenerate` from api-spec/actions/GetRecipe.yaml. Edit that instead.

use crate::{PresignedUrl, Timestamp};
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::DishState;
use crate::models::{Choice, Short, Step, Wide};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "GetRecipe",
    effect: Effect::Read,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// Read a recipe.
///
/// Effect: read; it is retried freely. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.get_recipe("recipe-id").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/get_recipe
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetRecipe<C = ()> {
    call: Call<C>,
    recipe_id: String,
}

impl GetRecipe {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `recipe_id`: The recipe.
    pub fn new(recipe_id: impl Into<String>) -> Self {
        Self::on((), recipe_id)
    }
}

impl<C> GetRecipe<C> {
    pub(crate) fn on(client: C, recipe_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            recipe_id: recipe_id.into(),
        }
    }

    common_setters!(project_id);
}

impl_request!(GetRecipe => GetRecipeResponse, ACTION);

impl<C> EncodeForm for GetRecipe<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("RecipeId", &self.recipe_id);
    }
}

/// The reply to [`GetRecipe`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct GetRecipeResponse {
    /// How far it is written. Known values: `Ordered`, `cooking`, `Done`, `Burnt`.
    #[doc(alias = "State")]
    pub state: DishState,

    /// Any JSON.
    #[doc(alias = "Ingredients")]
    pub ingredients: serde_json::Value,

    /// Any JSON, if there is any.
    #[doc(alias = "Extra")]
    pub extra: Option<serde_json::Value>,

    /// The first step.
    #[doc(alias = "Steps")]
    pub steps: Step,

    /// Another first step.
    #[doc(alias = "Alternative")]
    pub alternative: Option<Step>,

    /// What can be left out.
    #[doc(alias = "Choices")]
    pub choices: Vec<Choice>,

    /// Many numbers.
    #[doc(alias = "Short")]
    pub short: Option<Short>,

    /// Long names.
    #[doc(alias = "Wide")]
    pub wide: Option<Wide>,

    /// Numbers.
    #[doc(alias = "Numbers")]
    pub numbers: Vec<i64>,

    /// Weights.
    #[doc(alias = "Weights")]
    pub weights: Vec<f64>,

    /// Flags.
    #[doc(alias = "Flags")]
    pub flags: Vec<bool>,

    /// States. Known values: `Ordered`, `cooking`, `Done`, `Burnt`.
    #[doc(alias = "States")]
    pub states: Vec<DishState>,

    /// Times.
    #[doc(alias = "Times")]
    pub times: Vec<Timestamp>,

    /// Names.
    #[doc(alias = "Names")]
    pub names: Vec<String>,

    /// A flag.
    #[doc(alias = "Fresh")]
    pub fresh: bool,

    /// A flag.
    #[doc(alias = "Open")]
    pub open: bool,

    /// A flag.
    #[doc(alias = "Public")]
    pub public: bool,

    /// A flag.
    #[doc(alias = "Tested")]
    pub tested: bool,

    /// A photo.
    #[doc(alias = "PhotoURL")]
    pub photo_url: PresignedUrl,

    /// A film.
    #[doc(alias = "VideoURL")]
    pub video_url: Option<PresignedUrl>,

    /// More photos.
    #[doc(alias = "PhotoURLs")]
    pub photo_ur_ls: Vec<PresignedUrl>,

    /// The key to the kitchen.
    #[doc(alias = "Motto")]
    pub motto: Option<String>,

    /// Called like a method of every reply.
    #[doc(alias = "Metadata")]
    pub details: Option<String>,

    metadata: Metadata,
}

impl_response!(GetRecipeResponse);

impl Object for GetRecipeResponse {
    fn required(&self) -> &'static [&'static str] {
        &[
            "State",
            "Ingredients",
            "Steps",
            "Numbers",
            "Fresh",
            "Open",
            "Public",
            "Tested",
            "PhotoURL",
        ]
    }

    fn optional(&self) -> &'static [&'static str] {
        &[
            "Extra",
            "Alternative",
            "Choices",
            "Short",
            "Wide",
            "Weights",
            "Flags",
            "States",
            "Times",
            "Names",
            "VideoURL",
            "PhotoURLs",
            "Motto",
            "Metadata",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "State" => (0, Slot::Scalar(&mut self.state)),
            "Ingredients" => (1, Slot::Json(&mut self.ingredients)),
            "Steps" => (2, Slot::Object(&mut self.steps)),
            "Numbers" => (3, Slot::Scalars(&mut self.numbers)),
            "Fresh" => (4, Slot::Scalar(&mut self.fresh)),
            "Open" => (5, Slot::Scalar(&mut self.open)),
            "Public" => (6, Slot::Scalar(&mut self.public)),
            "Tested" => (7, Slot::Scalar(&mut self.tested)),
            "PhotoURL" => (8, Slot::Scalar(&mut self.photo_url)),
            "Extra" => (9, Slot::Json(&mut self.extra)),
            "Alternative" => (10, Slot::Object(&mut self.alternative)),
            "Choices" => (11, Slot::Objects(&mut self.choices)),
            "Short" => (12, Slot::Object(&mut self.short)),
            "Wide" => (13, Slot::Object(&mut self.wide)),
            "Weights" => (14, Slot::Scalars(&mut self.weights)),
            "Flags" => (15, Slot::Scalars(&mut self.flags)),
            "States" => (16, Slot::Scalars(&mut self.states)),
            "Times" => (17, Slot::Scalars(&mut self.times)),
            "Names" => (18, Slot::Scalars(&mut self.names)),
            "VideoURL" => (19, Slot::Scalar(&mut self.video_url)),
            "PhotoURLs" => (20, Slot::Scalars(&mut self.photo_ur_ls)),
            "Motto" => (21, Slot::Scalar(&mut self.motto)),
            "Metadata" => (22, Slot::Scalar(&mut self.details)),
            _ => return None,
        };
        Some(slot)
    }
}
