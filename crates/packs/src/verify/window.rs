//! A file, or bytes in memory, that several threads read at once, each at its own place.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

/// A place in a file or in bytes. A clone has its own place.
#[derive(Clone)]
pub(crate) struct Window {
    bytes: Bytes,
    length: u64,
    at: u64,
}

#[derive(Clone)]
enum Bytes {
    File(Arc<File>),
    Memory(Arc<[u8]>),
}

impl Window {
    pub(crate) fn file(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self { bytes: Bytes::File(Arc::new(file)), length, at: 0 })
    }

    pub(crate) fn memory(bytes: Arc<[u8]>) -> Self {
        Self { length: bytes.len() as u64, bytes: Bytes::Memory(bytes), at: 0 }
    }

    pub(crate) fn len(&self) -> u64 {
        self.length
    }

    /// Whether `expected` stands at `at`.
    pub(crate) fn has(&self, at: u64, expected: &[u8]) -> io::Result<bool> {
        let mut window = Self { at, ..self.clone() };
        let mut found = vec![0; expected.len()];
        match window.read_exact(&mut found) {
            Ok(()) => Ok(found == expected),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match &self.bytes {
            Bytes::File(file) => read_at(file, buffer, self.at)?,
            Bytes::Memory(bytes) => {
                let rest = usize::try_from(self.at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
                let n = rest.len().min(buffer.len());
                buffer[..n].copy_from_slice(&rest[..n]);
                n
            }
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Window {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a place before the start"))?;
        Ok(self.at)
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, at)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, at)
}
