//! The two fonts of the program, embedded once for the window, the page and the paper.

/// Inter, the font of text and figures, as a `TrueType` file.
pub const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter.ttf");

/// Newsreader, the font of headlines and quotations, as a `TrueType` file.
pub const NEWSREADER: &[u8] = include_bytes!("../../../assets/fonts/Newsreader.ttf");
