// Written by `cargo xtask regenerate` from api-spec/. Edit that instead.

use crate::Password;
use crate::actions::{
    CheckUDRedisSpaceAllowance, CheckURedisAllowance, CreateScanHotBigKeys,
    CreateUDRedisUhproxy, CreateUMemBackup, CreateUMemSpace, CreateUMemcacheGroup,
    CreateURedisBackup, CreateURedisGroup, DeleteUDRedisProxy, DeleteUMemSpace,
    DeleteUMemcacheGroup, DeleteURedisGroup, DescribeUDRedisProxyClientList,
    DescribeUDRedisProxyInfo, DescribeUDRedisSlowlog, DescribeUMem, DescribeUMemBackup,
    DescribeUMemBackupUrl, DescribeUMemBlockInfo, DescribeUMemPrice, DescribeUMemSpace,
    DescribeUMemUpgradePrice, DescribeUMemcacheGroup, DescribeUMemcachePrice,
    DescribeUMemcacheUpgradePrice, DescribeURedisBackup, DescribeURedisBackupUrl,
    DescribeURedisConfig, DescribeURedisGroup, DescribeURedisPrice,
    DescribeURedisSlowlog, DescribeURedisUpgradePrice, DescribeURedisVersion,
    FlushallURedisGroup, GetUMemSpaceState, IsolationURedisGroup, ModifyUMemPassword,
    ModifyUMemSpaceName, ModifyURedisConfig, ModifyURedisGroupName,
    ModifyURedisGroupPassword, RegisterUMemDefrag, RemoveUDRedisData,
    ResizeUDRedisBlockSize, ResizeUMemSpace, ResizeUMemcacheGroup, ResizeURedisGroup,
    ResizeUhproxy, RestartUMemcacheGroup, RestartURedisGroup, ShutdownURedisGroup,
    StartURedisGroup, UpdateURedisBackupStrategy, UpdateURedisRewriteTime,
};
use crate::client::Client;
use crate::enums::{
    FlushType, HighAvailability, InstanceState, Protocol, ReplicaState, ScanType,
    TransformType, UMemcacheGroupState, URedisBackupState,
};
use crate::models::{
    UDRedisProxy, UMemBackup, UMemBlock, UMemInstance, UMemReplica, UMemcacheGroup,
    URedisBackup,
};
use crate::waiter::{Acceptor, Entries, Matches, OnMissing, Waiter};

#[cfg(feature = "blocking")]
use crate::blocking;

/// # Instances of every kind
///
/// Redis groups, distributed spaces and Memcached groups in one list.
impl Client {
    /// Scans an instance for big or hot keys: [`CreateScanHotBigKeys`].
    #[doc(alias = "CreateScanHotBigKeys")]
    pub fn create_scan_hot_big_keys(
        &self,
        group_id: impl Into<String>,
        scan_type: ScanType,
    ) -> CreateScanHotBigKeys<Self> {
        CreateScanHotBigKeys::on(self.clone(), group_id, scan_type)
    }

    /// Lists instances of every kind, or describes one: [`DescribeUMem`].
    #[doc(alias = "DescribeUMem")]
    pub fn describe_umem(&self, protocol: Protocol) -> DescribeUMem<Self> {
        DescribeUMem::on(self.clone(), protocol)
    }

    /// Waits until an instance runs, so that it can be used. Works for distributed
    /// spaces, Redis groups and Memcached groups, but not for read-only replicas: see
    /// `wait_until_umem_replica_running`. You cannot wait for a restart: this list may
    /// show `Running` throughout.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`.
    /// `CreateFail` or `Fail` ends it with an error.
    pub fn wait_until_umem_running(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
    ) -> Waiter<UMemInstance> {
        let resource_id: String = resource_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMem::new(protocol).resource_id(resource_id.clone()).without_zone(),
            umem_running(),
            move |entries| Matches::of(
                entries,
                |entry| entry.resource_id.as_ref(),
                &resource_id,
            ),
        )
    }

    /// Waits until an instance runs with the given memory. Works for distributed spaces,
    /// Redis groups and Memcached groups, but not for read-only replicas. A resize with
    /// a `StartTime` begins only then: the wait must last longer.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`
    /// and `size` has the given value. `ResizeFail` or `Fail` ends it with an error.
    ///
    /// - `size`: Memory of the instance. Unit: GB.
    pub fn wait_until_umem_resized(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
        size: i64,
    ) -> Waiter<UMemInstance> {
        let resource_id: String = resource_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMem::new(protocol).resource_id(resource_id.clone()).without_zone(),
            umem_resized(size),
            move |entries| Matches::of(
                entries,
                |entry| entry.resource_id.as_ref(),
                &resource_id,
            ),
        )
    }

    /// Waits until an instance runs again after its password was changed. Works for
    /// distributed spaces, Redis groups and Memcached groups, but not for read-only
    /// replicas. The list does not show which password counts: a poll before the state
    /// becomes `SetPassword` ends the wait too early.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`.
    /// `SetPasswordFail` ends it with an error.
    pub fn wait_until_umem_password_set(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
    ) -> Waiter<UMemInstance> {
        let resource_id: String = resource_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMem::new(protocol).resource_id(resource_id.clone()).without_zone(),
            umem_password_set(),
            move |entries| Matches::of(
                entries,
                |entry| entry.resource_id.as_ref(),
                &resource_id,
            ),
        )
    }

    /// Waits until a read-only replica of a Redis group runs, so that it can be used. It
    /// is found by its own `GroupId` in the entry of its primary. Only `Protocol::Redis`
    /// has replicas.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`.
    /// `CreateFail` or `Fail` ends it with an error.
    pub fn wait_until_umem_replica_running(
        &self,
        protocol: Protocol,
        group_id: impl Into<String>,
    ) -> Waiter<UMemReplica> {
        let group_id: String = group_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMem::new(protocol).without_zone(),
            umem_replica_running(),
            move |entries| Matches::of(
                entries.into_iter().flat_map(|entry| entry.replicas),
                |entry| entry.group_id.as_ref(),
                &group_id,
            ),
        )
    }

    /// Waits until an instance is gone. Works for distributed spaces, Redis groups and
    /// Memcached groups, but not for read-only replicas. One that was never there, that
    /// speaks the other protocol, or that is in another region or project counts as
    /// gone.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until the entry is gone.
    /// `DeleteFail` ends it with an error.
    pub fn wait_until_umem_deleted(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
    ) -> Waiter<Option<UMemInstance>> {
        let resource_id: String = resource_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMem::new(protocol).resource_id(resource_id.clone()).without_zone(),
            umem_deleted(),
            move |entries| Matches::of(
                entries,
                |entry| entry.resource_id.as_ref(),
                &resource_id,
            ),
        )
    }
}

