//! Actions of other products: their scope, their pages and the secrets in their responses.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ucloud_umem::enums::VpcType;
use ucloud_umem::transport::{FakeTransport, responses};
use ucloud_umem::{Client, Credentials};

#[tokio::test]
async fn setting_up_needs_neither_region_nor_project() {
    let regions = r#"{ "RetCode": 0, "Regions": [{ "Region": "cn-bj2", "Zone": "cn-bj2-05" }] }"#;
    let projects = r#"{ "RetCode": 0, "ProjectCount": 1, "ProjectSet": [
        { "ProjectId": "org-a", "ProjectName": "Default", "CreateTime": 1342434682, "IsDefault": true }] }"#;
    let fake = responses([regions, projects]);
    let client = client(&fake).build().unwrap();
    let regions = client.get_region().send().await.unwrap();
    assert_eq!(regions.regions[0].zone, "cn-bj2-05");
    let projects = client.get_project_list().is_finance(true).send().await.unwrap();
    let project = &projects.project_set[0];
    assert_eq!((project.project_id.as_str(), project.is_default), ("org-a", true));
    for request in fake.requests() {
        for name in ["Region", "Zone", "ProjectId"] {
            assert_eq!(request.parameter(name), None, "{name}");
        }
    }
    assert_eq!(fake.requests()[1].parameter("IsFinance").as_deref(), Some("Yes"));
}

#[tokio::test]
async fn networks_are_listed_in_pages() {
    let [first, second] = ["uvnet-a", "uvnet-b"].map(|id| {
        format!(
            r#"{{ "RetCode": 0, "TotalCount": 2, "DataSet": [
                {{ "VPCId": "{id}", "VPCType": "DefaultVPC", "Network": "10.9.0.0/16" }}] }}"#
        )
    });
    let fake = responses([first, second]);
    let client = client(&fake).region("cn-bj2").build().unwrap();
    let mut vpcs = client.describe_vpc().limit(1).items();
    let mut ids = Vec::new();
    while let Some(vpc) = vpcs.try_next().await.unwrap() {
        assert_eq!((vpc.vpc_type, &*vpc.network[0]), (Some(VpcType::Default), "10.9.0.0/16"));
        ids.extend(vpc.vpc_id);
    }
    assert_eq!(ids, ["uvnet-a", "uvnet-b"]);
    let second = &fake.requests()[1];
    assert_eq!(second.parameter("Offset").as_deref(), Some("1"));
    assert_eq!((second.parameter("ProjectId"), second.parameter("Zone")), (None, None));
}

#[tokio::test]
async fn credentials_of_a_role_are_never_shown() {
    let fake = responses([r#"{ "RetCode": 0, "Credentials": { "AccessKeyId": "TOKEN_a",
        "AccessKeySecret": "hunter2-key", "SecurityToken": "hunter2-token",
        "Expiration": "2026-11-30T12:00:00Z" } }"#]);
    let client = client(&fake).build().unwrap();
    let response = client.assume_role("ucs:iam::1:role/a", "nightly").send().await.unwrap();
    let shown = format!("{response:?} {:?}", response.metadata());
    assert!(!shown.contains("hunter2"), "{shown}");
    #[cfg(feature = "serde")]
    {
        let written = serde_json::to_string(&response).unwrap();
        assert!(written.contains("TOKEN_a") && !written.contains("hunter2"), "{written}");
    }
    let keys = response.credentials.unwrap();
    assert_eq!(keys.access_key_id.as_deref(), Some("TOKEN_a"));
    assert_eq!(keys.access_key_secret.unwrap().reveal(), "hunter2-key");
    assert_eq!(keys.security_token.unwrap().reveal(), "hunter2-token");
}

#[tokio::test]
async fn a_workflow_travels_as_base64_and_comes_back_as_steps() {
    let template = r#"{ "RetCode": 0, "WorkflowId": "orders.nightly", "Version": 1, "Workflow": {
        "Activities": [{ "Name": "start", "Type": "StartActivity", "RetryTimes": 0, "Timeout": "600" }],
        "Input": [{ "Name": "UserID", "Type": "INT64", "Value": "" }], "Output": [] } }"#;
    let fake = responses([r#"{ "RetCode": 0, "Version": 1 }"#, template]);
    let client = client(&fake).region("cn-bj2").build().unwrap();
    let definition = r#"{"Activities":[]}"#;
    let created = client.create_sf_workflow_from_template("orders", "nightly", definition);
    assert_eq!(created.send().await.unwrap().version, 1);
    let sent = fake.requests()[0].parameter("Workflow").unwrap();
    assert_eq!(BASE64_STANDARD.decode(sent).unwrap(), definition.as_bytes());
    let template = client.get_sf_workflow_template("orders.nightly").send().await.unwrap();
    let step = &template.workflow.activities[0];
    assert_eq!((step.kind.as_deref(), step.timeout), (Some("StartActivity"), Some(600)));
    assert_eq!(template.workflow.input[0].kind.as_deref(), Some("INT64"));
}

fn client(fake: &FakeTransport) -> ucloud_umem::ClientBuilder {
    let keys = Credentials::new("public", "private");
    Client::builder().credentials(keys).transport(fake.clone())
}
