//! Whether a folder lies on another machine.
//!
//! A write-ahead log needs memory shared by all programs on the file, which a network folder does not give. On Linux
//! the table of mounts tells; on Windows a path that starts with two backslashes does. Elsewhere it cannot be known
//! without unsafe code, and the folder counts as local.

use std::path::Path;

/// Where a folder lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On this machine.
    Local,
    /// On another.
    Network,
}

const NETWORK_SYSTEMS: [&str; 12] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "davfs", "9p"];

impl Place {
    /// Where the folder of `file` lies.
    pub(crate) fn of(file: &Path) -> Self {
        let full = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let folder = full.parent().and_then(|folder| folder.canonicalize().ok()).unwrap_or(full);
        if is_share(&folder.to_string_lossy()) {
            return Self::Network;
        }
        std::fs::read_to_string("/proc/self/mountinfo").map_or(Self::Local, |mounts| Self::by_mounts(&folder, &mounts))
    }

    /// By the deepest mount in `mounts` (the form of Linux's `mountinfo`) that holds `folder`; the later of two at one
    /// point counts.
    fn by_mounts(folder: &Path, mounts: &str) -> Self {
        let mut deepest = (0, Self::Local);
        for line in mounts.lines() {
            let Some((mount, system)) = line.split_once(" - ") else { continue };
            let Some(point) = mount.split(' ').nth(4) else { continue };
            // Spaces in paths are written as \040.
            let point = point.replace("\\040", " ");
            let depth = Path::new(&point).components().count();
            if folder.starts_with(&point) && depth >= deepest.0 {
                let network = system.split(' ').next().is_some_and(|name| NETWORK_SYSTEMS.contains(&name));
                deepest = (depth, if network { Self::Network } else { Self::Local });
            }
        }
        deepest.1
    }
}

/// Whether a Windows path names a share of another machine, written short (two backslashes) or long (`?\\UNC` after them).
fn is_share(folder: &str) -> bool {
    folder.starts_with(r"\\?\UNC\") || folder.starts_with(r"\\") && !folder.starts_with(r"\\?\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_from_a_long_path() {
        for (folder, share) in [
            (r"\\server\cases", true),
            (r"\\?\UNC\server\cases", true),
            (r"\\?\C:\cases", false),
            (r"C:\cases", false),
            ("/home/a", false),
        ] {
            assert_eq!(is_share(folder), share, "{folder}");
        }
    }

    #[test]
    fn the_deepest_mount_tells_where_a_folder_lies() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      30 22 0:40 / /srv/team\\040share rw shared:1 - nfs4 host:/x rw\n\
                      31 30 8:2 / /srv/team\\040share/local rw - xfs /dev/sdb rw\n";
        for (folder, place) in [
            ("/home/a", Place::Local),
            ("/srv/team share/cases", Place::Network),
            ("/srv/team shared", Place::Local),
            ("/srv/team share/local/x", Place::Local),
        ] {
            assert_eq!(Place::by_mounts(Path::new(folder), mounts), place, "{folder}");
        }
    }
}