/// # Instances of every kind
///
/// Redis groups, distributed spaces and Memcached groups in one list.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Scans an instance for big or hot keys: [`CreateScanHotBigKeys`].
    #[doc(alias = "CreateScanHotBigKeys")]
    pub fn create_scan_hot_big_keys(
        &self,
        group_id: impl Into<String>,
        scan_type: ScanType,
    ) -> CreateScanHotBigKeys<Self> {
        CreateScanHotBigKeys::on(self.clone(), group_id, scan_type)
    }

    /// Lists instances of every kind, or describes one: [`DescribeUMem`].
    #[doc(alias = "DescribeUMem")]
    pub fn describe_umem(&self, protocol: Protocol) -> DescribeUMem<Self> {
        DescribeUMem::on(self.clone(), protocol)
    }

    /// Waits until an instance runs, so that it can be used. Works for distributed
    /// spaces, Redis groups and Memcached groups, but not for read-only replicas: see
    /// `wait_until_umem_replica_running`. You cannot wait for a restart: this list may
    /// show `Running` throughout.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`.
    /// `CreateFail` or `Fail` ends it with an error.
    pub fn wait_until_umem_running(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
    ) -> blocking::Waiter<UMemInstance> {
        self.waiter(|client| client.wait_until_umem_running(protocol, resource_id))
    }

    /// Waits until an instance runs with the given memory. Works for distributed spaces,
    /// Redis groups and Memcached groups, but not for read-only replicas. A resize with
    /// a `StartTime` begins only then: the wait must last longer.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`
    /// and `size` has the given value. `ResizeFail` or `Fail` ends it with an error.
    ///
    /// - `size`: Memory of the instance. Unit: GB.
    pub fn wait_until_umem_resized(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
        size: i64,
    ) -> blocking::Waiter<UMemInstance> {
        self.waiter(|client| client.wait_until_umem_resized(protocol, resource_id, size))
    }

    /// Waits until an instance runs again after its password was changed. Works for
    /// distributed spaces, Redis groups and Memcached groups, but not for read-only
    /// replicas. The list does not show which password counts: a poll before the state
    /// becomes `SetPassword` ends the wait too early.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`.
    /// `SetPasswordFail` ends it with an error.
    pub fn wait_until_umem_password_set(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
    ) -> blocking::Waiter<UMemInstance> {
        self.waiter(|client| client.wait_until_umem_password_set(protocol, resource_id))
    }

    /// Waits until a read-only replica of a Redis group runs, so that it can be used. It
    /// is found by its own `GroupId` in the entry of its primary. Only `Protocol::Redis`
    /// has replicas.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until `state` is `Running`.
    /// `CreateFail` or `Fail` ends it with an error.
    pub fn wait_until_umem_replica_running(
        &self,
        protocol: Protocol,
        group_id: impl Into<String>,
    ) -> blocking::Waiter<UMemReplica> {
        self.waiter(|client| client.wait_until_umem_replica_running(protocol, group_id))
    }

    /// Waits until an instance is gone. Works for distributed spaces, Redis groups and
    /// Memcached groups, but not for read-only replicas. One that was never there, that
    /// speaks the other protocol, or that is in another region or project counts as
    /// gone.
    ///
    /// It polls [`DescribeUMem`] without the client's zone until the entry is gone.
    /// `DeleteFail` ends it with an error.
    pub fn wait_until_umem_deleted(
        &self,
        protocol: Protocol,
        resource_id: impl Into<String>,
    ) -> blocking::Waiter<Option<UMemInstance>> {
        self.waiter(|client| client.wait_until_umem_deleted(protocol, resource_id))
    }
}

/// # Redis groups
///
/// Redis with a primary and replicas: one data set, kept on each of them.
impl Client {
    /// Creates a Redis group: [`CreateURedisGroup`].
    #[doc(alias = "CreateURedisGroup")]
    pub fn create_uredis_group(
        &self,
        name: impl Into<String>,
        high_availability: HighAvailability,
    ) -> CreateURedisGroup<Self> {
        CreateURedisGroup::on(self.clone(), name, high_availability)
    }

    /// Deletes a Redis group: [`DeleteURedisGroup`].
    #[doc(alias = "DeleteURedisGroup")]
    pub fn delete_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> DeleteURedisGroup<Self> {
        DeleteURedisGroup::on(self.clone(), group_id)
    }

    /// Lists the Redis groups, or describes one: [`DescribeURedisGroup`].
    #[doc(alias = "DescribeURedisGroup")]
    #[deprecated(note = "Use `DescribeUMem`, which lists instances of every kind.")]
    pub fn describe_uredis_group(&self) -> DescribeURedisGroup<Self> {
        DescribeURedisGroup::on(self.clone())
    }

    /// Lists the versions of Redis that a zone offers: [`DescribeURedisVersion`].
    #[doc(alias = "DescribeURedisVersion")]
    pub fn describe_uredis_version(&self) -> DescribeURedisVersion<Self> {
        DescribeURedisVersion::on(self.clone())
    }

    /// Deletes the data in a Redis group: [`FlushallURedisGroup`].
    #[doc(alias = "FlushallURedisGroup")]
    pub fn flushall_uredis_group(
        &self,
        group_id: impl Into<String>,
        flush_type: FlushType,
    ) -> FlushallURedisGroup<Self> {
        FlushallURedisGroup::on(self.clone(), group_id, flush_type)
    }

    /// Opens or closes a Redis group: [`IsolationURedisGroup`].
    #[doc(alias = "ISolationURedisGroup")]
    pub fn isolation_uredis_group(
        &self,
        group_id: impl Into<String>,
        transform_type: TransformType,
    ) -> IsolationURedisGroup<Self> {
        IsolationURedisGroup::on(self.clone(), group_id, transform_type)
    }

    /// Renames a Redis group: [`ModifyURedisGroupName`].
    #[doc(alias = "ModifyURedisGroupName")]
    pub fn modify_uredis_group_name(
        &self,
        group_id: impl Into<String>,
        name: impl Into<String>,
    ) -> ModifyURedisGroupName<Self> {
        ModifyURedisGroupName::on(self.clone(), group_id, name)
    }

    /// Changes or clears the password of a Redis group: [`ModifyURedisGroupPassword`].
    #[doc(alias = "ModifyURedisGroupPassword")]
    pub fn modify_uredis_group_password(
        &self,
        group_id: impl Into<String>,
        password: Password,
    ) -> ModifyURedisGroupPassword<Self> {
        ModifyURedisGroupPassword::on(self.clone(), group_id, password)
    }

    /// Enlarges the memory of a Redis group: [`ResizeURedisGroup`].
    #[doc(alias = "ResizeURedisGroup")]
    pub fn resize_uredis_group(
        &self,
        group_id: impl Into<String>,
        size: i64,
    ) -> ResizeURedisGroup<Self> {
        ResizeURedisGroup::on(self.clone(), group_id, size)
    }

    /// Restarts a Redis group: [`RestartURedisGroup`].
    #[doc(alias = "RestartURedisGroup")]
    pub fn restart_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> RestartURedisGroup<Self> {
        RestartURedisGroup::on(self.clone(), group_id)
    }

    /// Shuts down a Redis group: [`ShutdownURedisGroup`].
    #[doc(alias = "ShutdownURedisGroup")]
    pub fn shutdown_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> ShutdownURedisGroup<Self> {
        ShutdownURedisGroup::on(self.clone(), group_id)
    }

    /// Starts a closed Redis group: [`StartURedisGroup`].
    #[doc(alias = "StartURedisGroup")]
    pub fn start_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> StartURedisGroup<Self> {
        StartURedisGroup::on(self.clone(), group_id)
    }
}

/// # Redis groups
///
/// Redis with a primary and replicas: one data set, kept on each of them.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Creates a Redis group: [`CreateURedisGroup`].
    #[doc(alias = "CreateURedisGroup")]
    pub fn create_uredis_group(
        &self,
        name: impl Into<String>,
        high_availability: HighAvailability,
    ) -> CreateURedisGroup<Self> {
        CreateURedisGroup::on(self.clone(), name, high_availability)
    }

    /// Deletes a Redis group: [`DeleteURedisGroup`].
    #[doc(alias = "DeleteURedisGroup")]
    pub fn delete_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> DeleteURedisGroup<Self> {
        DeleteURedisGroup::on(self.clone(), group_id)
    }

    /// Lists the Redis groups, or describes one: [`DescribeURedisGroup`].
    #[doc(alias = "DescribeURedisGroup")]
    #[deprecated(note = "Use `DescribeUMem`, which lists instances of every kind.")]
    pub fn describe_uredis_group(&self) -> DescribeURedisGroup<Self> {
        DescribeURedisGroup::on(self.clone())
    }

    /// Lists the versions of Redis that a zone offers: [`DescribeURedisVersion`].
    #[doc(alias = "DescribeURedisVersion")]
    pub fn describe_uredis_version(&self) -> DescribeURedisVersion<Self> {
        DescribeURedisVersion::on(self.clone())
    }

    /// Deletes the data in a Redis group: [`FlushallURedisGroup`].
    #[doc(alias = "FlushallURedisGroup")]
    pub fn flushall_uredis_group(
        &self,
        group_id: impl Into<String>,
        flush_type: FlushType,
    ) -> FlushallURedisGroup<Self> {
        FlushallURedisGroup::on(self.clone(), group_id, flush_type)
    }

    /// Opens or closes a Redis group: [`IsolationURedisGroup`].
    #[doc(alias = "ISolationURedisGroup")]
    pub fn isolation_uredis_group(
        &self,
        group_id: impl Into<String>,
        transform_type: TransformType,
    ) -> IsolationURedisGroup<Self> {
        IsolationURedisGroup::on(self.clone(), group_id, transform_type)
    }

    /// Renames a Redis group: [`ModifyURedisGroupName`].
    #[doc(alias = "ModifyURedisGroupName")]
    pub fn modify_uredis_group_name(
        &self,
        group_id: impl Into<String>,
        name: impl Into<String>,
    ) -> ModifyURedisGroupName<Self> {
        ModifyURedisGroupName::on(self.clone(), group_id, name)
    }

    /// Changes or clears the password of a Redis group: [`ModifyURedisGroupPassword`].
    #[doc(alias = "ModifyURedisGroupPassword")]
    pub fn modify_uredis_group_password(
        &self,
        group_id: impl Into<String>,
        password: Password,
    ) -> ModifyURedisGroupPassword<Self> {
        ModifyURedisGroupPassword::on(self.clone(), group_id, password)
    }

    /// Enlarges the memory of a Redis group: [`ResizeURedisGroup`].
    #[doc(alias = "ResizeURedisGroup")]
    pub fn resize_uredis_group(
        &self,
        group_id: impl Into<String>,
        size: i64,
    ) -> ResizeURedisGroup<Self> {
        ResizeURedisGroup::on(self.clone(), group_id, size)
    }

    /// Restarts a Redis group: [`RestartURedisGroup`].
    #[doc(alias = "RestartURedisGroup")]
    pub fn restart_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> RestartURedisGroup<Self> {
        RestartURedisGroup::on(self.clone(), group_id)
    }

    /// Shuts down a Redis group: [`ShutdownURedisGroup`].
    #[doc(alias = "ShutdownURedisGroup")]
    pub fn shutdown_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> ShutdownURedisGroup<Self> {
        ShutdownURedisGroup::on(self.clone(), group_id)
    }

    /// Starts a closed Redis group: [`StartURedisGroup`].
    #[doc(alias = "StartURedisGroup")]
    pub fn start_uredis_group(
        &self,
        group_id: impl Into<String>,
    ) -> StartURedisGroup<Self> {
        StartURedisGroup::on(self.clone(), group_id)
    }
}

