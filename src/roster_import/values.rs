//! The words that rosters have for what is a closed list in an agenda: in what function somebody attends, and whether they vote.

use crate::agenda::Capacity;
use crate::names::fold;

/// The words for each, folded.
#[rustfmt::skip] // many in a line
const CAPACITIES: &[(Capacity, &[&str])] = &[
    (Capacity::Chair, &[
        "主持", "主持人", "会议主持", "会议主持人", "执行主席", "会议主席", "主席", "chair", "chairman", "chairwoman", "chairperson", "presiding",
        "presides", "presider", "moderator",
    ]),
    (Capacity::Secretary, &[
        "秘书", "会议秘书", "记录", "记录员", "记录人", "会议记录", "secretary", "clerk", "recorder", "minutes", "minute taker", "note taker",
    ]),
    (Capacity::Member, &[
        "成员", "委员", "理事", "常务理事", "会员", "会员代表", "代表", "正式代表", "出席", "出席人员", "正式", "member", "full member",
        "voting member", "director", "delegate", "representative", "attendee",
    ]),
    (Capacity::Invited, &[
        "特邀", "特邀人员", "特邀嘉宾", "特邀代表", "特邀理事", "邀请", "嘉宾", "来宾", "invited", "invitee", "guest", "speaker",
        "invited guest", "invited speaker", "special guest",
    ]),
    (Capacity::Observer, &[
        "列席", "列席人员", "列席代表", "旁听", "旁听人员", "观察员", "工作人员", "observer", "observing", "non voting", "staff", "auditor",
    ]),
];

const YES: &[&str] = &["是", "有", "可", "有表决权", "yes", "y", "true", "1"];
const NO: &[&str] = &[
    "否",
    "无",
    "没有",
    "不",
    "无表决权",
    "no",
    "n",
    "none",
    "false",
    "0",
    "×",
    "✗",
    "✘",
    "✕",
    "-",
    "—",
];
/// Marks that stand where it is so; where it is not, forms with them stay blank.
const TICKS: &[&str] = &["√", "✓", "✔", "☑", "●"];

/// The function that a word names.
#[must_use]
pub fn capacity(word: &str) -> Option<Capacity> {
    let folded = fold(word).replace(['-', '_'], " ");
    CAPACITIES
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
        .map(|(capacity, _)| *capacity)
}

/// What a word says to a question of yes or no.
#[must_use]
pub fn truth(word: &str) -> Option<bool> {
    let folded = fold(word);
    if YES.contains(&folded.as_str()) || is_tick(word) {
        Some(true)
    } else {
        NO.contains(&folded.as_str()).then_some(false)
    }
}

/// Whether it is a mark whose absence says no.
#[must_use]
pub fn is_tick(word: &str) -> bool {
    TICKS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_are_known() {
        for (word, means) in [
            ("主持人", Some(Capacity::Chair)),
            ("Chair", Some(Capacity::Chair)),
            ("秘书", Some(Capacity::Secretary)),
            ("note-taker", Some(Capacity::Secretary)),
            ("理 事", Some(Capacity::Member)),
            ("特邀嘉宾", Some(Capacity::Invited)),
            ("列席", Some(Capacity::Observer)),
            ("司机", None),
        ] {
            assert_eq!(capacity(word), means, "{word}");
        }
        for (words, means) in [
            (["是", "有", "YES", "１", "√", "TRUE"], Some(true)),
            (["否", "无", "no", "0", "×", "FALSE"], Some(false)),
            (["?", "x", "2", "也许", "未定", "yes and no"], None),
        ] {
            for word in words {
                assert_eq!(truth(word), means, "{word}");
            }
        }
    }
}
