//! Creating a resource once: [`Client::send_once`], and its result.
//!
//! See the [guide](crate::guide::creating).

#![allow(
    dead_code,
    unused_macros,
    unused_imports,
    reason = "a product may have nothing that is created once"
)]

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::time::{Instant, sleep_until, timeout_at};

use crate::client::Client;
use crate::error::{Error, ErrorKind, OneLine, Outcome, Result};
use crate::options::Options;
use crate::paging::{Listing, Paged, read_list};
use crate::request::Request;
use crate::waiter::Pauses;

/// Time limit of a call that has none.
const DEFAULT_DEADLINE: Duration = Duration::from_secs(180);
/// Longer limits are cut to this one, which every clock can reach.
const LONGEST_DEADLINE: Duration = Duration::from_secs(365 * 24 * 60 * 60);
/// Pause after a response that may lack a part of the list.
const UNCLEAR_PAUSE: Duration = Duration::from_secs(1);
/// Longest time until a list shows a new resource, unless the call sets another.
const DEFAULT_LIST_LAG: Duration = Duration::from_secs(5);
/// A quarter of the remaining time is kept to look for what was created, but no more than this.
const LONGEST_RESERVE: Duration = Duration::from_secs(30);

/// Request that creates a resource with a name, for [`Client::send_once`].
///
/// The crate implements it for each create whose resources are listed with their names. You cannot
/// implement this trait.
pub trait CreateOnce: Request {
    /// Request that lists the resources.
    #[doc(hidden)]
    type List: Paged;

    /// Parameter with the name.
    #[doc(hidden)]
    const NAME: &'static str;

    /// Parameters that the list takes from the create.
    #[doc(hidden)]
    const SHARED: &'static [&'static str];

    #[doc(hidden)]
    fn name(&self) -> &str;

    #[doc(hidden)]
    fn list(&self) -> Self::List;

    #[doc(hidden)]
    fn name_and_id(entry: &<Self::List as Listing>::Item) -> (Option<&str>, Option<&str>);

    #[doc(hidden)]
    fn id(response: Self::Response) -> String;
}

/// Resource that [`send_once`](Client::send_once) created or found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatedOnce {
    id: String,
    is_new: bool,
}

impl CreatedOnce {
    /// Returns the id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the id as a `String`.
    pub fn into_id(self) -> String {
        self.id
    }

    /// Returns `true` if this call created the resource, and `false` if it existed before.
    pub fn is_new(&self) -> bool {
        self.is_new
    }
}

impl Client {
    /// Creates a resource, unless one with its name exists, and returns its id.
    ///
    /// It lists the resources first. If the outcome of the create is unknown, it polls the list
    /// until the deadline. It never sends a second create that could take effect. See the
    /// [guide](crate::guide::creating).
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// use ucloud_umem::actions::CreateUMemBackup;
    ///
    /// let request = CreateUMemBackup::new("umem-4mzp0vqe", "nightly");
    /// let backup = client.send_once(request).await?;
    /// println!("{}", backup.id());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn send_once<R: CreateOnce>(&self, mut request: R) -> Result<CreatedOnce> {
        let search = Search::<R>::new(self, &request)?;
        let earlier = search.find_earlier().await;
        if let Some(id) = earlier.map_err(|error| nothing_created(error, Outcome::NotSent))? {
            return Ok(CreatedOnce { id, is_new: false });
        }
        let left = search.left();
        let reserve = (left / 4).min(LONGEST_RESERVE);
        request.options_mut().deadline = Some(left.saturating_sub(reserve));
        let lost = match self.send(request).await.map(R::id) {
            Ok(id) if !id.is_empty() => return Ok(CreatedOnce { id, is_new: true }),
            Ok(_) => Error::protocol("empty id in the response")
                .with_action(R::ACTION.name)
                .with_attempts(1),
            Err(error) => match error.outcome() {
                Outcome::Unknown => error,
                outcome => return Err(nothing_created(error, outcome)),
            },
        };
        tracing::debug!(error = %lost, "the outcome of the create is unknown: polling the list");
        search.poll(lost).await.map(|id| CreatedOnce { id, is_new: true })
    }
}

