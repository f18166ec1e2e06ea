//! The meeting without a screen, line in, line out.