/// # Distributed Redis
///
/// Spaces, whose data is split over shards (blocks).
impl Client {
    /// Creates a distributed Redis space: [`CreateUMemSpace`].
    #[doc(alias = "CreateUMemSpace")]
    pub fn create_umem_space(
        &self,
        size: i64,
        name: impl Into<String>,
    ) -> CreateUMemSpace<Self> {
        CreateUMemSpace::on(self.clone(), size, name)
    }

    /// Deletes a distributed Redis space: [`DeleteUMemSpace`].
    #[doc(alias = "DeleteUMemSpace")]
    pub fn delete_umem_space(
        &self,
        space_id: impl Into<String>,
    ) -> DeleteUMemSpace<Self> {
        DeleteUMemSpace::on(self.clone(), space_id)
    }

    /// Lists the shards of a distributed Redis space: [`DescribeUMemBlockInfo`].
    #[doc(alias = "DescribeUMemBlockInfo")]
    pub fn describe_umem_block_info(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBlockInfo<Self> {
        DescribeUMemBlockInfo::on(self.clone(), space_id)
    }

    /// Waits until a shard of a distributed Redis space runs with the given memory. A
    /// resize with a `StartTime` begins only then: the wait must last longer.
    ///
    /// It polls [`DescribeUMemBlockInfo`] until `block_state` is `Running` and
    /// `block_size` has the given value. `ResizeFail` or `Fail` ends it with an error.
    ///
    /// - `block_size`: Memory of the shard. Unit: GB.
    pub fn wait_until_umem_block_resized(
        &self,
        space_id: impl Into<String>,
        block_id: impl Into<String>,
        block_size: i64,
    ) -> Waiter<UMemBlock> {
        let block_id: String = block_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMemBlockInfo::new(space_id),
            umem_block_resized(block_size),
            move |entries| Matches::of(entries, |entry| Some(&entry.block_id), &block_id),
        )
    }

    /// Lists the distributed spaces, or describes one: [`DescribeUMemSpace`].
    #[doc(alias = "DescribeUMemSpace")]
    #[deprecated(note = "Use `DescribeUMem`, which lists instances of every kind.")]
    pub fn describe_umem_space(&self) -> DescribeUMemSpace<Self> {
        DescribeUMemSpace::on(self.clone())
    }

    /// Returns the state of a distributed space: [`GetUMemSpaceState`].
    #[doc(alias = "GetUMemSpaceState")]
    pub fn get_umem_space_state(
        &self,
        space_id: impl Into<String>,
    ) -> GetUMemSpaceState<Self> {
        GetUMemSpaceState::on(self.clone(), space_id)
    }

    /// Changes or clears the password of a distributed Redis space:
    /// [`ModifyUMemPassword`].
    #[doc(alias = "ModifyUMemPassword")]
    pub fn modify_umem_password(
        &self,
        space_id: impl Into<String>,
        password: Password,
    ) -> ModifyUMemPassword<Self> {
        ModifyUMemPassword::on(self.clone(), space_id, password)
    }

    /// Renames a distributed Redis space: [`ModifyUMemSpaceName`].
    #[doc(alias = "ModifyUMemSpaceName")]
    pub fn modify_umem_space_name(
        &self,
        space_id: impl Into<String>,
        name: impl Into<String>,
    ) -> ModifyUMemSpaceName<Self> {
        ModifyUMemSpaceName::on(self.clone(), space_id, name)
    }

    /// Deletes the data in a distributed Redis space: [`RemoveUDRedisData`].
    #[doc(alias = "RemoveUDRedisData")]
    pub fn remove_udredis_data(
        &self,
        space_id: impl Into<String>,
    ) -> RemoveUDRedisData<Self> {
        RemoveUDRedisData::on(self.clone(), space_id)
    }

    /// Changes the memory of a shard of a distributed Redis space:
    /// [`ResizeUDRedisBlockSize`].
    #[doc(alias = "ResizeUDRedisBlockSize")]
    pub fn resize_udredis_block_size(
        &self,
        space_id: impl Into<String>,
        block_id: impl Into<String>,
        block_size: i64,
    ) -> ResizeUDRedisBlockSize<Self> {
        ResizeUDRedisBlockSize::on(self.clone(), space_id, block_id, block_size)
    }

    /// Enlarges the memory of a distributed space of the older kind:
    /// [`ResizeUMemSpace`].
    #[doc(alias = "ResizeUMemSpace")]
    #[deprecated(
        note = "It works on spaces of the older kind only, not on high-performance ones, and UCloud advises against it. `ResizeUDRedisBlockSize` resizes a shard."
    )]
    pub fn resize_umem_space(
        &self,
        space_id: impl Into<String>,
        size: i64,
    ) -> ResizeUMemSpace<Self> {
        ResizeUMemSpace::on(self.clone(), space_id, size)
    }
}

