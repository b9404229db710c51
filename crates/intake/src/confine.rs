//! What a worker gives up before it reads the first byte of a document: files, network, other programs, and memory without end.
//!
//! Each measure is taken where the system offers it, and named only where it holds. Documents are read without any of them where the
//! system has none; the record of the source then says so.

use std::path::Path;

/// The most memory that a worker may have, in bytes of address space: a file of the largest size is read in about 2 GiB.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 4 * 1024 * 1024 * 1024;

/// Confines this process for good. Gives the measures that hold.
#[cfg(target_os = "linux")]
pub(crate) fn this_process() -> Vec<String> {
    held([("memory", linux::memory()), ("landlock", linux::landlock(&[])), ("seccomp", linux::seccomp(false))])
}

/// Confines this process for good, so that it can still become the program `tesseract`, whose languages lie below `tessdata` if not where the
/// system has them: it reads what the system has installed, writes nothing, and starts no process beside itself. Gives the measures that hold.
#[cfg(target_os = "linux")]
pub(crate) fn for_tesseract(tessdata: Option<&Path>) -> Vec<String> {
    // Programs, their libraries, and the list of where those are.
    let installed = ["/usr", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache"].map(Path::new);
    let readable: Vec<&Path> = installed.into_iter().chain(tessdata).collect();
    held([("memory", linux::memory()), ("landlock", linux::landlock(&readable)), ("seccomp", linux::seccomp(true))])
}

#[cfg(target_os = "linux")]
fn held(measures: [(&str, bool); 3]) -> Vec<String> {
    measures.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name.to_owned()).collect()
}

