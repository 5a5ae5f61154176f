//! Pagination with iterators.

#![allow(dead_code, reason = "a product may have no paged lists")]

use std::fmt;

use super::Client;
use super::runtime::Runtime;
use crate::error::Result;
use crate::paging::{self, Paged};

/// Iterator over the entries of a list; see [`paging::Items`].
#[must_use = "a list is not fetched until it is read"]
pub struct Items<R: Paged> {
    /// Absent while the runtime's thread fetches a page. If that thread ends, the list ends.
    inner: Option<paging::Items<R>>,
    runtime: Runtime,
}

/// Iterator over the pages of a list, each a response; see [`paging::Pages`].
#[must_use = "a list is not fetched until it is read"]
pub struct Pages<R: Paged> {
    inner: Option<paging::Pages<R>>,
    runtime: Runtime,
}

macro_rules! iterator {
    ($name:ident, $item:ty) => {
        impl<R: Paged> $name<R> {
            pub(crate) fn new(client: Client, request: R) -> Self {
                let inner = paging::$name::new(client.inner().clone(), request);
                Self { inner: Some(inner), runtime: client.runtime().clone() }
            }

            /// Returns the offset of the next item. A request with this offset continues from here.
            pub fn resume_offset(&self) -> i64 {
                self.inner.as_ref().map_or(0, paging::$name::resume_offset)
            }
        }

        impl<R: Paged> Iterator for $name<R> {
            type Item = Result<$item>;

            fn next(&mut self) -> Option<Self::Item> {
                let mut inner = self.inner.take()?;
                let next = self.runtime.block_on(async move {
                    let next = inner.try_next().await;
                    (inner, next)
                });
                match next {
                    Ok((inner, next)) => {
                        self.inner = Some(inner);
                        next.transpose()
                    }
                    Err(error) => Some(Err(error)),
                }
            }
        }

        impl<R: Paged> fmt::Debug for $name<R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.inner, f)
            }
        }
    };
}

iterator!(Items, R::Item);
iterator!(Pages, R::Response);
