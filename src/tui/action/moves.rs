//! What keys do on a face, whatever the face shows: each face takes the ones it has a use for. What they do there is `update`'s.

/// What a key does on a face, to what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Select the one before.
    Previous,
    /// Select the one behind.
    Next,
    /// Select one a page before.
    PageBack,
    /// Select one a page on.
    PageOn,
    /// Select the first of the group before.
    GroupBack,
    /// Select the first of the next group.
    GroupOn,
    /// Show more of what is selected.
    Open,
    /// Show less of it.
    Fold,
    /// Put it in other groups, or show another kind of it.
    Turn,
    /// Mark the selected one, to do something to several.
    Mark,
    /// Say no to what the selected one proposes.
    Refuse,
    /// Ask what to do with the selected one.
    Act,
}
