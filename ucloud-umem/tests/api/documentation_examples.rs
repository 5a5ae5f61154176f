//! Runs the example in the documentation of each action on the emulator: what readers copy has to
//! work.

#[path = "../../src/generated/documentation_examples.rs"]
#[rustfmt::skip] // laid out by prettyplease
mod generated;

use std::pin::Pin;

use ucloud_umem::{Client, Error, Result};
use umem_emulator::Emulator;

/// Function that sends the request of an example.
type Example = fn(Client) -> Pin<Box<dyn Future<Output = Result<()>>>>;

/// Sends the request of an example.
fn run<T>(
    request: impl IntoFuture<Output = Result<T>> + 'static,
) -> Pin<Box<dyn Future<Output = Result<()>>>> {
    Box::pin(async { request.await.map(drop) })
}

/// Resources that the samples in `api-spec/` name.
const GROUP: &str = "uredis-2vbhj1de";
const SPACE: &str = "umem-4mzp0vqe";
const CACHE: &str = "umemcache-5gk2wzqd";
const VPC: &str = "uvnet-2k4hq0cd";
const SUBNET: &str = "subnet-1f0zkq3w";
const ROLE: &str = "ucs:iam::56000001:role/backups";

/// Samples of ids that cannot be seeded: the emulator gives them out itself, or does not have them.
const UNSEEDED: [&str; 4] = [
    "a75b24a9-d9e1-4d38-9dc1-aecad4644d5e",
    "umemblock-3qk0a1zx",
    "uhproxy-1c4tvq0s",
    "orders.nightly",
];

#[tokio::test]
async fn every_documentation_example_works() {
    let mut refused = Vec::new();
    for (action, example) in generated::EXAMPLES {
        let emulator = Emulator::new();
        emulator.seed_group(GROUP, 1).unwrap();
        emulator.seed_space(SPACE, 1).unwrap();
        emulator.seed_memcache(CACHE).unwrap();
        emulator.seed_vpc(VPC, [SUBNET]).unwrap();
        emulator.seed_role(ROLE).unwrap();
        let client = emulator.client();
        if *action == "StartURedisGroup" {
            client.shutdown_uredis_group(GROUP).send().await.unwrap();
        }
        if let Err(error) = example(client).await
            && !is_unseeded(&error)
        {
            refused.push(error.to_string());
        }
    }
    assert_eq!(refused, [""; 0], "{refused:#?}");
}

/// Checks for the error of an id that is not there, as it is with every value that can be used.
fn is_unseeded(error: &Error) -> bool {
    let text = error.to_string();
    UNSEEDED.iter().any(|id| text.contains(&format!("not available: {id} not found")))
}
