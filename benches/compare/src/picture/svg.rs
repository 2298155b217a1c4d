//! What all pictures are made of.

use std::fmt::Display;

/// The width of every picture.
pub const WIDTH: f64 = 800.0;

/// Where the names end and the figures begin.
pub const LEFT: f64 = 200.0;

/// The colours of a page. Text has a contrast of at least 4.5 to the page.
pub struct Theme {
    page: &'static str,
    pub ink: &'static str,
    pub quiet: &'static str,
    pub rule: &'static str,
    pub ours: &'static str,
    pub others: &'static str,
}

pub const LIGHT: Theme = Theme {
    page: "#ffffff",
    ink: "#1f2328",
    quiet: "#59636e",
    rule: "#d1d9e0",
    ours: "#0b7d54",
    others: "#8c959f",
};

pub const DARK: Theme = Theme {
    page: "#0d1117",
    ink: "#f0f6fc",
    quiet: "#9198a1",
    rule: "#3d444d",
    ours: "#3fb984",
    others: "#8b949e",
};

/// A whole picture; `description` says in words what it shows.
pub fn document(
    theme: &Theme,
    height: f64,
    title: &str,
    description: &str,
    content: &str,
) -> String {
    let (title, description, page) = (escaped(title), escaped(description), theme.page);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\" \
         font-family=\"system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', \
         sans-serif\" font-size=\"13\">\n<title id=\"title\">{title}</title>\n\
         <desc id=\"desc\">{description}</desc>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{page}\"/>\n{content}</svg>\n"
    )
}

/// A line of text that begins, ends or has its middle at `x`, as `anchor` says; `more` is further
/// attributes.
pub fn text(x: f64, y: f64, anchor: &str, fill: &str, more: &str, text: impl Display) -> String {
    let text = escaped(&text.to_string());
    format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{more}>{text}</text>\n"
    )
}

/// The heading of a picture.
pub fn title(theme: &Theme, content: &str) -> String {
    text(16.0, 28.0, "start", theme.ink, " font-size=\"16\" font-weight=\"600\"", content)
}

/// A line that goes down.
pub fn rule(x: f64, top: f64, bottom: f64, theme: &Theme, more: &str) -> String {
    let rule = theme.rule;
    format!("<path d=\"M{x:.1} {top:.1}V{bottom:.1}\" stroke=\"{rule}\"{more}/>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
