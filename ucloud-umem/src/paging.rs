//! Lists that come in pages.

#![allow(dead_code, unused_macros, unused_imports, reason = "a product may have no paged lists")]

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::request::Request;
use crate::response::{Metadata, Response};
use crate::transport::BoxFuture;

/// A request whose response is a list.
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

    /// Returns the limit that was set, or else the documented default.
    #[doc(hidden)]
    fn limit(&self) -> Option<i64>;

    /// Returns the number of entries on all pages, if the response says it.
    #[doc(hidden)]
    fn total(_: &Self::Response) -> Option<i64> {
        None
    }

    /// Returns the id of an entry, if it has one.
    #[doc(hidden)]
    fn key(_: &Self::Item) -> Option<&str> {
        None
    }
}

/// Most pages in a row that bring nothing new, before a list counts as endless.
const MOST_STALE_PAGES: u32 = 200;

/// Stream of the pages of a list, each a response.
///
/// The offset moves by the entries received, and the list ends with an empty page or when
/// `TotalCount` is reached. Without a `TotalCount`, the offset moves by the limit at most, and the
/// list ends with a page of fewer entries than the limit.
///
/// Lists change while they are read. An entry whose id was on an earlier page is left out. When
/// `TotalCount` falls, the offset steps back by the difference, so that no entry is skipped. If
/// entries have no id, that is impossible: the list then fails with an error of kind
/// [`Paging`](ErrorKind::Paging). So does a list that brings nothing new before its end. An error
/// ends the stream; [`resume_offset`](Self::resume_offset) says where to go on.
///
/// It keeps the id of each entry that it has read: about 6 MB for 100,000 entries.
#[must_use = "a list is not fetched until it is read"]
pub struct Pages<R: Paged> {
    client: Client,
    request: R,
    /// The offset at which the list begins.
    begin: i64,
    offset: i64,
    /// The end of what was read so far; beyond it every page brings something new.
    known: i64,
    /// The last `TotalCount`.
    total: Option<i64>,
    /// The ids of all entries so far: lists change their order, so an id can come again anywhere.
    seen: HashSet<Box<str>>,
    /// An entry without an id was there.
    nameless: bool,
    /// Pages in a row that brought nothing new.
    stale: u32,
    last_raw: Vec<u8>,
    /// The offsets of the entries of the last page that are not left out.
    kept: Vec<i64>,
    first: bool,
    ended: bool,
    /// Locked only for its `Sync`: every access has the stream to itself.
    in_flight: Mutex<Option<BoxFuture<'static, Result<R::Response>>>>,
}

impl<R: Paged> Unpin for Pages<R> {}

impl<R: Paged> Pages<R> {
    pub(crate) fn new(client: Client, request: R) -> Self {
        let begin = request.offset().unwrap_or(0);
        Self {
            client,
            begin,
            offset: begin,
            known: begin,
            request,
            total: None,
            seen: HashSet::new(),
            nameless: false,
            stale: 0,
            last_raw: Vec::new(),
            kept: Vec::new(),
            first: true,
            ended: false,
            in_flight: Mutex::new(None),
        }
    }

    /// Returns the offset of the next page; a request with this offset goes on from here.
    pub fn resume_offset(&self) -> i64 {
        self.offset
    }

    /// Returns the next page, or `None` after the last.
    pub async fn try_next(&mut self) -> Result<Option<R::Response>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Reads a page: leaves out entries of earlier pages, moves the offset, and finds the end of
    /// the list. Returns the page if it has something new.
    fn read(&mut self, mut page: R::Response) -> Result<Option<R::Response>> {
        let first = std::mem::replace(&mut self.first, false);
        let total = R::total(&page).filter(|total| *total >= 0);
        let items = R::items(&mut page);
        let received = i64::try_from(items.len()).unwrap_or(i64::MAX);
        let counted = total.filter(|total| *total > 0);
        self.leave_out_seen(items, counted.is_some());
        let is_new = !items.is_empty();
        let limit = self.request.limit();
        // Without a total, the offset may count something else than entries.
        let step = match (counted, limit) {
            (None, Some(limit)) => received.min(limit),
            _ => received,
        };
        let end = self.offset.saturating_add(step);
        let is_known = end <= self.known;
        let read = if is_new { received } else { step };
        self.known = self.known.max(self.offset.saturating_add(read));
        let gone = match (self.total, total) {
            (Some(before), Some(now)) => before.saturating_sub(now).max(0),
            _ => 0,
        };
        // A total of 0 beside entries is none.
        self.total = total.filter(|total| *total > 0 || received == 0).or(self.total);
        if gone > 0 && total > Some(0) {
            if self.nameless {
                return Err(self.shortened(gone));
            }
            // Entries before the offset are gone, and those after them have moved up.
            self.offset = self.offset.saturating_sub(gone).max(self.begin);
        } else {
            self.offset = end;
            self.ended = received == 0
                || match (counted, limit) {
                    (Some(total), _) => end >= total,
                    (None, Some(limit)) => received < limit,
                    (None, None) => false,
                };
        }
        let raw = page.metadata_mut().raw();
        let is_equal = raw == self.last_raw;
        self.last_raw = raw.to_vec();
        self.stale = if is_new && !is_equal { 0 } else { self.stale + 1 };
        if self.ended {
            return Ok((is_new || first).then_some(page));
        }
        // Only a part of the list that is read again may have nothing new.
        let is_endless = !is_new && !is_known && gone == 0;
        if is_endless || self.stale >= MOST_STALE_PAGES {
            let offset = self.offset;
            return Err(paging_error::<R>(format!(
                "the page before offset {offset} brings nothing new, and the list does not end"
            )));
        }
        Ok(is_new.then_some(page))
    }

