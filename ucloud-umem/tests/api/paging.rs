//! Lists against services that page well and badly.

use std::sync::atomic::Ordering;

use serde_json::json;
use ucloud_umem::ErrorKind;

use service::{client, error_of, page, read, rows, service};

/// Marked as test code because that is how clippy knows that it may panic.
#[cfg(test)]
mod service {
    use std::fmt;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use http::StatusCode;
    use serde_json::{Value, json};
    use ucloud_umem::actions::DescribeUMemcacheGroup;
    use ucloud_umem::paging::{Items, Paged, Pages};
    use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
    use ucloud_umem::{Client, Credentials, ErrorKind};

    /// Answers each request by the offset and limit in it; the number of the request is from 1.
    struct Service<F> {
        answer: F,
        requests: Arc<AtomicUsize>,
    }

    impl<F> fmt::Debug for Service<F> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Service")
        }
    }

    impl<F: Fn(usize, i64) -> Value + Send + Sync + 'static> Transport for Service<F> {
        fn send(
            &self,
            request: HttpRequest,
        ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
            let number = self.requests.fetch_add(1, Ordering::Relaxed) + 1;
            let mut pairs = form_urlencoded::parse(&request.body);
            let offset = pairs.find(|(name, _)| name == "Offset").unwrap().1.parse().unwrap();
            let reply = (self.answer)(number, offset).to_string();
            Box::pin(async { Ok(HttpResponse::new(StatusCode::OK, reply)) })
        }
    }

    pub(crate) type Request = DescribeUMemcacheGroup<Client>;

    /// Returns a client of this service, and its count of requests.
    pub(crate) fn client(
        answer: impl Fn(usize, i64) -> Value + Send + Sync + 'static,
    ) -> (Client, Arc<AtomicUsize>) {
        let requests = Arc::new(AtomicUsize::new(0));
        let client = Client::builder()
            .credentials(Credentials::new("public", "private"))
            .region("cn-bj2")
            .zone("cn-bj2-05")
            .transport(Service { answer, requests: requests.clone() })
            .build()
            .unwrap();
        (client, requests)
    }

    pub(crate) fn service(
        answer: impl Fn(usize, i64) -> Value + Send + Sync + 'static,
    ) -> (Request, Arc<AtomicUsize>) {
        let (client, requests) = client(answer);
        (client.describe_umemcache_group().limit(3), requests)
    }

    pub(crate) fn rows(ids: impl IntoIterator<Item = i64>) -> Vec<Value> {
        ids.into_iter().map(|id| json!({ "GroupId": id.to_string() })).collect()
    }

    /// Returns a page of a list.
    pub(crate) fn page<T: Clone>(list: &[T], offset: i64, limit: i64) -> Vec<T> {
        let [offset, limit] = [offset, limit].map(|number| usize::try_from(number).unwrap());
        list.iter().skip(offset).take(limit).cloned().collect()
    }

    /// Returns the kind of the error that ends a list.
    pub(crate) async fn error_of<R: Paged>(mut pages: Pages<R>) -> ErrorKind {
        loop {
            match pages.try_next().await {
                Ok(page) => assert!(page.is_some(), "the list ended"),
                Err(error) => return error.kind(),
            }
        }
    }

    /// Reads the list to its end, and returns its ids and the error that ended it.
    pub(crate) async fn read(items: &mut Items<Request>) -> (Vec<i64>, Option<ErrorKind>) {
        let mut ids = Vec::new();
        loop {
            match items.try_next().await {
                Ok(Some(group)) => ids.push(group.group_id.unwrap().parse().unwrap()),
                Ok(None) => return (ids, None),
                Err(error) => {
                    assert_eq!(items.try_next().await.unwrap(), None, "an error ends the list");
                    return (ids, Some(error.kind()));
                }
            }
        }
    }
}

