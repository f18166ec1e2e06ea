//! What stands on a drawn screen, as text.

use ratatui::buffer::{Buffer, CellWidth};

/// One line a row, without the spaces at its end.
pub fn text(buf: &Buffer) -> String {
    let mut rows = Vec::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut row = String::new();
        let mut x = buf.area.left();
        while x < buf.area.right() {
            row.push_str(buf[(x, y)].symbol());
            x += buf[(x, y)].cell_width().max(1);
        }
        rows.push(row.trim_end().to_owned());
    }
    rows.join("\n")
}