/// # Distributed Redis
///
/// Spaces, whose data is split over shards (blocks).
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Creates a distributed Redis space: [`CreateUMemSpace`].
    #[doc(alias = "CreateUMemSpace")]
    pub fn create_umem_space(
        &self,
        size: i64,
        name: impl Into<String>,
    ) -> CreateUMemSpace<Self> {
        CreateUMemSpace::on(self.clone(), size, name)
    }

    /// Deletes a distributed Redis space: [`DeleteUMemSpace`].
    #[doc(alias = "DeleteUMemSpace")]
    pub fn delete_umem_space(
        &self,
        space_id: impl Into<String>,
    ) -> DeleteUMemSpace<Self> {
        DeleteUMemSpace::on(self.clone(), space_id)
    }

    /// Lists the shards of a distributed Redis space: [`DescribeUMemBlockInfo`].
    #[doc(alias = "DescribeUMemBlockInfo")]
    pub fn describe_umem_block_info(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBlockInfo<Self> {
        DescribeUMemBlockInfo::on(self.clone(), space_id)
    }

    /// Waits until a shard of a distributed Redis space runs with the given memory. A
    /// resize with a `StartTime` begins only then: the wait must last longer.
    ///
    /// It polls [`DescribeUMemBlockInfo`] until `block_state` is `Running` and
    /// `block_size` has the given value. `ResizeFail` or `Fail` ends it with an error.
    ///
    /// - `block_size`: Memory of the shard. Unit: GB.
    pub fn wait_until_umem_block_resized(
        &self,
        space_id: impl Into<String>,
        block_id: impl Into<String>,
        block_size: i64,
    ) -> blocking::Waiter<UMemBlock> {
        self.waiter(|client| {
            client.wait_until_umem_block_resized(space_id, block_id, block_size)
        })
    }

    /// Lists the distributed spaces, or describes one: [`DescribeUMemSpace`].
    #[doc(alias = "DescribeUMemSpace")]
    #[deprecated(note = "Use `DescribeUMem`, which lists instances of every kind.")]
    pub fn describe_umem_space(&self) -> DescribeUMemSpace<Self> {
        DescribeUMemSpace::on(self.clone())
    }

    /// Returns the state of a distributed space: [`GetUMemSpaceState`].
    #[doc(alias = "GetUMemSpaceState")]
    pub fn get_umem_space_state(
        &self,
        space_id: impl Into<String>,
    ) -> GetUMemSpaceState<Self> {
        GetUMemSpaceState::on(self.clone(), space_id)
    }

    /// Changes or clears the password of a distributed Redis space:
    /// [`ModifyUMemPassword`].
    #[doc(alias = "ModifyUMemPassword")]
    pub fn modify_umem_password(
        &self,
        space_id: impl Into<String>,
        password: Password,
    ) -> ModifyUMemPassword<Self> {
        ModifyUMemPassword::on(self.clone(), space_id, password)
    }

    /// Renames a distributed Redis space: [`ModifyUMemSpaceName`].
    #[doc(alias = "ModifyUMemSpaceName")]
    pub fn modify_umem_space_name(
        &self,
        space_id: impl Into<String>,
        name: impl Into<String>,
    ) -> ModifyUMemSpaceName<Self> {
        ModifyUMemSpaceName::on(self.clone(), space_id, name)
    }

    /// Deletes the data in a distributed Redis space: [`RemoveUDRedisData`].
    #[doc(alias = "RemoveUDRedisData")]
    pub fn remove_udredis_data(
        &self,
        space_id: impl Into<String>,
    ) -> RemoveUDRedisData<Self> {
        RemoveUDRedisData::on(self.clone(), space_id)
    }

    /// Changes the memory of a shard of a distributed Redis space:
    /// [`ResizeUDRedisBlockSize`].
    #[doc(alias = "ResizeUDRedisBlockSize")]
    pub fn resize_udredis_block_size(
        &self,
        space_id: impl Into<String>,
        block_id: impl Into<String>,
        block_size: i64,
    ) -> ResizeUDRedisBlockSize<Self> {
        ResizeUDRedisBlockSize::on(self.clone(), space_id, block_id, block_size)
    }

    /// Enlarges the memory of a distributed space of the older kind:
    /// [`ResizeUMemSpace`].
    #[doc(alias = "ResizeUMemSpace")]
    #[deprecated(
        note = "It works on spaces of the older kind only, not on high-performance ones, and UCloud advises against it. `ResizeUDRedisBlockSize` resizes a shard."
    )]
    pub fn resize_umem_space(
        &self,
        space_id: impl Into<String>,
        size: i64,
    ) -> ResizeUMemSpace<Self> {
        ResizeUMemSpace::on(self.clone(), space_id, size)
    }
}

/// # Proxies
///
/// The proxies in front of a space, which let ordinary Redis clients use it.
impl Client {
    /// Adds proxies to a distributed Redis space: [`CreateUDRedisUhproxy`].
    #[doc(alias = "CreateUDRedisUhproxy")]
    pub fn create_udredis_uhproxy(
        &self,
        space_id: impl Into<String>,
        cpu: i64,
    ) -> CreateUDRedisUhproxy<Self> {
        CreateUDRedisUhproxy::on(self.clone(), space_id, cpu)
    }

