//! Frames on the way out: what a terminal emulator shows is what was drawn.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::support::seat::cells;

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]

    /// A terminal emulator shows what was drawn, frame after frame, whatever stood there before.
    #[test]
    fn frames_arrive_cell_by_cell(frames in proptest::collection::vec(
        proptest::collection::vec((0u16..30, 0u16..8, "[a-c 云南财经─│…✓]{0,12}", 0usize..4), 0..6), 1..8))
    {
        use ratatui::Terminal;
        use ratatui::layout::Size;
        use ratatui::style::{Color, Modifier, Style};
        use tribune::tui::backend::Ansi;

        const STYLES: [Style; 4] = [
            Style::new(),
            Style::new().fg(Color::LightGreen),
            Style::new().add_modifier(Modifier::BOLD),
            Style::new().add_modifier(Modifier::REVERSED),
        ];
        let far = Arc::new(Mutex::new(vt100::Parser::new(cells(8), cells(30), 0)));
        let size = Size { width: 30, height: 8 };
        let mut terminal = Terminal::new(Ansi::new(Far(Arc::clone(&far)), size)).expect("it cannot fail");
        for frame in frames {
            let mut drawn = None;
            terminal.draw(|canvas| {
                let buf = canvas.buffer_mut();
                for (x, y, text, style) in &frame {
                    buf.set_stringn(*x, *y, text, 30, STYLES[*style]);
                }
                drawn = Some(buf.clone());
            }).expect("it cannot fail");
            let drawn = drawn.expect("it was drawn");
            let far = far.lock().expect("no panic");
            let mut after_wide = false;
            for (position, cell) in drawn.area.positions().zip(&drawn.content) {
                let there = far.screen().cell(position.y, position.x).expect("in sight");
                if !(after_wide && position.x > 0) {
                    let shown = if there.has_contents() { there.contents() } else { " " };
                    proptest::prop_assert_eq!(shown, cell.symbol(), "at {}", position);
                    // An empty cell looks the same in any weight, but not reversed.
                    let bold = cell.modifier.contains(Modifier::BOLD);
                    proptest::prop_assert!(cell.symbol() == " " || there.bold() == bold, "bold at {}", position);
                    let reversed = cell.modifier.contains(Modifier::REVERSED);
                    proptest::prop_assert_eq!(there.inverse(), reversed, "reversed at {}", position);
                }
                after_wide = ratatui::buffer::CellWidth::cell_width(cell) > 1;
            }
        }
    }
}

/// The other end of a backend: a terminal emulator.
struct Far(Arc<Mutex<vt100::Parser>>);

impl Write for Far {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic").process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
