//! A folder that fails when it is told to, and that remembers what would still be there after the power is lost.
//! Owns no test: it stands in for a disk, and keeps the order in which things were asked of it.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tribune::journal::{Claim, Memory, Opened, Storage};

/// What can be asked of a folder, and can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A file is made.
    Create,
    /// Bytes are written.
    Write,
    /// A file is made safe.
    Sync,
    /// A file is shortened.
    Cut,
    /// A file gets another name.
    Rename,
    /// A file is removed.
    Remove,
    /// The folder is made safe.
    SyncNames,
    /// The test was told that something is accepted.
    Acknowledged,
}

/// How a write fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing of it is done, and the system says why.
    Fails(io::ErrorKind),
    /// Half of it is done, and the next attempt fails.
    Short,
}

/// A folder with faults. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Faulty {
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    files: BTreeMap<String, Arc<Mutex<Content>>>,
    safe_names: BTreeMap<String, Arc<Mutex<Content>>>,
    steps: Vec<Step>,
    faults: Vec<(Step, Fault, usize)>,
    fail_step: Option<usize>,
}

#[derive(Debug, Default)]
struct Content {
    bytes: Vec<u8>,
    safe: Vec<u8>,
    claimed: bool,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Faulty {
    /// A sound, empty folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on the next so many steps of that kind fail in that way.
    pub fn fail(&self, step: Step, fault: Fault, times: usize) {
        held(&self.inside).faults.push((step, fault, times));
    }

    /// The step of that number from now on, from 0 and of whatever kind, fails as a broken disk does.
    pub fn fail_step(&self, number: usize) {
        let mut inside = held(&self.inside);
        inside.fail_step = Some(inside.steps.len() + number);
    }

    /// The disk is mended.
    pub fn mend(&self) {
        let mut inside = held(&self.inside);
        inside.faults.clear();
        inside.fail_step = None;
    }

    /// Whether the step chosen with [`Faulty::fail_step`] has come.
    pub fn has_failed(&self) -> bool {
        let inside = held(&self.inside);
        inside
            .fail_step
            .is_some_and(|number| number < inside.steps.len())
    }

    /// What was asked, in order.
    pub fn steps(&self) -> Vec<Step> {
        held(&self.inside).steps.clone()
    }

    /// Notes in the same order that something was acknowledged.
    pub fn acknowledged(&self) {
        held(&self.inside).steps.push(Step::Acknowledged);
    }

    /// What the program sees in the file of that name.
    pub fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        held(&self.inside)
            .files
            .get(name)
            .map(|content| held(content).bytes.clone())
    }

    /// Somebody else writes to the file of that name.
    pub fn meddle(&self, name: &str, bytes: &[u8]) {
        let content = Content {
            bytes: bytes.to_vec(),
            ..Content::default()
        };
        held(&self.inside)
            .files
            .insert(name.to_owned(), Arc::new(Mutex::new(content)));
    }

    /// What is left after the power is lost: names and bytes that were synced, nothing else.
    pub fn after_power_loss(&self) -> Memory {
        let inside = held(&self.inside);
        inside
            .safe_names
            .iter()
            .fold(Memory::new(), |memory, (name, content)| {
                memory.with(name, &held(content).safe)
            })
    }

    /// What is left after the program is killed: everything that was written.
    pub fn after_kill(&self) -> Memory {
        let inside = held(&self.inside);
        inside
            .files
            .iter()
            .fold(Memory::new(), |memory, (name, content)| {
                memory.with(name, &held(content).bytes)
            })
    }

    fn step(&self, step: Step) -> Result<(), Fault> {
        let mut inside = held(&self.inside);
        let number = inside.steps.len();
        inside.steps.push(step);
        if inside.fail_step == Some(number) {
            return Err(Fault::Fails(io::ErrorKind::Other));
        }
        match inside
            .faults
            .iter_mut()
            .find(|(kind, _, left)| *kind == step && *left > 0)
        {
            None => Ok(()),
            Some((_, fault, left)) => {
                *left -= 1;
                Err(*fault)
            }
        }
    }

