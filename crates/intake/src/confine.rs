//! What a worker gives up before it reads the first byte of a document: files, network, other programs, and memory without end.
//!
//! Each measure is taken where the system offers it, and named only where it holds. Documents are read without any of them where the
//! system has none; the record of the source then says so.

/// The most memory that a worker may have, in bytes of address space: a file of the largest size is read in about 2 GiB.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 4 * 1024 * 1024 * 1024;

/// Confines this process for good. Gives the measures that hold.
#[cfg(target_os = "linux")]
pub(crate) fn this_process() -> Vec<String> {
    let measures = [("memory", linux::memory()), ("landlock", linux::landlock()), ("seccomp", linux::seccomp())];
    measures.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name.to_owned()).collect()
}

/// No measure is known on this system.
#[cfg(not(target_os = "linux"))]
pub(crate) fn this_process() -> Vec<String> {
    Vec::new()
}

#[cfg(target_os = "linux")]
mod linux {
    use super::MEMORY;
    use landlock::{
        ABI, Access as _, AccessFs, AccessNet, CompatLevel, Compatible as _, Ruleset, RulesetAttr as _, RulesetError,
        RulesetStatus, Scope,
    };
    use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
    use std::collections::BTreeMap;

    /// The newest rules that are asked for; an older system takes those that it knows.
    const NEWEST: ABI = ABI::V6;

    /// What a reader needs once its pipes are open: its two pipes, memory, threads, clocks, randomness, signals, and an end. Nothing that
    /// opens, connects or starts anything. See the manual page of each in section 2.
    const CALLS: &[i64] = &[
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_readv,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_brk,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_clone,
        libc::SYS_clone3,
        libc::SYS_set_robust_list,
        libc::SYS_rseq,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_gettid,
        libc::SYS_getpid,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_getrandom,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_tgkill,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    /// A cap on memory, no core files, and an end together with the program that started it.
    pub(super) fn memory() -> bool {
        let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
        let capped = setrlimit(Resource::As, at_most(MEMORY)).is_ok() && setrlimit(Resource::Core, at_most(0)).is_ok();
        capped && set_parent_process_death_signal(Some(Signal::KILL)).is_ok()
    }

    /// No file of the system and no port in reach.
    pub(super) fn landlock() -> bool {
        let restricted = || -> Result<RulesetStatus, RulesetError> {
            let rules = Ruleset::default()
                .set_compatibility(CompatLevel::BestEffort)
                .handle_access(AccessFs::from_all(NEWEST))?
                .handle_access(AccessNet::from_all(NEWEST))?
                .scope(Scope::from_all(NEWEST))?;
            Ok(rules.create()?.restrict_self()?.ruleset)
        };
        restricted().is_ok_and(|status| status != RulesetStatus::NotEnforced)
    }

    /// No call to the system but those of [`CALLS`]: any other fails as if it were not permitted.
    pub(super) fn seccomp() -> bool {
        let Ok(arch) = TargetArch::try_from(std::env::consts::ARCH) else { return false };
        let allowed: BTreeMap<i64, Vec<_>> = CALLS.iter().map(|call| (*call, Vec::new())).collect();
        let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
        let filter = SeccompFilter::new(allowed, refused, SeccompAction::Allow, arch);
        let program = filter.and_then(BpfProgram::try_from);
        program.is_ok_and(|program| seccompiler::apply_filter_all_threads(&program).is_ok())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::Command;

    /// What the child leaves with where it reached what it must not.
    const REACHED: i32 = 9;

    #[test]
    fn a_confined_process_reaches_no_file_no_network_no_program_and_no_memory_without_end() {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "confine::tests::in_a_process_of_its_own", "--ignored", "--test-threads", "1"])
            .output()
            .unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    }

    /// Run by the test above only: it gives up what a test needs.
    #[test]
    #[ignore = "gives up files and network for the whole process"]
    fn in_a_process_of_its_own() {
        let held = super::this_process();
        let is_held = |name: &str| held.iter().any(|one| one == name);
        let reached = [
            (is_held("memory"), Vec::<u8>::new().try_reserve_exact(5 * 1024 * 1024 * 1024).is_ok()),
            (is_held("landlock") || is_held("seccomp"), std::fs::File::open("/proc/self/exe").is_ok()),
            (is_held("landlock") || is_held("seccomp"), std::fs::write("/tmp/written-by-a-reader", "").is_ok()),
            (is_held("seccomp"), std::net::UdpSocket::bind("127.0.0.1:0").is_ok()),
            (is_held("seccomp"), Command::new("/bin/true").spawn().is_ok()),
        ];
        let at = reached.iter().position(|(held, reached)| *held && *reached);
        // Not through the harness, which would want to open and write more.
        std::process::exit(at.map_or(0, |at| REACHED + i32::try_from(at).unwrap_or(0)));
    }
}