    /// Deletes a proxy of a distributed Redis space: [`DeleteUDRedisProxy`].
    #[doc(alias = "DeleteUDRedisProxy")]
    pub fn delete_udredis_proxy(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> DeleteUDRedisProxy<Self> {
        DeleteUDRedisProxy::on(self.clone(), space_id, proxy_id)
    }

    /// Lists the clients that are connected to a proxy:
    /// [`DescribeUDRedisProxyClientList`].
    #[doc(alias = "DescribeUDRedisProxyClientList")]
    pub fn describe_udredis_proxy_client_list(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> DescribeUDRedisProxyClientList<Self> {
        DescribeUDRedisProxyClientList::on(self.clone(), space_id, proxy_id)
    }

    /// Lists the proxies of a distributed Redis space: [`DescribeUDRedisProxyInfo`].
    #[doc(alias = "DescribeUDRedisProxyInfo")]
    pub fn describe_udredis_proxy_info(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUDRedisProxyInfo<Self> {
        DescribeUDRedisProxyInfo::on(self.clone(), space_id)
    }

    /// Waits until a new proxy runs, so that clients can connect to it. It is found by
    /// its `ResourceId`, which `CreateUDRedisUhproxy` returns. If several proxies were
    /// ordered at once (`ProxyCnt`), the wait is for this one alone.
    ///
    /// It polls [`DescribeUDRedisProxyInfo`] until `state` is `PROXY_NORMAL`.
    /// `PROXY_FAILED` ends it with an error.
    pub fn wait_until_udredis_proxy_running(
        &self,
        space_id: impl Into<String>,
        resource_id: impl Into<String>,
    ) -> Waiter<UDRedisProxy> {
        let resource_id: String = resource_id.into();
        Waiter::listed(
            self.clone(),
            DescribeUDRedisProxyInfo::new(space_id),
            udredis_proxy_running(),
            move |entries| Matches::of(
                entries,
                |entry| Some(&entry.resource_id),
                &resource_id,
            ),
        )
    }

    /// Waits until a proxy runs with the given CPU cores. It is found by its `ProxyId`.
    ///
    /// It polls [`DescribeUDRedisProxyInfo`] until `state` is `PROXY_NORMAL` and `cpu`
    /// has the given value. `PROXY_RESIZE_ERROR` ends it with an error.
    ///
    /// - `cpu`: CPU cores of the proxy.
    pub fn wait_until_udredis_proxy_resized(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
        cpu: i64,
    ) -> Waiter<UDRedisProxy> {
        let proxy_id: String = proxy_id.into();
        Waiter::listed(
            self.clone(),
            DescribeUDRedisProxyInfo::new(space_id),
            udredis_proxy_resized(cpu),
            move |entries| Matches::of(entries, |entry| Some(&entry.proxy_id), &proxy_id),
        )
    }

    /// Waits until a proxy is gone. It is looked for by its `ProxyId`.
    ///
    /// It polls [`DescribeUDRedisProxyInfo`] until the entry is gone.
    pub fn wait_until_udredis_proxy_deleted(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> Waiter<Option<UDRedisProxy>> {
        let proxy_id: String = proxy_id.into();
        Waiter::listed(
            self.clone(),
            DescribeUDRedisProxyInfo::new(space_id),
            udredis_proxy_deleted(),
            move |entries| Matches::of(entries, |entry| Some(&entry.proxy_id), &proxy_id),
        )
    }

    /// Changes the CPU cores of a proxy of a distributed Redis space: [`ResizeUhproxy`].
    #[doc(alias = "ResizeUhproxy")]
    pub fn resize_uhproxy(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
        new_cpu: i64,
    ) -> ResizeUhproxy<Self> {
        ResizeUhproxy::on(self.clone(), space_id, proxy_id, new_cpu)
    }
}

/// # Proxies
///
/// The proxies in front of a space, which let ordinary Redis clients use it.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Adds proxies to a distributed Redis space: [`CreateUDRedisUhproxy`].
    #[doc(alias = "CreateUDRedisUhproxy")]
    pub fn create_udredis_uhproxy(
        &self,
        space_id: impl Into<String>,
        cpu: i64,
    ) -> CreateUDRedisUhproxy<Self> {
        CreateUDRedisUhproxy::on(self.clone(), space_id, cpu)
    }

    /// Deletes a proxy of a distributed Redis space: [`DeleteUDRedisProxy`].
    #[doc(alias = "DeleteUDRedisProxy")]
    pub fn delete_udredis_proxy(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> DeleteUDRedisProxy<Self> {
        DeleteUDRedisProxy::on(self.clone(), space_id, proxy_id)
    }

    /// Lists the clients that are connected to a proxy:
    /// [`DescribeUDRedisProxyClientList`].
    #[doc(alias = "DescribeUDRedisProxyClientList")]
    pub fn describe_udredis_proxy_client_list(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> DescribeUDRedisProxyClientList<Self> {
        DescribeUDRedisProxyClientList::on(self.clone(), space_id, proxy_id)
    }

    /// Lists the proxies of a distributed Redis space: [`DescribeUDRedisProxyInfo`].
    #[doc(alias = "DescribeUDRedisProxyInfo")]
    pub fn describe_udredis_proxy_info(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUDRedisProxyInfo<Self> {
        DescribeUDRedisProxyInfo::on(self.clone(), space_id)
    }

    /// Waits until a new proxy runs, so that clients can connect to it. It is found by
    /// its `ResourceId`, which `CreateUDRedisUhproxy` returns. If several proxies were
    /// ordered at once (`ProxyCnt`), the wait is for this one alone.
    ///
    /// It polls [`DescribeUDRedisProxyInfo`] until `state` is `PROXY_NORMAL`.
    /// `PROXY_FAILED` ends it with an error.
    pub fn wait_until_udredis_proxy_running(
        &self,
        space_id: impl Into<String>,
        resource_id: impl Into<String>,
    ) -> blocking::Waiter<UDRedisProxy> {
        self.waiter(|client| {
            client.wait_until_udredis_proxy_running(space_id, resource_id)
        })
    }

    /// Waits until a proxy runs with the given CPU cores. It is found by its `ProxyId`.
    ///
    /// It polls [`DescribeUDRedisProxyInfo`] until `state` is `PROXY_NORMAL` and `cpu`
    /// has the given value. `PROXY_RESIZE_ERROR` ends it with an error.
    ///
    /// - `cpu`: CPU cores of the proxy.
    pub fn wait_until_udredis_proxy_resized(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
        cpu: i64,
    ) -> blocking::Waiter<UDRedisProxy> {
        self.waiter(|client| {
            client.wait_until_udredis_proxy_resized(space_id, proxy_id, cpu)
        })
    }

    /// Waits until a proxy is gone. It is looked for by its `ProxyId`.
    ///
    /// It polls [`DescribeUDRedisProxyInfo`] until the entry is gone.
    pub fn wait_until_udredis_proxy_deleted(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
    ) -> blocking::Waiter<Option<UDRedisProxy>> {
        self.waiter(|client| client.wait_until_udredis_proxy_deleted(space_id, proxy_id))
    }

    /// Changes the CPU cores of a proxy of a distributed Redis space: [`ResizeUhproxy`].
    #[doc(alias = "ResizeUhproxy")]
    pub fn resize_uhproxy(
        &self,
        space_id: impl Into<String>,
        proxy_id: impl Into<String>,
        new_cpu: i64,
    ) -> ResizeUhproxy<Self> {
        ResizeUhproxy::on(self.clone(), space_id, proxy_id, new_cpu)
    }
}

/// # Memcached
///
/// Groups of one Memcached node each.
impl Client {
    /// Creates a Memcached group: [`CreateUMemcacheGroup`].
    #[doc(alias = "CreateUMemcacheGroup")]
    pub fn create_umemcache_group(
        &self,
        name: impl Into<String>,
    ) -> CreateUMemcacheGroup<Self> {
        CreateUMemcacheGroup::on(self.clone(), name)
    }

    /// Deletes a Memcached group: [`DeleteUMemcacheGroup`].
    #[doc(alias = "DeleteUMemcacheGroup")]
    pub fn delete_umemcache_group(
        &self,
        group_id: impl Into<String>,
    ) -> DeleteUMemcacheGroup<Self> {
        DeleteUMemcacheGroup::on(self.clone(), group_id)
    }

    /// Lists the Memcached groups, or describes one: [`DescribeUMemcacheGroup`].
    #[doc(alias = "DescribeUMemcacheGroup")]
    pub fn describe_umemcache_group(&self) -> DescribeUMemcacheGroup<Self> {
        DescribeUMemcacheGroup::on(self.clone())
    }

    /// Waits until a Memcached group runs, so that it can be used. You cannot wait for a
    /// restart: a poll before the state becomes `Restarting` ends the wait too early.
    ///
    /// It polls [`DescribeUMemcacheGroup`] without the client's zone until `state` is
    /// `Running`. `CreateFail` ends it with an error.
    pub fn wait_until_umemcache_group_running(
        &self,
        group_id: impl Into<String>,
    ) -> Waiter<UMemcacheGroup> {
        let group_id: String = group_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMemcacheGroup::new().group_id(group_id.clone()).without_zone(),
            umemcache_group_running(),
            move |entries| Matches::of(
                entries,
                |entry| entry.group_id.as_ref(),
                &group_id,
            ),
        )
    }

    /// Waits until a Memcached group runs with the given memory.
    ///
    /// It polls [`DescribeUMemcacheGroup`] without the client's zone until `state` is
    /// `Running` and `size` has the given value. `ResizeFail` ends it with an error.
    ///
    /// - `size`: Memory of the group. Unit: GB.
    pub fn wait_until_umemcache_group_resized(
        &self,
        group_id: impl Into<String>,
        size: i64,
    ) -> Waiter<UMemcacheGroup> {
        let group_id: String = group_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMemcacheGroup::new().group_id(group_id.clone()).without_zone(),
            umemcache_group_resized(size),
            move |entries| Matches::of(
                entries,
                |entry| entry.group_id.as_ref(),
                &group_id,
            ),
        )
    }

    /// Waits until a Memcached group is gone. One that was never there, or that is in
    /// another region or project, counts as gone.
    ///
    /// It polls [`DescribeUMemcacheGroup`] without the client's zone until the entry is
    /// gone. `DeleteFail` ends it with an error.
    pub fn wait_until_umemcache_group_deleted(
        &self,
        group_id: impl Into<String>,
    ) -> Waiter<Option<UMemcacheGroup>> {
        let group_id: String = group_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMemcacheGroup::new().group_id(group_id.clone()).without_zone(),
            umemcache_group_deleted(),
            move |entries| Matches::of(
                entries,
                |entry| entry.group_id.as_ref(),
                &group_id,
            ),
        )
    }

    /// Enlarges the memory of a Memcached group: [`ResizeUMemcacheGroup`].
    #[doc(alias = "ResizeUMemcacheGroup")]
    pub fn resize_umemcache_group(
        &self,
        group_id: impl Into<String>,
        size: i64,
    ) -> ResizeUMemcacheGroup<Self> {
        ResizeUMemcacheGroup::on(self.clone(), group_id, size)
    }

    /// Restarts a Memcached group: [`RestartUMemcacheGroup`].
    #[doc(alias = "RestartUMemcacheGroup")]
    pub fn restart_umemcache_group(
        &self,
        group_id: impl Into<String>,
    ) -> RestartUMemcacheGroup<Self> {
        RestartUMemcacheGroup::on(self.clone(), group_id)
    }
}

/// # Memcached
///
/// Groups of one Memcached node each.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Creates a Memcached group: [`CreateUMemcacheGroup`].
    #[doc(alias = "CreateUMemcacheGroup")]
    pub fn create_umemcache_group(
        &self,
        name: impl Into<String>,
    ) -> CreateUMemcacheGroup<Self> {
        CreateUMemcacheGroup::on(self.clone(), name)
    }

    /// Deletes a Memcached group: [`DeleteUMemcacheGroup`].
    #[doc(alias = "DeleteUMemcacheGroup")]
    pub fn delete_umemcache_group(
        &self,
        group_id: impl Into<String>,
    ) -> DeleteUMemcacheGroup<Self> {
        DeleteUMemcacheGroup::on(self.clone(), group_id)
    }

    /// Lists the Memcached groups, or describes one: [`DescribeUMemcacheGroup`].
    #[doc(alias = "DescribeUMemcacheGroup")]
    pub fn describe_umemcache_group(&self) -> DescribeUMemcacheGroup<Self> {
        DescribeUMemcacheGroup::on(self.clone())
    }

    /// Waits until a Memcached group runs, so that it can be used. You cannot wait for a
    /// restart: a poll before the state becomes `Restarting` ends the wait too early.
    ///
    /// It polls [`DescribeUMemcacheGroup`] without the client's zone until `state` is
    /// `Running`. `CreateFail` ends it with an error.
    pub fn wait_until_umemcache_group_running(
        &self,
        group_id: impl Into<String>,
    ) -> blocking::Waiter<UMemcacheGroup> {
        self.waiter(|client| client.wait_until_umemcache_group_running(group_id))
    }

    /// Waits until a Memcached group runs with the given memory.
    ///
    /// It polls [`DescribeUMemcacheGroup`] without the client's zone until `state` is
    /// `Running` and `size` has the given value. `ResizeFail` ends it with an error.
    ///
    /// - `size`: Memory of the group. Unit: GB.
    pub fn wait_until_umemcache_group_resized(
        &self,
        group_id: impl Into<String>,
        size: i64,
    ) -> blocking::Waiter<UMemcacheGroup> {
        self.waiter(|client| client.wait_until_umemcache_group_resized(group_id, size))
    }

    /// Waits until a Memcached group is gone. One that was never there, or that is in
    /// another region or project, counts as gone.
    ///
    /// It polls [`DescribeUMemcacheGroup`] without the client's zone until the entry is
    /// gone. `DeleteFail` ends it with an error.
    pub fn wait_until_umemcache_group_deleted(
        &self,
        group_id: impl Into<String>,
    ) -> blocking::Waiter<Option<UMemcacheGroup>> {
        self.waiter(|client| client.wait_until_umemcache_group_deleted(group_id))
    }

    /// Enlarges the memory of a Memcached group: [`ResizeUMemcacheGroup`].
    #[doc(alias = "ResizeUMemcacheGroup")]
    pub fn resize_umemcache_group(
        &self,
        group_id: impl Into<String>,
        size: i64,
    ) -> ResizeUMemcacheGroup<Self> {
        ResizeUMemcacheGroup::on(self.clone(), group_id, size)
    }

    /// Restarts a Memcached group: [`RestartUMemcacheGroup`].
    #[doc(alias = "RestartUMemcacheGroup")]
    pub fn restart_umemcache_group(
        &self,
        group_id: impl Into<String>,
    ) -> RestartUMemcacheGroup<Self> {
        RestartUMemcacheGroup::on(self.clone(), group_id)
    }
}

/// # Backups
///
/// Copies of the data: taking, listing and downloading them.
impl Client {
    /// Takes a backup of a distributed Redis space: [`CreateUMemBackup`].
    #[doc(alias = "CreateUMemBackup")]
    pub fn create_umem_backup(
        &self,
        space_id: impl Into<String>,
        backup_name: impl Into<String>,
    ) -> CreateUMemBackup<Self> {
        CreateUMemBackup::on(self.clone(), space_id, backup_name)
    }

    /// Takes a backup of a Redis group: [`CreateURedisBackup`].
    #[doc(alias = "CreateURedisBackup")]
    pub fn create_uredis_backup(
        &self,
        group_id: impl Into<String>,
        backup_name: impl Into<String>,
    ) -> CreateURedisBackup<Self> {
        CreateURedisBackup::on(self.clone(), group_id, backup_name)
    }

    /// Lists the backups of a distributed Redis space: [`DescribeUMemBackup`].
    #[doc(alias = "DescribeUMemBackup")]
    pub fn describe_umem_backup(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBackup<Self> {
        DescribeUMemBackup::on(self.clone(), space_id)
    }

    /// Waits until a backup is finished in every shard, so that its download addresses
    /// are available. The result has one entry per shard; `BlockCount` is their number.
    ///
    /// It polls [`DescribeUMemBackup`] until `state` is `Done` in every entry with that
    /// `backup_id`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> Waiter<Vec<UMemBackup>> {
        let backup_id: String = backup_id.into();
        Waiter::paged(
            self.clone(),
            DescribeUMemBackup::new(space_id),
            umem_backup_done(),
            move |entries| Matches::of(
                entries,
                |entry| Some(&entry.backup_id),
                &backup_id,
            ),
        )
    }

    /// Returns the download addresses of a backup of a distributed Redis space:
    /// [`DescribeUMemBackupUrl`].
    #[doc(alias = "DescribeUMemBackupURL")]
    pub fn describe_umem_backup_url(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> DescribeUMemBackupUrl<Self> {
        DescribeUMemBackupUrl::on(self.clone(), space_id, backup_id)
    }

    /// Lists the backups of a Redis group: [`DescribeURedisBackup`].
    #[doc(alias = "DescribeURedisBackup")]
    pub fn describe_uredis_backup(&self) -> DescribeURedisBackup<Self> {
        DescribeURedisBackup::on(self.clone())
    }

    /// Waits until a backup of a Redis group is finished, so that its download address
    /// is available.
    ///
    /// It polls [`DescribeURedisBackup`] without the client's zone until `state` is
    /// `Success`. `Error` or `Expired` ends it with an error.
    pub fn wait_until_uredis_backup_done(
        &self,
        group_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> Waiter<URedisBackup> {
        let backup_id: String = backup_id.into();
        Waiter::paged(
            self.clone(),
            DescribeURedisBackup::new()
                .group_id(group_id)
                .backup_id(backup_id.clone())
                .without_zone(),
            uredis_backup_done(),
            move |entries| Matches::of(
                entries,
                |entry| entry.backup_id.as_ref(),
                &backup_id,
            ),
        )
    }

    /// Returns the download address of a backup of a Redis group:
    /// [`DescribeURedisBackupUrl`].
    #[doc(alias = "DescribeURedisBackupURL")]
    pub fn describe_uredis_backup_url(
        &self,
        backup_id: impl Into<String>,
    ) -> DescribeURedisBackupUrl<Self> {
        DescribeURedisBackupUrl::on(self.clone(), backup_id)
    }

    /// Changes the automatic backups of a Redis group: [`UpdateURedisBackupStrategy`].
    #[doc(alias = "UpdateURedisBackupStrategy")]
    pub fn update_uredis_backup_strategy(
        &self,
        group_id: impl Into<String>,
    ) -> UpdateURedisBackupStrategy<Self> {
        UpdateURedisBackupStrategy::on(self.clone(), group_id)
    }
}

/// # Backups
///
/// Copies of the data: taking, listing and downloading them.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Takes a backup of a distributed Redis space: [`CreateUMemBackup`].
    #[doc(alias = "CreateUMemBackup")]
    pub fn create_umem_backup(
        &self,
        space_id: impl Into<String>,
        backup_name: impl Into<String>,
    ) -> CreateUMemBackup<Self> {
        CreateUMemBackup::on(self.clone(), space_id, backup_name)
    }

    /// Takes a backup of a Redis group: [`CreateURedisBackup`].
    #[doc(alias = "CreateURedisBackup")]
    pub fn create_uredis_backup(
        &self,
        group_id: impl Into<String>,
        backup_name: impl Into<String>,
    ) -> CreateURedisBackup<Self> {
        CreateURedisBackup::on(self.clone(), group_id, backup_name)
    }

    /// Lists the backups of a distributed Redis space: [`DescribeUMemBackup`].
    #[doc(alias = "DescribeUMemBackup")]
    pub fn describe_umem_backup(
        &self,
        space_id: impl Into<String>,
    ) -> DescribeUMemBackup<Self> {
        DescribeUMemBackup::on(self.clone(), space_id)
    }

    /// Waits until a backup is finished in every shard, so that its download addresses
    /// are available. The result has one entry per shard; `BlockCount` is their number.
    ///
    /// It polls [`DescribeUMemBackup`] until `state` is `Done` in every entry with that
    /// `backup_id`.
    pub fn wait_until_umem_backup_done(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> blocking::Waiter<Vec<UMemBackup>> {
        self.waiter(|client| client.wait_until_umem_backup_done(space_id, backup_id))
    }

    /// Returns the download addresses of a backup of a distributed Redis space:
    /// [`DescribeUMemBackupUrl`].
    #[doc(alias = "DescribeUMemBackupURL")]
    pub fn describe_umem_backup_url(
        &self,
        space_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> DescribeUMemBackupUrl<Self> {
        DescribeUMemBackupUrl::on(self.clone(), space_id, backup_id)
    }

    /// Lists the backups of a Redis group: [`DescribeURedisBackup`].
    #[doc(alias = "DescribeURedisBackup")]
    pub fn describe_uredis_backup(&self) -> DescribeURedisBackup<Self> {
        DescribeURedisBackup::on(self.clone())
    }

    /// Waits until a backup of a Redis group is finished, so that its download address
    /// is available.
    ///
    /// It polls [`DescribeURedisBackup`] without the client's zone until `state` is
    /// `Success`. `Error` or `Expired` ends it with an error.
    pub fn wait_until_uredis_backup_done(
        &self,
        group_id: impl Into<String>,
        backup_id: impl Into<String>,
    ) -> blocking::Waiter<URedisBackup> {
        self.waiter(|client| client.wait_until_uredis_backup_done(group_id, backup_id))
    }

    /// Returns the download address of a backup of a Redis group:
    /// [`DescribeURedisBackupUrl`].
    #[doc(alias = "DescribeURedisBackupURL")]
    pub fn describe_uredis_backup_url(
        &self,
        backup_id: impl Into<String>,
    ) -> DescribeURedisBackupUrl<Self> {
        DescribeURedisBackupUrl::on(self.clone(), backup_id)
    }

    /// Changes the automatic backups of a Redis group: [`UpdateURedisBackupStrategy`].
    #[doc(alias = "UpdateURedisBackupStrategy")]
    pub fn update_uredis_backup_strategy(
        &self,
        group_id: impl Into<String>,
    ) -> UpdateURedisBackupStrategy<Self> {
        UpdateURedisBackupStrategy::on(self.clone(), group_id)
    }
}

/// # Configuration
///
/// Settings of the servers, and the hour of their maintenance.
impl Client {
    /// Lists the configurations for Redis groups: [`DescribeURedisConfig`].
    #[doc(alias = "DescribeURedisConfig")]
    pub fn describe_uredis_config(&self) -> DescribeURedisConfig<Self> {
        DescribeURedisConfig::on(self.clone())
    }

    /// Changes one setting of a configuration for Redis groups: [`ModifyURedisConfig`].
    #[doc(alias = "ModifyURedisConfig")]
    pub fn modify_uredis_config(
        &self,
        config_id: impl Into<String>,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> ModifyURedisConfig<Self> {
        ModifyURedisConfig::on(self.clone(), config_id, key, value)
    }

    /// Switches the defragmentation of an instance on or off: [`RegisterUMemDefrag`].
    #[doc(alias = "RegisterUMemDefrag")]
    pub fn register_umem_defrag(
        &self,
        resource_id: impl Into<String>,
    ) -> RegisterUMemDefrag<Self> {
        RegisterUMemDefrag::on(self.clone(), resource_id)
    }

    /// Sets the maintenance hour of a Redis group: [`UpdateURedisRewriteTime`].
    #[doc(alias = "UpdateURedisRewriteTime")]
    pub fn update_uredis_rewrite_time(
        &self,
        group_id: impl Into<String>,
        rewrite_time: i64,
    ) -> UpdateURedisRewriteTime<Self> {
        UpdateURedisRewriteTime::on(self.clone(), group_id, rewrite_time)
    }
}

/// # Configuration
///
/// Settings of the servers, and the hour of their maintenance.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Lists the configurations for Redis groups: [`DescribeURedisConfig`].
    #[doc(alias = "DescribeURedisConfig")]
    pub fn describe_uredis_config(&self) -> DescribeURedisConfig<Self> {
        DescribeURedisConfig::on(self.clone())
    }

    /// Changes one setting of a configuration for Redis groups: [`ModifyURedisConfig`].
    #[doc(alias = "ModifyURedisConfig")]
    pub fn modify_uredis_config(
        &self,
        config_id: impl Into<String>,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> ModifyURedisConfig<Self> {
        ModifyURedisConfig::on(self.clone(), config_id, key, value)
    }

    /// Switches the defragmentation of an instance on or off: [`RegisterUMemDefrag`].
    #[doc(alias = "RegisterUMemDefrag")]
    pub fn register_umem_defrag(
        &self,
        resource_id: impl Into<String>,
    ) -> RegisterUMemDefrag<Self> {
        RegisterUMemDefrag::on(self.clone(), resource_id)
    }

    /// Sets the maintenance hour of a Redis group: [`UpdateURedisRewriteTime`].
    #[doc(alias = "UpdateURedisRewriteTime")]
    pub fn update_uredis_rewrite_time(
        &self,
        group_id: impl Into<String>,
        rewrite_time: i64,
    ) -> UpdateURedisRewriteTime<Self> {
        UpdateURedisRewriteTime::on(self.clone(), group_id, rewrite_time)
    }
}

/// # Prices and allowances
///
/// Prices of orders and changes, and checks for free capacity.
impl Client {
    /// Checks whether a zone has room for distributed Redis spaces:
    /// [`CheckUDRedisSpaceAllowance`].
    #[doc(alias = "CheckUDredisSpaceAllowance")]
    pub fn check_udredis_space_allowance(
        &self,
        size: i64,
        count: i64,
    ) -> CheckUDRedisSpaceAllowance<Self> {
        CheckUDRedisSpaceAllowance::on(self.clone(), size, count)
    }

    /// Checks whether a zone has room for Redis groups: [`CheckURedisAllowance`].
    #[doc(alias = "CheckURedisAllowance")]
    pub fn check_uredis_allowance(
        &self,
        size: i64,
        count: i64,
    ) -> CheckURedisAllowance<Self> {
        CheckURedisAllowance::on(self.clone(), size, count)
    }

    /// Returns the price of a new distributed Redis space: [`DescribeUMemPrice`].
    #[doc(alias = "DescribeUMemPrice")]
    pub fn describe_umem_price(&self, size: i64) -> DescribeUMemPrice<Self> {
        DescribeUMemPrice::on(self.clone(), size)
    }

    /// Returns the price of a change to a distributed Redis space:
    /// [`DescribeUMemUpgradePrice`].
    #[doc(alias = "DescribeUMemUpgradePrice")]
    pub fn describe_umem_upgrade_price(
        &self,
        size: i64,
        space_id: impl Into<String>,
    ) -> DescribeUMemUpgradePrice<Self> {
        DescribeUMemUpgradePrice::on(self.clone(), size, space_id)
    }

    /// Returns the price of a new Memcached group: [`DescribeUMemcachePrice`].
    #[doc(alias = "DescribeUMemcachePrice")]
    pub fn describe_umemcache_price(&self, size: i64) -> DescribeUMemcachePrice<Self> {
        DescribeUMemcachePrice::on(self.clone(), size)
    }

    /// Returns the price of more memory for a Memcached group:
    /// [`DescribeUMemcacheUpgradePrice`].
    #[doc(alias = "DescribeUMemcacheUpgradePrice")]
    pub fn describe_umemcache_upgrade_price(
        &self,
        size: i64,
        group_id: impl Into<String>,
    ) -> DescribeUMemcacheUpgradePrice<Self> {
        DescribeUMemcacheUpgradePrice::on(self.clone(), size, group_id)
    }

    /// Returns the price of a new Redis group: [`DescribeURedisPrice`].
    #[doc(alias = "DescribeURedisPrice")]
    pub fn describe_uredis_price(&self, size: i64) -> DescribeURedisPrice<Self> {
        DescribeURedisPrice::on(self.clone(), size)
    }

    /// Returns the price of a change to a Redis group: [`DescribeURedisUpgradePrice`].
    #[doc(alias = "DescribeURedisUpgradePrice")]
    pub fn describe_uredis_upgrade_price(
        &self,
        size: i64,
        group_id: impl Into<String>,
    ) -> DescribeURedisUpgradePrice<Self> {
        DescribeURedisUpgradePrice::on(self.clone(), size, group_id)
    }
}

/// # Prices and allowances
///
/// Prices of orders and changes, and checks for free capacity.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Checks whether a zone has room for distributed Redis spaces:
    /// [`CheckUDRedisSpaceAllowance`].
    #[doc(alias = "CheckUDredisSpaceAllowance")]
    pub fn check_udredis_space_allowance(
        &self,
        size: i64,
        count: i64,
    ) -> CheckUDRedisSpaceAllowance<Self> {
        CheckUDRedisSpaceAllowance::on(self.clone(), size, count)
    }

    /// Checks whether a zone has room for Redis groups: [`CheckURedisAllowance`].
    #[doc(alias = "CheckURedisAllowance")]
    pub fn check_uredis_allowance(
        &self,
        size: i64,
        count: i64,
    ) -> CheckURedisAllowance<Self> {
        CheckURedisAllowance::on(self.clone(), size, count)
    }

    /// Returns the price of a new distributed Redis space: [`DescribeUMemPrice`].
    #[doc(alias = "DescribeUMemPrice")]
    pub fn describe_umem_price(&self, size: i64) -> DescribeUMemPrice<Self> {
        DescribeUMemPrice::on(self.clone(), size)
    }

    /// Returns the price of a change to a distributed Redis space:
    /// [`DescribeUMemUpgradePrice`].
    #[doc(alias = "DescribeUMemUpgradePrice")]
    pub fn describe_umem_upgrade_price(
        &self,
        size: i64,
        space_id: impl Into<String>,
    ) -> DescribeUMemUpgradePrice<Self> {
        DescribeUMemUpgradePrice::on(self.clone(), size, space_id)
    }

    /// Returns the price of a new Memcached group: [`DescribeUMemcachePrice`].
    #[doc(alias = "DescribeUMemcachePrice")]
    pub fn describe_umemcache_price(&self, size: i64) -> DescribeUMemcachePrice<Self> {
        DescribeUMemcachePrice::on(self.clone(), size)
    }

    /// Returns the price of more memory for a Memcached group:
    /// [`DescribeUMemcacheUpgradePrice`].
    #[doc(alias = "DescribeUMemcacheUpgradePrice")]
    pub fn describe_umemcache_upgrade_price(
        &self,
        size: i64,
        group_id: impl Into<String>,
    ) -> DescribeUMemcacheUpgradePrice<Self> {
        DescribeUMemcacheUpgradePrice::on(self.clone(), size, group_id)
    }

    /// Returns the price of a new Redis group: [`DescribeURedisPrice`].
    #[doc(alias = "DescribeURedisPrice")]
    pub fn describe_uredis_price(&self, size: i64) -> DescribeURedisPrice<Self> {
        DescribeURedisPrice::on(self.clone(), size)
    }

    /// Returns the price of a change to a Redis group: [`DescribeURedisUpgradePrice`].
    #[doc(alias = "DescribeURedisUpgradePrice")]
    pub fn describe_uredis_upgrade_price(
        &self,
        size: i64,
        group_id: impl Into<String>,
    ) -> DescribeURedisUpgradePrice<Self> {
        DescribeURedisUpgradePrice::on(self.clone(), size, group_id)
    }
}

/// # Slow logs
///
/// Slow commands.
impl Client {
    /// Reads the slow log of a distributed Redis space: [`DescribeUDRedisSlowlog`].
    #[doc(alias = "DescribeUDRedisSlowlog")]
    pub fn describe_udredis_slowlog(
        &self,
        instance_id: impl Into<String>,
    ) -> DescribeUDRedisSlowlog<Self> {
        DescribeUDRedisSlowlog::on(self.clone(), instance_id)
    }

    /// Reads the slow log of a Redis group: [`DescribeURedisSlowlog`].
    #[doc(alias = "DescribeURedisSlowlog")]
    pub fn describe_uredis_slowlog(
        &self,
        group_id: impl Into<String>,
    ) -> DescribeURedisSlowlog<Self> {
        DescribeURedisSlowlog::on(self.clone(), group_id)
    }
}

/// # Slow logs
///
/// Slow commands.
#[cfg(feature = "blocking")]
impl blocking::Client {
    /// Reads the slow log of a distributed Redis space: [`DescribeUDRedisSlowlog`].
    #[doc(alias = "DescribeUDRedisSlowlog")]
    pub fn describe_udredis_slowlog(
        &self,
        instance_id: impl Into<String>,
    ) -> DescribeUDRedisSlowlog<Self> {
        DescribeUDRedisSlowlog::on(self.clone(), instance_id)
    }

    /// Reads the slow log of a Redis group: [`DescribeURedisSlowlog`].
    #[doc(alias = "DescribeURedisSlowlog")]
    pub fn describe_uredis_slowlog(
        &self,
        group_id: impl Into<String>,
    ) -> DescribeURedisSlowlog<Self> {
        DescribeURedisSlowlog::on(self.clone(), group_id)
    }
}

fn udredis_proxy_running() -> Acceptor<UDRedisProxy, UDRedisProxy> {
    Acceptor {
        name: "udredis_proxy_running",
        action: "DescribeUDRedisProxyInfo",
        state: |entry| Some(entry.state.as_str()),
        success: &["PROXY_NORMAL"],
        failure: &["PROXY_FAILED"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn udredis_proxy_resized(cpu: i64) -> Acceptor<UDRedisProxy, UDRedisProxy> {
    Acceptor {
        name: "udredis_proxy_resized",
        action: "DescribeUDRedisProxyInfo",
        state: |entry| Some(entry.state.as_str()),
        success: &["PROXY_NORMAL"],
        failure: &["PROXY_RESIZE_ERROR"],
        expected: vec![("CPU", Box::new(move |entry| entry.cpu == cpu))],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn udredis_proxy_deleted() -> Acceptor<UDRedisProxy, Option<UDRedisProxy>> {
    Acceptor {
        name: "udredis_proxy_deleted",
        action: "DescribeUDRedisProxyInfo",
        state: |entry| Some(entry.state.as_str()),
        success: &[],
        failure: &[],
        expected: vec![],
        entries: Entries::First(Some),
        on_missing: OnMissing::Success(Default::default),
    }
}

fn umem_running() -> Acceptor<UMemInstance, UMemInstance> {
    Acceptor {
        name: "umem_running",
        action: "DescribeUMem",
        state: |entry| entry.state.as_ref().map(InstanceState::as_str),
        success: &["Running"],
        failure: &["CreateFail", "Fail"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umem_resized(size: i64) -> Acceptor<UMemInstance, UMemInstance> {
    Acceptor {
        name: "umem_resized",
        action: "DescribeUMem",
        state: |entry| entry.state.as_ref().map(InstanceState::as_str),
        success: &["Running"],
        failure: &["ResizeFail", "Fail"],
        expected: vec![("Size", Box::new(move |entry| entry.size == Some(size)))],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umem_password_set() -> Acceptor<UMemInstance, UMemInstance> {
    Acceptor {
        name: "umem_password_set",
        action: "DescribeUMem",
        state: |entry| entry.state.as_ref().map(InstanceState::as_str),
        success: &["Running"],
        failure: &["SetPasswordFail"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umem_replica_running() -> Acceptor<UMemReplica, UMemReplica> {
    Acceptor {
        name: "umem_replica_running",
        action: "DescribeUMem",
        state: |entry| entry.state.as_ref().map(ReplicaState::as_str),
        success: &["Running"],
        failure: &["CreateFail", "Fail"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umem_deleted() -> Acceptor<UMemInstance, Option<UMemInstance>> {
    Acceptor {
        name: "umem_deleted",
        action: "DescribeUMem",
        state: |entry| entry.state.as_ref().map(InstanceState::as_str),
        success: &[],
        failure: &["DeleteFail"],
        expected: vec![],
        entries: Entries::First(Some),
        on_missing: OnMissing::Success(Default::default),
    }
}

fn umem_backup_done() -> Acceptor<UMemBackup, Vec<UMemBackup>> {
    Acceptor {
        name: "umem_backup_done",
        action: "DescribeUMemBackup",
        state: |entry| Some(entry.state.as_str()),
        success: &["Done"],
        failure: &[],
        expected: vec![],
        entries: Entries::All(|entries| entries),
        on_missing: OnMissing::Retry,
    }
}

fn umem_block_resized(block_size: i64) -> Acceptor<UMemBlock, UMemBlock> {
    Acceptor {
        name: "umem_block_resized",
        action: "DescribeUMemBlockInfo",
        state: |entry| Some(entry.block_state.as_str()),
        success: &["Running"],
        failure: &["ResizeFail", "Fail"],
        expected: vec![
            ("BlockSize", Box::new(move |entry| entry.block_size == block_size)),
        ],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umemcache_group_running() -> Acceptor<UMemcacheGroup, UMemcacheGroup> {
    Acceptor {
        name: "umemcache_group_running",
        action: "DescribeUMemcacheGroup",
        state: |entry| entry.state.as_ref().map(UMemcacheGroupState::as_str),
        success: &["Running"],
        failure: &["CreateFail"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umemcache_group_resized(size: i64) -> Acceptor<UMemcacheGroup, UMemcacheGroup> {
    Acceptor {
        name: "umemcache_group_resized",
        action: "DescribeUMemcacheGroup",
        state: |entry| entry.state.as_ref().map(UMemcacheGroupState::as_str),
        success: &["Running"],
        failure: &["ResizeFail"],
        expected: vec![("Size", Box::new(move |entry| entry.size == Some(size)))],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}

fn umemcache_group_deleted() -> Acceptor<UMemcacheGroup, Option<UMemcacheGroup>> {
    Acceptor {
        name: "umemcache_group_deleted",
        action: "DescribeUMemcacheGroup",
        state: |entry| entry.state.as_ref().map(UMemcacheGroupState::as_str),
        success: &[],
        failure: &["DeleteFail"],
        expected: vec![],
        entries: Entries::First(Some),
        on_missing: OnMissing::Success(Default::default),
    }
}

fn uredis_backup_done() -> Acceptor<URedisBackup, URedisBackup> {
    Acceptor {
        name: "uredis_backup_done",
        action: "DescribeURedisBackup",
        state: |entry| entry.state.as_ref().map(URedisBackupState::as_str),
        success: &["Success"],
        failure: &["Error", "Expired"],
        expected: vec![],
        entries: Entries::First(|entry| entry),
        on_missing: OnMissing::Retry,
    }
}
