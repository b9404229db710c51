//! Digests and checksums of many pieces of bytes, on all cores, each read once.

use dossier_model::Digest;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a pack says of the bytes of one file: its SHA-256, and the CRC-32 of its zip entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seal {
    pub(crate) sha256: Digest,
    pub(crate) crc: u32,
}

impl Seal {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self { sha256: Digest::of(bytes), crc: crc32fast::hash(bytes) }
    }
}

/// The seal of each piece, in their order.
pub(crate) fn seals(pieces: &[&[u8]]) -> Vec<Seal> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(pieces.len());
    let total: usize = pieces.iter().map(|bytes| bytes.len()).sum();
    if cores < 2 || total < 1 << 20 {
        return pieces.iter().map(|bytes| Seal::of(bytes)).collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(pieces.len()));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let mut mine = Vec::new();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(bytes) = pieces.get(at) else { break };
                    mine.push((at, Seal::of(bytes)));
                }
                // Nothing panics while it holds the lock, so what a poisoned one holds is whole.
                done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend(mine);
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, seal)| seal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_threads_find_what_one_finds() {
        let pieces: Vec<Vec<u8>> = (0..40_u8).map(|n| vec![n; 100_000 + usize::from(n)]).collect();
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        let one_by_one: Vec<Seal> = pieces.iter().map(|bytes| Seal::of(bytes)).collect();
        assert_eq!(seals(&pieces), one_by_one);
    }
}