/// Marks the error of a call that created nothing.
fn nothing_created(error: Error, outcome: Outcome) -> Error {
    let kind = error.kind();
    error.with_kind(kind, outcome).with_advice("this call created nothing".to_owned())
}

/// Search for a resource by its name.
struct Search<'a, R: CreateOnce> {
    client: &'a Client,
    list: R::List,
    name: String,
    deadline: Instant,
    list_lag: Duration,
}

/// Result of reading the list once.
enum Found {
    /// The id of the resource with the name.
    Id(String),
    /// The list has no such resource.
    Nothing,
    /// The response has no list, or one that is shorter than its total.
    Unclear,
}

impl<'a, R: CreateOnce> Search<'a, R> {
    fn new(client: &'a Client, request: &R) -> Result<Self> {
        let options = request.options();
        let name = options.added_param(R::NAME).unwrap_or(request.name()).to_owned();
        if name.is_empty() {
            let problem = format!("empty {}: expected a name to find the resource by", R::NAME);
            return Err(Error::invalid_request(problem).with_action(R::ACTION.name));
        }
        let deadline = options.deadline.or(client.shared().deadline).unwrap_or(DEFAULT_DEADLINE);
        let list_lag = options.list_lag.unwrap_or(DEFAULT_LIST_LAG);
        if list_lag >= deadline {
            let problem = format!(
                "deadline of {} s too short: expected more than the {} s after which the list is \
                 read again; set a longer one, or `with_list_lag`",
                deadline.as_secs_f64(),
                list_lag.as_secs_f64()
            );
            return Err(Error::invalid_request(problem).with_action(R::ACTION.name));
        }
        let mut list = request.list();
        *list.options_mut() = list_options(options, R::SHARED);
        let deadline = Instant::now() + deadline.min(LONGEST_DEADLINE);
        Ok(Self { client, list, name, deadline, list_lag: list_lag.min(LONGEST_DEADLINE) })
    }

    /// Returns the time before the deadline.
    fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// Looks for a resource of an earlier call, which the list may not show at first.
    async fn find_earlier(&self) -> Result<Option<String>> {
        let mut again = Instant::now() + self.list_lag;
        let mut was_unclear = match self.look().await? {
            Found::Id(id) => return Ok(Some(id)),
            Found::Nothing if self.list_lag.is_zero() => return Ok(None),
            Found::Nothing => false,
            Found::Unclear => true,
        };
        loop {
            sleep_until(again.min(self.deadline)).await;
            match self.look().await? {
                Found::Id(id) => return Ok(Some(id)),
                // It may be a slip once; the second time there is nothing.
                Found::Unclear if !was_unclear => was_unclear = true,
                Found::Nothing | Found::Unclear => return Ok(None),
            }
            again = Instant::now() + UNCLEAR_PAUSE;
        }
    }

    /// Polls the list for a resource whose create failed with this error.
    async fn poll(&self, lost: Error) -> Result<String> {
        let mut pauses = Pauses::new();
        let problem = loop {
            let begun = Instant::now();
            let problem = match self.look().await {
                Ok(Found::Id(id)) => return Ok(id),
                Ok(_) => format!("no entry has the {} `{}`", R::NAME, OneLine(&self.name)),
                Err(error) if error.kind() == ErrorKind::DuplicateName => {
                    return Err(error.with_unknown_outcome());
                }
                Err(error) if error.is_retryable() => error.to_string(),
                Err(error) => break error.to_string(),
            };
            match pauses.next_after(begun, Some(self.deadline)) {
                Some(pause) => tokio::time::sleep(pause).await,
                None => break problem,
            }
        };
        let advice = format!(
            "it may have taken effect, but the list did not show it ({problem}): \
             call `send_once` again, which looks for the name first"
        );
        // Another call does nothing twice.
        Err(lost.with_advice(advice).with_retryable(true))
    }

