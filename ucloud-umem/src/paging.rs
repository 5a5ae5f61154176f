//! Lists that come in pages.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use crate::client::Client;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::request::Request;
use crate::response::Response;
use crate::transport::BoxFuture;

/// A request whose reply is a list.
pub trait Listing: Request + Clone {
    /// An entry of the list.
    type Item: Send + 'static;

    #[doc(hidden)]
    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item>;
}

/// A request whose list comes in pages.
pub trait Paged: Listing {
    #[doc(hidden)]
    fn offset(&self) -> Option<i64>;

    #[doc(hidden)]
    fn set_offset(&mut self, offset: i64);

    /// The one that was set, or else the documented default.
    #[doc(hidden)]
    fn limit(&self) -> Option<i64>;

    /// How many entries all pages have together, where the reply says.
    #[doc(hidden)]
    fn total(_: &Self::Response) -> Option<i64> {
        None
    }

    /// What tells one entry from another.
    #[doc(hidden)]
    fn key(_: &Self::Item) -> Option<&str> {
        None
    }
}

/// The pages of a list, each a reply, as a stream.
///
/// The offset moves by the entries received. The list ends with an empty page or when `TotalCount` is reached; where
/// the reply has no `TotalCount`, with a page that is not full. An entry that was on an earlier page, because the
/// list moved meanwhile, is left out. A page that brings nothing new before the end is an error of kind
/// [`Paging`](ErrorKind::Paging). An error ends the stream; [`position`](Self::position) says where to go on.
#[must_use = "a list is not fetched until it is read"]
pub struct Pages<R: Paged> {
    client: Client,
    request: R,
    offset: i64,
    seen: HashSet<String>,
    last_raw: Vec<u8>,
    first: bool,
    ended: bool,
    /// Locked only for its `Sync`: every access has the stream to itself.
    in_flight: Mutex<Option<BoxFuture<'static, Result<R::Response>>>>,
}

impl<R: Paged> Unpin for Pages<R> {}

impl<R: Paged> Pages<R> {
    pub(crate) fn new(client: Client, request: R) -> Self {
        Self {
            client,
            offset: request.offset().unwrap_or(0),
            request,
            seen: HashSet::new(),
            last_raw: Vec::new(),
            first: true,
            ended: false,
            in_flight: Mutex::new(None),
        }
    }

    /// The offset at which the next page begins; a request with this offset goes on from here.
    pub fn position(&self) -> i64 {
        self.offset
    }

    /// The next page, or `None` after the last.
    pub async fn try_next(&mut self) -> Result<Option<R::Response>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context))
            .await
            .transpose()
    }

    /// Takes the page, leaves out what was on earlier ones, and finds out whether it is the last.
    fn take(&mut self, mut page: R::Response) -> Result<Option<R::Response>> {
        let total = R::total(&page).filter(|total| *total > 0);
        let items = R::items(&mut page);
        let received = items.len();
        items.retain(|item| match R::key(item) {
            Some(key) => self.seen.insert(key.to_owned()),
            None => true,
        });
        let mut new = items.len();
        let first = std::mem::replace(&mut self.first, false);
        if received == 0 {
            self.ended = true;
            return Ok(first.then_some(page));
        }
        let raw = page.metadata_mut().raw();
        if raw == self.last_raw {
            // Without a key this is how a service that ignores the offset is found out.
            new = 0;
        }
        self.last_raw = raw.to_vec();
        let received = i64::try_from(received).unwrap_or(i64::MAX);
        self.offset = self.offset.saturating_add(received);
        self.ended = match (total, self.request.limit()) {
            (Some(total), _) => self.offset >= total,
            (None, Some(limit)) => received < limit,
            (None, None) => false,
        };
        if new > 0 {
            return Ok(Some(page));
        }
        if self.ended {
            return Ok(None);
        }
        self.ended = true;
        let name = R::ACTION.name;
        let problem =
            format!("the page before offset {} brings nothing new", self.offset);
        Err(Error::new(ErrorKind::Paging, Outcome::Refused, problem).with_action(name))
    }
}

impl<R: Paged> Stream for Pages<R> {
    type Item = Result<R::Response>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.ended {
            return Poll::Ready(None);
        }
        let in_flight = this.in_flight.get_mut().unwrap_or_else(PoisonError::into_inner);
        let page = in_flight.get_or_insert_with(|| {
            let (client, mut request) = (this.client.clone(), this.request.clone());
            request.set_offset(this.offset);
            Box::pin(async move { client.send(request).await })
        });
        let page = ready!(page.as_mut().poll(context));
        *in_flight = None;
        let page = page.and_then(|page| this.take(page));
        this.ended |= page.is_err();
        Poll::Ready(page.transpose())
    }
}

impl<R: Paged> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("action", &R::ACTION.name)
            .field("position", &self.offset)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// The entries of a list, fetched page by page, as one stream.
///
/// It ends, and fails, as [`Pages`] does; entries of earlier pages are not lost by an error.
#[must_use = "a list is not fetched until it is read"]
pub struct Items<R: Paged> {
    pages: Pages<R>,
    /// Entries not yet handed out, each with its offset.
    page: VecDeque<(i64, R::Item)>,
}

impl<R: Paged> Unpin for Items<R> {}

impl<R: Paged> Items<R> {
    pub(crate) fn new(client: Client, request: R) -> Self {
        Self { pages: Pages::new(client, request), page: VecDeque::new() }
    }

    /// The offset of the next entry; a request with this offset goes on from here.
    pub fn position(&self) -> i64 {
        self.page.front().map_or(self.pages.offset, |(offset, _)| *offset)
    }

    /// The next entry, or `None` after the last.
    pub async fn try_next(&mut self) -> Result<Option<R::Item>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context))
            .await
            .transpose()
    }
}

impl<R: Paged> Stream for Items<R> {
    type Item = Result<R::Item>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        loop {
            if let Some((_, item)) = self.page.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            let start = self.pages.offset;
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(mut page)) => {
                    let items = std::mem::take(R::items(&mut page));
                    let offsets = (0..).map(|index| start.saturating_add(index));
                    self.page = offsets.zip(items).collect();
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.page.len(), None)
    }
}

impl<R: Paged> fmt::Debug for Items<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("action", &R::ACTION.name)
            .field("position", &self.position())
            .finish_non_exhaustive()
    }
}

/// Writes the methods that send a request whose list comes in pages: one page, all entries, or page by page.
macro_rules! lists {
    ($name:ident => $response:ident, $action:ident) => {
        crate::request::sends!($name => $response, $action);

        impl $name<crate::Client> {
            /// The entries of all pages, as one stream.
            pub fn items(self) -> crate::paging::Items<Self> {
                crate::paging::Items::new(self.call.client().clone(), self)
            }

            /// The replies page by page, as a stream.
            pub fn pages(self) -> crate::paging::Pages<Self> {
                crate::paging::Pages::new(self.call.client().clone(), self)
            }
        }

        #[cfg(feature = "blocking")]
        impl $name<crate::blocking::Client> {
            /// The entries of all pages.
            #[inline]
            pub fn items(self) -> crate::blocking::Items<Self> {
                crate::blocking::Items::new(self.call.client().clone(), self)
            }

            /// The replies page by page.
            #[inline]
            pub fn pages(self) -> crate::blocking::Pages<Self> {
                crate::blocking::Pages::new(self.call.client().clone(), self)
            }
        }
    };
}

pub(crate) use lists;
