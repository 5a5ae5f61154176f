//! Send, Sync and other promises of the public types and futures.

use std::time::Duration;

use futures_core::Stream;
use ucloud_umem::actions::{DescribeUMemBackup, DescribeUMemBackupResponse};
use ucloud_umem::{
    Client, GenericRequest, Result, credentials, enums, models, paging, transport, waiter,
};

use crate::concurrency::pages;
use crate::support::{Server, client};

fn shared<T: Send + Sync + 'static>() {}

fn unpinned<T: Stream + Send + Unpin + 'static>() {}

fn spawnable<F: Future<Output: Send> + Send + 'static>(_: &F) {}

#[test]
fn types_are_send_sync_and_static() {
    shared::<Client>();
    shared::<ucloud_umem::ClientBuilder>();
    shared::<ucloud_umem::Credentials>();
    shared::<ucloud_umem::Password>();
    shared::<ucloud_umem::Error>();
    shared::<ucloud_umem::ErrorKind>();
    shared::<ucloud_umem::Outcome>();
    shared::<Result<()>>();
    shared::<ucloud_umem::RetCode>();
    shared::<ucloud_umem::UnknownCode>();
    shared::<ucloud_umem::UnknownValue>();
    shared::<ucloud_umem::Effect>();
    shared::<ucloud_umem::Metadata>();
    shared::<ucloud_umem::Preview>();
    shared::<ucloud_umem::Region>();
    shared::<ucloud_umem::Zone>();
    shared::<ucloud_umem::Timestamp>();
    shared::<ucloud_umem::GenericResponse>();
    shared::<GenericRequest>();
    shared::<GenericRequest<Client>>();
    shared::<DescribeUMemBackup>();
    shared::<DescribeUMemBackup<Client>>();
    shared::<DescribeUMemBackupResponse>();
    shared::<models::UMemBackup>();
    shared::<enums::UMemBackupState>();
    shared::<paging::Items<DescribeUMemBackup>>();
    shared::<paging::Pages<DescribeUMemBackup<Client>>>();
    shared::<waiter::Waiter<models::UMemBackup>>();
    shared::<waiter::Progress<'static>>();
    shared::<transport::HttpRequest>();
    shared::<transport::HttpResponse>();
    shared::<transport::TransportError>();
    shared::<transport::Sent>();
    shared::<transport::FakeTransport>();
    shared::<transport::Fault>();
    shared::<transport::Faults>();
    shared::<std::sync::Arc<dyn transport::Transport>>();
    shared::<Box<dyn ucloud_umem::CredentialsProvider>>();
    shared::<credentials::CachedCredentials<ucloud_umem::Credentials>>();
    shared::<credentials::InstanceMetadata>();
    shared::<credentials::Location>();
    shared::<credentials::MetadataVersion>();
    unpinned::<paging::Items<DescribeUMemBackup<Client>>>();
    unpinned::<paging::Pages<DescribeUMemBackup<Client>>>();
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_types_are_send_sync_and_static() {
    use ucloud_umem::blocking;

    shared::<blocking::Client>();
    shared::<GenericRequest<blocking::Client>>();
    shared::<DescribeUMemBackup<blocking::Client>>();
    shared::<blocking::Items<DescribeUMemBackup<blocking::Client>>>();
    shared::<blocking::Pages<DescribeUMemBackup<blocking::Client>>>();
    shared::<blocking::Waiter<models::UMemBackup>>();
}

#[tokio::test]
async fn futures_can_be_spawned() {
    let server = Server::start(pages(3));
    let client = client(&server);

    let call = client.describe_umem_backup("x").send();
    spawnable(&call);
    assert_eq!(tokio::spawn(call).await.unwrap().unwrap().data_set.len(), 3);

    let call = client.action("Echo").send();
    spawnable(&call);
    tokio::spawn(call).await.unwrap().unwrap();

    let shared = client.clone();
    let call = async move { shared.send(DescribeUMemBackup::new("x")).await };
    spawnable(&call);
    tokio::spawn(call).await.unwrap().unwrap();
    assert_eq!(server.requests(), 3);

    let request = DescribeUMemBackup::new("x");
    let shown = client.clone();
    let preview = async move { shown.preview(&request).await };
    spawnable(&preview);
    tokio::spawn(preview).await.unwrap().unwrap();
    let call = client.action("Echo");
    let preview = async move { call.preview().await };
    spawnable(&preview);
    tokio::spawn(preview).await.unwrap().unwrap();
    assert_eq!(server.requests(), 3, "a preview sends nothing");

    let mut items = client.describe_umem_backup("x").items();
    let list = async move {
        let mut count = 0;
        while items.try_next().await?.is_some() {
            count += 1;
        }
        Ok::<_, ucloud_umem::Error>(count)
    };
    spawnable(&list);
    assert_eq!(tokio::spawn(list).await.unwrap().unwrap(), 3);

    let mut pages = client.describe_umem_backup("x").pages();
    let list = async move { pages.try_next().await };
    spawnable(&list);
    assert!(tokio::spawn(list).await.unwrap().unwrap().is_some());
    assert_eq!(server.requests(), 5);

    let waiter = client.wait_until_umem_backup_done("x", "backup-1");
    let wait = waiter.wait(Duration::from_millis(1));
    spawnable(&wait);
    tokio::spawn(wait).await.unwrap().unwrap_err();
}
