//! What goes through the pipes between a program and its worker: frames, each a length in eight bytes (little end first) and as many bytes.

use std::io::{self, Read, Write};

/// The longest frame: a file of the largest size, and as much again for its text.
pub const MOST: u64 = 2 * crate::MAX_BYTES as u64 + 1024 * 1024;

/// Writes a frame.
///
/// # Errors
/// What writing gives.
pub fn send(pipe: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    pipe.write_all(&(bytes.len() as u64).to_le_bytes())?;
    pipe.write_all(bytes)
}

/// Reads a frame; `None` where the pipe ends before it.
///
/// # Errors
/// What reading gives; a frame that is cut off or longer than [`MOST`].
pub fn receive(pipe: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match pipe.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let length = length_of(length)?;
    let mut bytes = vec![0; length];
    pipe.read_exact(&mut bytes)?;
    Ok(Some(bytes))
}

/// The length that eight bytes give.
///
/// # Errors
/// Where it is longer than [`MOST`].
pub fn length_of(bytes: [u8; 8]) -> io::Result<usize> {
    let length = u64::from_le_bytes(bytes);
    match usize::try_from(length) {
        Ok(length) if length as u64 <= MOST => Ok(length),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, format!("a frame of {length} bytes, more than {MOST}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_through_as_they_were_sent() {
        let mut pipe = Vec::new();
        send(&mut pipe, b"one").unwrap();
        send(&mut pipe, b"").unwrap();
        let mut rest = pipe.as_slice();
        assert_eq!(receive(&mut rest).unwrap().as_deref(), Some(b"one".as_slice()));
        assert_eq!(receive(&mut rest).unwrap().as_deref(), Some(b"".as_slice()));
        assert_eq!(receive(&mut rest).unwrap(), None);
        assert!(receive(&mut [9, 0, 0, 0, 0, 0, 0, 0, b'x'].as_slice()).is_err(), "cut off");
        assert!(receive(&mut u64::MAX.to_le_bytes().as_slice()).is_err(), "too long");
    }
}
