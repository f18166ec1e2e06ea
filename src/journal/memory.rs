//! A folder in memory alone, for rehearsals: everything works and nothing is kept. Knows no disk.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::storage::{Claim, Opened, Storage};

/// Files by name, in memory. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: Arc<Mutex<BTreeMap<String, Arc<Mutex<Content>>>>>,
}

#[derive(Debug, Default)]
struct Content {
    bytes: Vec<u8>,
    claimed: bool,
}

impl Memory {
    /// A folder without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same folder with a file of that name and content.
    #[must_use]
    pub fn with(self, name: &str, bytes: &[u8]) -> Self {
        let content = Content {
            bytes: bytes.to_vec(),
            claimed: false,
        };
        held(&self.files).insert(name.to_owned(), Arc::new(Mutex::new(content)));
        self
    }

    /// What stands in the file of that name.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        held(&self.files)
            .get(name)
            .map(|content| held(content).bytes.clone())
    }

    fn opened(&self, content: Arc<Mutex<Content>>) -> Box<dyn Opened> {
        Box::new(MemoryFile {
            content,
            folder: self.clone(),
            claims: AtomicBool::new(false),
        })
    }
}

/// A panic elsewhere leaves bytes that are still what was written.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Storage for Memory {
    fn place(&self, name: &str) -> PathBuf {
        PathBuf::from(name)
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        let mut files = held(&self.files);
        if files.contains_key(name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let content = Arc::new(Mutex::new(Content::default()));
        files.insert(name.to_owned(), Arc::clone(&content));
        Ok(self.opened(content))
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        let content = held(&self.files)
            .get(name)
            .cloned()
            .ok_or(io::ErrorKind::NotFound)?;
        Ok(self.opened(content))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut files = held(&self.files);
        let content = files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        files.insert(to.to_owned(), content);
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        held(&self.files)
            .remove(name)
            .map(|_| ())
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn sync_names(&self) -> io::Result<()> {
        Ok(())
    }

    fn has(&self, name: &str) -> bool {
        held(&self.files).contains_key(name)
    }
}

#[derive(Debug)]
struct MemoryFile {
    content: Arc<Mutex<Content>>,
    folder: Memory,
    claims: AtomicBool,
}

impl Opened for MemoryFile {
    fn claim(&self) -> Result<(), Claim> {
        let mut content = held(&self.content);
        if content.claimed {
            return Err(Claim::Held(None));
        }
        content.claimed = true;
        self.claims.store(true, Ordering::Relaxed);
        Ok(())
    }

    fn may_write(&self) -> bool {
        true
    }

    fn length(&self) -> io::Result<u64> {
        Ok(held(&self.content).bytes.len() as u64)
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        let content = held(&self.content);
        let rest = usize::try_from(offset)
            .ok()
            .and_then(|start| content.bytes.get(start..))
            .unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        let start = usize::try_from(offset).map_err(|_| io::ErrorKind::FileTooLarge)?;
        let mut content = held(&self.content);
        let end = start + bytes.len();
        if content.bytes.len() < end {
            content.bytes.resize(end, 0);
        }
        content.bytes[start..end].copy_from_slice(bytes);
        Ok(bytes.len())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let length = usize::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge)?;
        held(&self.content).bytes.resize(length, 0);
        Ok(())
    }

    fn is_untouched(&self, name: &str, length: u64) -> bool {
        let stands = held(&self.folder.files)
            .get(name)
            .is_some_and(|now| Arc::ptr_eq(now, &self.content));
        stands && self.length().is_ok_and(|now| now == length)
    }
}

impl Drop for MemoryFile {
    fn drop(&mut self) {
        if self.claims.load(Ordering::Relaxed) {
            held(&self.content).claimed = false;
        }
    }
}