/// No measure is known on this system.
#[cfg(not(target_os = "linux"))]
pub(crate) fn for_tesseract(_: Option<&Path>) -> Vec<String> {
    Vec::new()
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
        ABI, Access as _, AccessFs, AccessNet, CompatLevel, Compatible as _, Ruleset, RulesetAttr as _, RulesetCreatedAttr as _,
        RulesetError, RulesetStatus, Scope, path_beneath_rules,
    };
    use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};
    use seccompiler::{
        BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
        TargetArch,
    };
    use std::collections::BTreeMap;
    use std::path::Path;

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

    /// What a reader needs for its threads. Another program does without: with these it could start a third.
    const CALLS_FOR_THREADS: &[i64] = &[libc::SYS_clone, libc::SYS_clone3];

    /// What another program needs to begin, and to read its libraries and its languages.
    const CALLS_OF_A_PROGRAM: &[i64] = &[
        libc::SYS_execve,
        libc::SYS_set_tid_address,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_arch_prctl,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_access,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_readlink,
        libc::SYS_faccessat,
        libc::SYS_readlinkat,
        libc::SYS_fstat,
        libc::SYS_newfstatat,
        libc::SYS_lseek,
        libc::SYS_pread64,
        libc::SYS_getdents64,
        libc::SYS_fcntl,
        libc::SYS_prlimit64,
        libc::SYS_sysinfo,
        libc::SYS_uname,
    ];

    /// A cap on memory, no core files, and an end together with the program that started it.
    pub(super) fn memory() -> bool {
        let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
        let capped = setrlimit(Resource::As, at_most(MEMORY)).is_ok() && setrlimit(Resource::Core, at_most(0)).is_ok();
        capped && set_parent_process_death_signal(Some(Signal::KILL)).is_ok()
    }

    /// No file of the system and no port in reach, but what lies below `readable`, to be read and run.
    pub(super) fn landlock(readable: &[&Path]) -> bool {
        let restricted = || -> Result<RulesetStatus, RulesetError> {
            let rules = Ruleset::default()
                .set_compatibility(CompatLevel::BestEffort)
                .handle_access(AccessFs::from_all(NEWEST))?
                .handle_access(AccessNet::from_all(NEWEST))?
                .scope(Scope::from_all(NEWEST))?;
            // What is not there is left out.
            let rules = rules.create()?.add_rules(path_beneath_rules(readable, AccessFs::from_read(NEWEST)))?;
            Ok(rules.restrict_self()?.ruleset)
        };
        restricted().is_ok_and(|status| status != RulesetStatus::NotEnforced)
    }

    /// No call to the system but those listed above, for a reader or for `another` program that it becomes: any other fails as if it were not
    /// permitted.
    pub(super) fn seccomp(another: bool) -> bool {
        let confined = || -> Result<(), Box<dyn std::error::Error>> {
            let calls = CALLS.iter().chain(if another { CALLS_OF_A_PROGRAM } else { CALLS_FOR_THREADS });
            let mut allowed: BTreeMap<i64, Vec<_>> = calls.map(|call| (*call, Vec::new())).collect();
            if another {
                allowed.insert(libc::SYS_openat, vec![only_to_read()?]);
            }
            let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
            let arch = TargetArch::try_from(std::env::consts::ARCH)?;
            let filter = SeccompFilter::new(allowed, refused, SeccompAction::Allow, arch)?;
            Ok(seccompiler::apply_filter_all_threads(&BpfProgram::try_from(filter)?)?)
        };
        confined().is_ok()
    }

    /// That what `openat` opens is only read, neither written nor made.
    fn only_to_read() -> Result<SeccompRule, BackendError> {
        let writing = libc::O_ACCMODE | libc::O_CREAT | libc::O_TRUNC;
        let flags = SeccompCmpOp::MaskedEq(u64::from(writing.unsigned_abs()));
        SeccompRule::new(vec![SeccompCondition::new(
            2,
            SeccompCmpArgLen::Dword,
            flags,
            u64::from(libc::O_RDONLY.unsigned_abs()),
        )?])
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::process::Command;

    /// What the child leaves with where it reached what it must not.
    const REACHED: i32 = 9;

    fn run_alone(test: &str) {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &format!("confine::tests::{test}"), "--ignored", "--test-threads", "1"])
            .output()
            .unwrap();
        assert!(child.status.success(), "{:?} {}", child.status, String::from_utf8_lossy(&child.stderr));
    }

    #[test]
    fn a_confined_process_reaches_no_file_no_network_no_program_and_no_memory_without_end() {
        run_alone("in_a_process_of_its_own");
    }

    #[test]
    fn a_process_that_becomes_a_program_reads_what_is_installed_and_nothing_else() {
        run_alone("in_a_process_that_becomes_a_program");
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
        leave(&reached);
    }

    /// Run by the test above only: it gives up what a test needs.
    #[test]
    #[ignore = "gives up files and network for the whole process"]
    fn in_a_process_that_becomes_a_program() {
        let held = super::for_tesseract(None);
        let is_held = |name: &str| held.iter().any(|one| one == name);
        let reached = [
            (is_held("memory"), Vec::<u8>::new().try_reserve_exact(5 * 1024 * 1024 * 1024).is_ok()),
            (true, std::fs::read_dir("/usr").is_err()),
            (is_held("landlock"), std::fs::File::open("/etc/hostname").is_ok() || std::fs::read_dir("/home").is_ok()),
            (is_held("landlock") || is_held("seccomp"), std::fs::write("/tmp/written-by-a-program", "").is_ok()),
            (is_held("seccomp"), std::net::UdpSocket::bind("127.0.0.1:0").is_ok()),
            (is_held("seccomp"), Command::new("/bin/true").spawn().is_ok()),
            (is_held("seccomp"), std::thread::Builder::new().spawn(|| ()).is_ok()),
        ];
        leave(&reached);
    }

    /// Not through the harness, which would want to open and write more.
    fn leave(reached: &[(bool, bool)]) -> ! {
        let at = reached.iter().position(|(held, reached)| *held && *reached);
        std::process::exit(at.map_or(0, |at| REACHED + i32::try_from(at).unwrap_or(0)));
    }
}