#[tokio::test]
async fn a_list_ends_when_the_total_is_reached() {
    let (request, requests) = service(
        |_, offset| json!({ "RetCode": 0, "TotalCount": 6, "DataSet": rows(offset..(offset + 3).min(6)) }),
    );
    assert_eq!(read(&mut request.items()).await, ((0..6).collect(), None));
    assert_eq!(requests.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn without_a_total_a_page_that_is_not_full_or_empty_is_the_last() {
    for (count, total, requests_made) in [(5, json!(0), 2), (6, json!(-1), 3), (0, json!(null), 1)]
    {
        let (request, requests) = service(move |_, offset| {
            let page = rows(offset..(offset + 3).min(count));
            json!({ "RetCode": 0, "TotalCount": total, "DataSet": page })
        });
        assert_eq!(read(&mut request.items()).await, ((0..count).collect(), None));
        assert_eq!(requests.load(Ordering::Relaxed), requests_made);
    }
}

#[tokio::test]
async fn a_total_that_is_never_reached_ends_with_an_empty_page() {
    let (request, requests) = service(|_, offset| {
        let page = rows(offset..(offset + 3).min(4));
        json!({ "RetCode": 0, "TotalCount": i64::MAX, "DataSet": page })
    });
    assert_eq!(read(&mut request.items()).await, ((0..4).collect(), None));
    assert_eq!(requests.load(Ordering::Relaxed), 3);
}

#[tokio::test]
async fn a_service_that_ignores_the_offset_is_an_error_and_no_loop() {
    let (request, requests) =
        service(|_, _| json!({ "RetCode": 0, "TotalCount": 100, "DataSet": rows(0..3) }));
    assert_eq!(read(&mut request.items()).await, (vec![0, 1, 2], Some(ErrorKind::Paging)));
    assert_eq!(requests.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_row_that_moved_to_the_next_page_comes_once() {
    // A row was added in front after the first page was read.
    let (request, _) = service(|number, offset| {
        let moved = offset - i64::from(number > 1);
        let page = rows(moved..(moved + 3).min(5));
        json!({ "RetCode": 0, "TotalCount": 6, "DataSet": page })
    });
    assert_eq!(read(&mut request.items()).await, (vec![0, 1, 2, 3, 4], None));
}

#[tokio::test]
async fn a_page_that_fails_loses_nothing_and_the_position_resumes() {
    let (request, _) = service(|number, offset| match number {
        2 => json!({ "RetCode": 171, "Message": "no" }),
        _ => {
            json!({ "RetCode": 0, "TotalCount": 5, "DataSet": rows(offset..(offset + 3).min(5)) })
        }
    });
    let mut items = request.clone().items();
    assert_eq!(read(&mut items).await, (vec![0, 1, 2], Some(ErrorKind::Service)));
    let mut rest = request.offset(items.resume_offset()).items();
    assert_eq!(read(&mut rest).await, (vec![3, 4], None));
}

#[tokio::test]
async fn the_position_is_that_of_the_next_row() {
    let (request, _) = service(
        |_, offset| json!({ "RetCode": 0, "TotalCount": 5, "DataSet": rows(offset..(offset + 3).min(5)) }),
    );
    let mut items = request.items();
    for position in 1..=5 {
        items.try_next().await.unwrap();
        assert_eq!(items.resume_offset(), position);
    }
}

#[tokio::test]
async fn pages_are_replies_and_an_empty_list_is_one_page() {
    let (request, _) = service(|_, _| json!({ "RetCode": 0, "TotalCount": 0, "DataSet": [] }));
    let mut pages = request.pages();
    let page = pages.try_next().await.unwrap().unwrap();
    assert_eq!((page.total_count, page.data_set.len()), (Some(0), 0));
    assert!(pages.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn totals_of_any_kind_come_to_an_end() {
    let totals = [json!(0), json!(-1), json!(i64::MIN), json!(i64::MAX), json!("many")];
    let same = totals.map(|total| (vec![total], 7));
    // One that changes is believed anew on every page; where it is too small, it ends the list
    // early.
    let changing = [
        (vec![json!(9), json!(5)], 6),
        (vec![json!(5), json!(9)], 7),
        (vec![json!(2), json!(9)], 3),
        (vec![json!(0), json!(6)], 6),
    ];
    for (totals, count) in same.into_iter().chain(changing) {
        let told = format!("{totals:?}");
        let (request, requests) = service(move |number, offset| {
            let total = totals.get(number - 1).or(totals.last());
            let rows = rows(offset..(offset + 3).min(7));
            json!({ "RetCode": 0, "TotalCount": total, "DataSet": rows })
        });
        let list = read(&mut request.items()).await;
        assert_eq!(list, ((0..count).collect(), None), "{told}");
        assert!(requests.load(Ordering::Relaxed) <= 4, "{told}");
    }
}

/// Returns a list of these entries, read in pages of 3, none with a usable id.
fn without_ids(entries: Vec<serde_json::Value>) -> service::Request {
    let (request, _) = service(move |_, offset| {
        let rows = page(&entries, offset, 3);
        json!({ "RetCode": 0, "TotalCount": entries.len(), "DataSet": rows })
    });
    request
}

#[tokio::test]
async fn entries_without_a_usable_id_are_all_kept() {
    for id in [json!(null), json!(""), json!({})] {
        let entry = json!({ "GroupId": id, "Name": "same" });
        for count in [3, 7] {
            let mut items = without_ids(vec![entry.clone(); count]).items();
            let mut read = 0;
            while items.try_next().await.unwrap().is_some() {
                read += 1;
            }
            assert_eq!(read, count, "{entry}");
        }
    }
    let entries = vec![json!({ "Name": "a" }), json!({ "Name": "b" })];
    let mut items = without_ids(entries).items();
    let names = [items.try_next().await.unwrap(), items.try_next().await.unwrap()];
    assert_eq!(names.map(|group| group.unwrap().name.unwrap()), ["a", "b"]);
}

#[tokio::test]
async fn an_id_twice_on_one_page_is_two_entries() {
    let (request, _) = service(|_, offset| {
        let page = if offset == 0 { rows([1, 1, 2]) } else { rows([2, 3]) };
        json!({ "RetCode": 0, "TotalCount": 5, "DataSet": page })
    });
    assert_eq!(read(&mut request.items()).await, (vec![1, 1, 2, 3], None));
}

#[tokio::test]
async fn the_same_page_for_ever_is_an_error_with_ids_and_without() {
    let page = json!([{ "Name": "x" }, { "Name": "x" }, { "Name": "x" }]);
    let (request, requests) =
        service(move |_, _| json!({ "RetCode": 0, "TotalCount": i64::MAX, "DataSet": page }));
    assert_eq!(error_of(request.pages()).await, ErrorKind::Paging);
    assert_eq!(requests.load(Ordering::Relaxed), 201);
}

#[tokio::test]
async fn the_offset_counts_entries_that_were_left_out() {
    // A row was added in front after the first page was read.
    let (request, _) = service(|number, offset| {
        let moved = offset - i64::from(number > 1);
        json!({ "RetCode": 0, "TotalCount": 7, "DataSet": rows(moved..(moved + 3).min(7)) })
    });
    let mut items = request.items();
    let mut offsets = Vec::new();
    while items.try_next().await.unwrap().is_some() {
        offsets.push(items.resume_offset());
    }
    // The entry at offset 3 was the one at offset 2 before, and is left out.
    assert_eq!(offsets, [1, 2, 3, 5, 6, 7, 8]);
}

#[tokio::test]
async fn a_limit_that_lists_nothing_is_an_error_and_nothing_is_sent() {
    for limit in [0, -1, i64::MIN] {
        let (request, requests) =
            service(|_, _| json!({ "RetCode": 0, "TotalCount": 25, "DataSet": [] }));
        let mut items = request.limit(limit).items();
        assert_eq!(read(&mut items).await, (vec![], Some(ErrorKind::InvalidRequest)));
        assert_eq!(requests.load(Ordering::Relaxed), 0);
    }
}

/// Returns a list that loses entries while it is read: before each request, this many of the first
/// ones.
fn shrinking(gone: Vec<i64>) -> (service::Request, std::sync::Arc<std::sync::atomic::AtomicUsize>) {
    service(move |number, offset| {
        let before: i64 = gone.iter().take(number).sum();
        let rest = rows(before..20);
        let total = rest.len();
        let page = page(&rest, offset, 3);
        json!({ "RetCode": 0, "TotalCount": total, "DataSet": page })
    })
}

#[tokio::test]
async fn a_list_that_shrinks_is_read_without_a_gap() {
    for gone in [
        vec![0, 3, 3, 3, 3, 3, 3],
        vec![0, 1, 0, 2, 0, 3],
        vec![0, 0, 0, 0, 0, 9],
        vec![0, 0, 0, 0, 0, 0, 1],
    ] {
        let (request, requests) = shrinking(gone.clone());
        let (mut ids, error) = read(&mut request.items()).await;
        assert_eq!(error, None, "{gone:?}");
        ids.sort_unstable();
        // The client cannot see what went before it was there.
        let lost = |id: &i64| !ids.contains(id);
        let missing: Vec<i64> = (0..20).filter(lost).collect();
        let gone_for_good: i64 = gone.iter().sum();
        assert!(missing.iter().all(|id| *id < gone_for_good), "{gone:?}: {missing:?}");
        let mut once = ids.clone();
        once.dedup();
        assert_eq!(ids, once, "{gone:?}");
        assert!(requests.load(Ordering::Relaxed) < 30, "{gone:?}");
    }
    let (request, _) = shrinking(vec![0, 20]);
    assert_eq!(read(&mut request.items()).await, (vec![0, 1, 2], None));
}

#[tokio::test]
async fn a_list_that_shrinks_and_has_no_ids_is_an_error_that_says_so() {
    let (request, _) = service(|number, _| {
        let rows = [json!({ "Name": "a" }), json!({ "Name": "b" }), json!({ "Name": number })];
        json!({ "RetCode": 0, "TotalCount": 9 - number, "DataSet": rows })
    });
    let mut pages = request.pages();
    assert!(pages.try_next().await.unwrap().is_some());
    let error = pages.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Paging);
    assert!(error.is_retryable());
    let text = error.to_string();
    assert!(text.contains("became shorter by 1") && text.contains("have an id"), "{text}");
}

#[tokio::test]
async fn a_total_that_rises_and_falls_for_ever_comes_to_an_end() {
    let (request, requests) = service(|number, offset| {
        let total = if number % 2 == 0 { 900 } else { 950 };
        json!({ "RetCode": 0, "TotalCount": total, "DataSet": rows(offset..offset + 3) })
    });
    let (ids, error) = read(&mut request.items()).await;
    assert_eq!(error, Some(ErrorKind::Paging));
    assert!(ids.len() < 20, "{ids:?}");
    assert!(requests.load(Ordering::Relaxed) < 300);
}

#[tokio::test]
async fn backups_of_many_shards_come_whole_whatever_the_offset_counts() {
    let shards = |backup: usize| {
        let shard = move |shard| json!({ "BackupId": format!("{backup}"), "BackupName": format!("{backup}-{shard}") });
        (0..4).map(shard).collect::<Vec<_>>()
    };
    let backups: Vec<_> = (0..3).map(shards).collect();
    let entries = backups.concat();
    let names: Vec<_> = (0..12).map(|n| format!("{}-{}", n / 4, n % 4)).collect();
    for counts_backups in [true, false] {
        for limit in 1..=13 {
            let (backups, entries) = (backups.clone(), entries.clone());
            let (client, _) = client(move |_, offset| {
                let (rows, total) = if counts_backups {
                    (page(&backups, offset, limit).concat(), backups.len())
                } else {
                    (page(&entries, offset, limit), entries.len())
                };
                json!({ "RetCode": 0, "TotalCount": total, "DataSet": rows })
            });
            let mut items = client.describe_umem_backup("uredis-a").limit(limit).items();
            let mut read = Vec::new();
            while let Some(shard) = items.try_next().await.unwrap() {
                read.push(shard.backup_name);
            }
            assert_eq!(read, names, "counts backups: {counts_backups}, limit {limit}");
        }
    }
}

#[tokio::test]
async fn a_list_without_ids_and_a_total_resumes_at_its_page() {
    // Two shards of each backup; the offset counts backups.
    let (client, _) = client(|_, offset| {
        let backup = json!({ "BackupName": offset.to_string() });
        let rows = if offset < 3 { vec![backup; 2] } else { vec![] };
        json!({ "RetCode": 0, "DataSet": rows })
    });
    let mut items = client.describe_umem_backup("uredis-a").limit(1).items();
    let mut offsets = Vec::new();
    for _ in 0..4 {
        items.try_next().await.unwrap();
        offsets.push(items.resume_offset());
    }
    // The second shard of a backup is found again with its page only.
    assert_eq!(offsets, [0, 1, 1, 2]);
}

#[tokio::test]
async fn shards_that_look_alike_are_all_kept() {
    let shard = json!({ "BackupId": "b", "State": "Done" });
    let shards = vec![shard; 1024];
    let (client, requests) = client(
        move |_, offset| json!({ "RetCode": 0, "TotalCount": 1, "DataSet": page(&shards, offset, 10) }),
    );
    let mut items = client.describe_umem_backup("uredis-a").limit(10).items();
    let mut read = 0;
    while items.try_next().await.unwrap().is_some() {
        read += 1;
    }
    assert_eq!((read, requests.load(Ordering::Relaxed)), (1024, 103));
}

#[tokio::test]
async fn the_same_page_for_ever_is_an_error_without_a_key_too() {
    let (client, requests) = client(
        |_, _| json!({ "RetCode": 0, "DataSet": [{ "BackupId": "b" }, { "BackupId": "b" }] }),
    );
    let pages = client.describe_umem_backup("uredis-a").limit(2).pages();
    assert_eq!(error_of(pages).await, ErrorKind::Paging);
    assert_eq!(requests.load(Ordering::Relaxed), 201);
}

#[tokio::test]
async fn a_service_that_sends_more_than_the_limit_loses_nothing() {
    // It has no total, and it ignores the limit, and in the second case the offset too.
    let blocks: Vec<_> = (0..7).map(|n| json!({ "BlockId": n.to_string() })).collect();
    for (honours_offset, ended) in [(true, None), (false, Some(ErrorKind::Paging))] {
        let blocks = blocks.clone();
        let (client, requests) = client(move |_, offset| {
            let offset = if honours_offset { offset } else { 0 };
            json!({ "RetCode": 0, "DataSet": page(&blocks, offset, 100) })
        });
        let mut items = client.describe_umem_block_info("uredis-a").limit(2).items();
        let mut read = Vec::new();
        let error = loop {
            match items.try_next().await {
                Ok(Some(block)) => read.push(block.block_id),
                Ok(None) => break None,
                Err(error) => break Some(error.kind()),
            }
        };
        assert_eq!(read, ["0", "1", "2", "3", "4", "5", "6"]);
        assert_eq!(error, ended);
        assert!(requests.load(Ordering::Relaxed) < 6);
    }
}
