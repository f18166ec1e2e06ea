//! What the lobby has to read: the way from nothing to minutes, the keys, where things are kept, how to leave. Owns which sentences, and their order.

use crate::text::Message;
use crate::tui::lobby::found::Folders;

/// Something to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// From an agenda to the minutes.
    Guide,
    /// What the keys do here.
    Keys,
    /// Where things are kept.
    Kept,
    /// How to leave.
    Leaving,
}

impl Page {
    /// What it is called.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Guide => "lobby-guide",
            Self::Keys => "lobby-keys",
            Self::Kept => "lobby-where",
            Self::Leaving => "lobby-leaving",
        }
    }
}

/// What the keys do in the lobby, a sentence each.
pub const KEYS: [&str; 6] = [
    "lobby-keys-move",
    "lobby-keys-choose",
    "lobby-keys-find",
    "lobby-keys-lines",
    "lobby-keys-meeting",
    "lobby-keys-leave",
];

const GUIDE: [&str; 6] = [
    "lobby-guide-demo",
    "lobby-guide-agenda",
    "lobby-guide-roster",
    "lobby-guide-hold",
    "lobby-guide-documents",
    "lobby-guide-later",
];

const LEAVING: [&str; 3] = [
    "lobby-leaving-lobby",
    "lobby-leaving-meeting",
    "lobby-leaving-crash",
];

/// Its sentences, a paragraph each.
#[must_use]
pub fn page(page: Page, folders: &Folders) -> Vec<Message> {
    let of = |ids: &[&'static str]| ids.iter().map(|id| Message::new(id)).collect();
    match page {
        Page::Guide => of(&GUIDE),
        Page::Keys => of(&KEYS),
        Page::Leaving => of(&LEAVING),
        Page::Kept => {
            let at = |id, folder| Message::new(id).with("folder", folder);
            let mut told = vec![at("lobby-where-sessions", &folders.sessions)];
            if !folders.settings.is_empty() {
                told.push(at("lobby-where-settings", &folders.settings));
            }
            told.push(Message::new("lobby-where-else"));
            told
        }
    }
}