    fn sound(&self, step: Step) -> io::Result<()> {
        self.step(step).map_err(|fault| match fault {
            Fault::Fails(kind) => kind.into(),
            Fault::Short => io::ErrorKind::StorageFull.into(),
        })
    }

    fn opened(&self, content: Arc<Mutex<Content>>) -> Box<dyn Opened> {
        Box::new(FaultyFile {
            folder: self.clone(),
            content,
            claims: Mutex::new(false),
        })
    }
}

impl Storage for Faulty {
    fn place(&self, name: &str) -> PathBuf {
        PathBuf::from("/sessions").join(name)
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        self.sound(Step::Create)?;
        if self.has(name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let content = Arc::new(Mutex::new(Content::default()));
        held(&self.inside)
            .files
            .insert(name.to_owned(), Arc::clone(&content));
        Ok(self.opened(content))
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        let content = held(&self.inside)
            .files
            .get(name)
            .cloned()
            .ok_or(io::ErrorKind::NotFound)?;
        Ok(self.opened(content))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.sound(Step::Rename)?;
        let mut inside = held(&self.inside);
        let content = inside.files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        inside.files.insert(to.to_owned(), content);
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.sound(Step::Remove)?;
        held(&self.inside)
            .files
            .remove(name)
            .map(|_| ())
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn sync_names(&self) -> io::Result<()> {
        self.sound(Step::SyncNames)?;
        let mut inside = held(&self.inside);
        inside.safe_names = inside.files.clone();
        Ok(())
    }

    fn has(&self, name: &str) -> bool {
        held(&self.inside).files.contains_key(name)
    }
}

#[derive(Debug)]
struct FaultyFile {
    folder: Faulty,
    content: Arc<Mutex<Content>>,
    claims: Mutex<bool>,
}

impl FaultyFile {
    fn put(&self, offset: u64, bytes: &[u8]) {
        let start = usize::try_from(offset).expect("tests write little");
        let mut content = held(&self.content);
        let end = start + bytes.len();
        if content.bytes.len() < end {
            content.bytes.resize(end, 0);
        }
        content.bytes[start..end].copy_from_slice(bytes);
    }
}

impl Opened for FaultyFile {
    fn claim(&self) -> Result<(), Claim> {
        let mut content = held(&self.content);
        if content.claimed {
            return Err(Claim::Held(Some(4711)));
        }
        content.claimed = true;
        *held(&self.claims) = true;
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
        match self.folder.step(Step::Write) {
            Ok(()) => {
                self.put(offset, bytes);
                Ok(bytes.len())
            }
            Err(Fault::Short) if bytes.len() > 1 => {
                self.put(offset, &bytes[..bytes.len() / 2]);
                Ok(bytes.len() / 2)
            }
            Err(Fault::Short) => Err(io::ErrorKind::StorageFull.into()),
            // The worst a system may do: some of it stands there, and the call failed.
            Err(Fault::Fails(kind)) => {
                self.put(offset, &bytes[..bytes.len() / 3]);
                Err(kind.into())
            }
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.folder.sound(Step::Sync)?;
        let mut content = held(&self.content);
        let Content { bytes, safe, .. } = &mut *content;
        safe.clone_from(bytes);
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.folder.sound(Step::Cut)?;
        let length = usize::try_from(length).expect("tests write little");
        held(&self.content).bytes.truncate(length);
        Ok(())
    }

    fn is_untouched(&self, name: &str, length: u64) -> bool {
        let inside = held(&self.folder.inside);
        let stands = inside
            .files
            .get(name)
            .is_some_and(|now| Arc::ptr_eq(now, &self.content));
        stands && held(&self.content).bytes.len() as u64 == length
    }
}

impl Drop for FaultyFile {
    fn drop(&mut self) {
        if *held(&self.claims) {
            held(&self.content).claimed = false;
        }
    }
}
