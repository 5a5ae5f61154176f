//! Sees and changes each request before it is signed: a business group for whatever a program
//! creates, and a header with the id of a trace.
//!
//! ```sh
//! cargo run --example interceptors
//! ```
//!
//! It uses the emulator.

use http::HeaderValue;
use ucloud_umem::enums::{HighAvailability, Protocol};
use ucloud_umem::interceptor::{InterceptError, InterceptedRequest, Interceptor};
use ucloud_umem::{Client, Credentials, Result};
use umem_emulator::Emulator;

/// Adds the id of a trace, and refuses to delete anything.
struct Guard;

impl Interceptor for Guard {
    fn intercept(&self, request: &mut InterceptedRequest<'_>) -> Result<(), InterceptError> {
        if request.action().starts_with("Delete") {
            return Err("this program deletes nothing".into());
        }
        request.headers_mut().insert("x-trace-id", HeaderValue::from_static("4bf92f35"));
        let names: Vec<_> = request.parameters().map(|(name, _)| name).collect();
        println!("{}: {}", request.action(), names.join(", "));
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = Client::builder()
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .default_param("Tag", "orders")
        .interceptor(Guard)
        .transport(Emulator::new())
        .build()?;
    let create = client.create_uredis_group("orders-cache", HighAvailability::Enabled);
    let id = create.send().await?.group_id;
    let group = client.describe_umem(Protocol::Redis).resource_id(&id).send().await?;
    println!("{id} is in the business group {:?}", group.data_set[0].tag);

    if let Err(error) = client.delete_uredis_group(id).send().await {
        println!("{error}");
    }
    Ok(())
}