    /// Leaves out entries that were on earlier pages, and notes the offsets of the others.
    ///
    /// If entries have neither an id nor a total, the offset of an entry is not known: the offset
    /// of its page is noted.
    fn leave_out_seen(&mut self, items: &mut Vec<R::Item>, has_total: bool) {
        let mut offset = self.offset;
        let mut keys = Vec::new();
        self.kept.clear();
        items.retain(|item| {
            let key = R::key(item).filter(|key| !key.is_empty());
            let seen = key.is_some_and(|key| self.seen.contains(key));
            if !seen {
                let is_known = has_total || key.is_some();
                self.kept.push(if is_known { offset } else { self.offset });
                keys.extend(key.map(Box::from));
                self.nameless |= key.is_none();
            }
            offset = offset.saturating_add(1);
            !seen
        });
        self.seen.extend(keys);
    }

    fn shortened(&self, gone: i64) -> Error {
        paging_error::<R>(format!(
            "the list became shorter by {gone} while it was read, and not all of its entries have an id: \
             entries before offset {} may be missing; read it again",
            self.offset
        ))
        .with_retryable(true)
    }
}

fn paging_error<R: Paged>(problem: String) -> Error {
    Error::new(ErrorKind::Paging, Outcome::Refused, problem).with_action(R::ACTION.name)
}

impl<R: Paged> Stream for Pages<R> {
    type Item = Result<R::Response>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let (true, Some(limit @ ..1)) = (this.first, this.request.limit()) {
            this.ended = true;
            this.first = false;
            let problem =
                format!("a list in pages of {limit} has no end: set a limit of at least 1");
            let error = Error::invalid_request(problem).with_action(R::ACTION.name);
            return Poll::Ready(Some(Err(error)));
        }
        while !this.ended {
            let in_flight = this.in_flight.get_mut().unwrap_or_else(PoisonError::into_inner);
            let page = in_flight.get_or_insert_with(|| {
                let (client, mut request) = (this.client.clone(), this.request.clone());
                request.set_offset(this.offset);
                Box::pin(async move { client.send(request).await })
            });
            let page = ready!(page.as_mut().poll(context));
            *in_flight = None;
            let page = page.and_then(|page| this.read(page));
            this.ended |= page.is_err();
            if let Some(page) = page.transpose() {
                return Poll::Ready(Some(page));
            }
        }
        Poll::Ready(None)
    }
}

impl<R: Paged> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("action", &R::ACTION.name)
            .field("resume_offset", &self.offset)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// Reads the pages of a list until `read` returns `false`. Returns `true` if the list shows that an
/// entry outside of it does not exist.
pub(crate) async fn read_list<R: Paged>(
    client: &Client,
    request: R,
    mut read: impl FnMut(&mut Vec<R::Item>) -> Result<bool> + Send,
) -> Result<bool> {
    let mut pages = Pages::new(client.clone(), request);
    let (mut is_listed, mut total) = (false, 0);
    while let Some(mut page) = pages.try_next().await? {
        total = R::total(&page).unwrap_or(0);
        if !read(R::items(&mut page))? {
            break;
        }
        is_listed = has_list(page.metadata_mut());
    }
    // It may be one of those that are counted and not there.
    Ok(is_listed && total <= pages.resume_offset())
}

/// Returns `true` if a response without the entry has a list in it, or says that there are none.
pub(crate) fn has_list(metadata: &Metadata) -> bool {
    let response = metadata.json().ok();
    let mut members = response.as_ref().and_then(Value::as_object).into_iter().flatten();
    members.any(|(name, value)| match value {
        Value::Array(_) | Value::Null => true,
        Value::Number(total) => name == "TotalCount" && total.as_i64() == Some(0),
        _ => false,
    })
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

    /// Returns the offset of the next entry; a request with this offset goes on from here.
    ///
    /// If the list has neither ids nor a total, this is the offset of the page, so that entries of
    /// it may come again.
    pub fn resume_offset(&self) -> i64 {
        self.page.front().map_or(self.pages.offset, |(offset, _)| *offset)
    }

    /// The next entry, or `None` after the last.
    pub async fn try_next(&mut self) -> Result<Option<R::Item>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }
}

impl<R: Paged> Stream for Items<R> {
    type Item = Result<R::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some((_, item)) = self.page.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(mut page)) => {
                    let items = std::mem::take(R::items(&mut page));
                    self.page = self.pages.kept.drain(..).zip(items).collect();
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
            .field("resume_offset", &self.resume_offset())
            .finish_non_exhaustive()
    }
}

/// Implements a request whose list comes in pages: methods for one page, all entries, and page by
/// page.
macro_rules! impl_paged_request {
    ($name:ident => $response:ident, $action:ident) => {
        crate::request::impl_request!($name => $response, $action);

        impl $name<crate::Client> {
            /// Lists the entries of all pages, as one stream.
            pub fn items(self) -> crate::paging::Items<Self> {
                crate::paging::Items::new(self.call.client().clone(), self)
            }

            /// Lists the responses page by page, as a stream.
            pub fn pages(self) -> crate::paging::Pages<Self> {
                crate::paging::Pages::new(self.call.client().clone(), self)
            }
        }

        #[cfg(feature = "blocking")]
        impl $name<crate::blocking::Client> {
            /// Lists the entries of all pages.
            #[inline]
            pub fn items(self) -> crate::blocking::Items<Self> {
                crate::blocking::Items::new(self.call.client().clone(), self)
            }

            /// Lists the responses page by page.
            #[inline]
            pub fn pages(self) -> crate::blocking::Pages<Self> {
                crate::blocking::Pages::new(self.call.client().clone(), self)
            }
        }
    };
}

pub(crate) use impl_paged_request;
