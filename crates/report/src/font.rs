//! The two fonts of the program, embedded once for the window, the HTML page and the PDF.

/// Inter, the font for text and figures, as a `TrueType` file.
pub const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter.ttf");

/// Newsreader, the font for headlines and quotations, as a `TrueType` file.
pub const NEWSREADER: &[u8] = include_bytes!("../../../assets/fonts/Newsreader.ttf");