    /// Reads the whole list. Fails if two resources have the name.
    ///
    /// An entry without a name is another resource: backups that UCloud takes may have none.
    async fn look(&self) -> Result<Found> {
        timeout_at(self.deadline, self.read_list()).await.unwrap_or_else(|_| {
            let problem = "the list was not read within the allowed time";
            Err(Error::new(ErrorKind::Timeout, Outcome::NotSent, problem)
                .with_action(R::List::ACTION.name)
                .with_retryable(true))
        })
    }

    async fn read_list(&self) -> Result<Found> {
        let mut list = self.list.clone();
        list.options_mut().deadline = Some(self.left());
        let mut ids = BTreeSet::new();
        let is_evidence = read_list(self.client, list, |entries| {
            for entry in &*entries {
                let (name, id) = R::name_and_id(entry);
                if name != Some(&*self.name) {
                    continue;
                }
                let Some(id) = id.filter(|id| !id.is_empty()) else {
                    let problem = format!("no id of `{}` in the list", OneLine(&self.name));
                    return Err(Error::protocol(problem)
                        .with_action(R::List::ACTION.name)
                        .with_retryable(true));
                };
                ids.insert(id.to_owned());
            }
            Ok(true)
        });
        let is_evidence = is_evidence.await?;
        if ids.len() > 1 {
            return Err(self.duplicate(&ids));
        }
        Ok(match ids.pop_first() {
            Some(id) => Found::Id(id),
            None if is_evidence => Found::Nothing,
            None => Found::Unclear,
        })
    }

    fn duplicate(&self, ids: &BTreeSet<String>) -> Error {
        let ids: Vec<_> = ids.iter().map(|id| OneLine(id).to_string()).collect();
        let problem = format!(
            "{} resources have the {} `{}`: {}; use one of these ids, or delete the others",
            ids.len(),
            R::NAME,
            OneLine(&self.name),
            ids.join(", ")
        );
        Error::new(ErrorKind::DuplicateName, Outcome::Refused, problem)
            .with_action(R::List::ACTION.name)
    }
}

/// Returns the options of the list: the scope and the limits of the create, and the added
/// parameters that both have.
fn list_options(create: &Options, shared: &[&str]) -> Options {
    let mut options = create.clone();
    options.added.retain(|(name, _)| {
        ["Region", "Zone", "ProjectId"].contains(&&**name) || shared.contains(&&**name)
    });
    options
}

/// Implements the methods of a request that creates something once, async and blocking.
macro_rules! impl_create_once {
    ($name:ident) => {
        impl<C> $name<C> {
            /// Sets the longest time until UCloud lists a new resource, for
            /// [`send_once`](Self::send_once). Default: 5 s.
            ///
            /// A list may not show yet what a call has created that ended a moment ago. So
            /// `send_once` reads the list, reads it again after this time, and then creates. With 0
            /// it reads the list once.
            pub fn with_list_lag(mut self, list_lag: std::time::Duration) -> Self {
                self.call.options_mut().list_lag = Some(list_lag);
                self
            }
        }

        impl $name<crate::Client> {
            /// Creates it, unless a resource with its name exists, and returns the id.
            ///
            /// It is safe to call it again after an error or a crash. See the
            /// [guide](crate::guide::creating). Without a deadline, it ends after 180 s.
            pub async fn send_once(self) -> crate::Result<crate::once::CreatedOnce> {
                self.call.client().clone().send_once(self).await
            }
        }

        #[cfg(feature = "blocking")]
        impl $name<crate::blocking::Client> {
            /// Creates it, unless a resource with its name exists, and returns the id.
            ///
            /// It is safe to call it again after an error or a crash. See the
            /// [guide](crate::guide::creating). Without a deadline, it ends after 180 s.
            #[inline]
            pub fn send_once(self) -> crate::Result<crate::once::CreatedOnce> {
                self.call.client().clone().send_once(self)
            }
        }
    };
}

pub(crate) use impl_create_once;
