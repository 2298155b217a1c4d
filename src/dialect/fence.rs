//! Fences of code.

/// The languages that are named behind fences: what people and models write most.
const LANGUAGES: &[&str] = &[
    "asm",
    "astro",
    "awk",
    "bash",
    "bat",
    "batch",
    "c",
    "c#",
    "c++",
    "clj",
    "clojure",
    "cmake",
    "cmd",
    "conf",
    "console",
    "cpp",
    "cs",
    "csharp",
    "css",
    "csv",
    "cypher",
    "dart",
    "diff",
    "docker",
    "dockerfile",
    "dotenv",
    "elixir",
    "elm",
    "env",
    "erlang",
    "ex",
    "fish",
    "fortran",
    "fsharp",
    "gherkin",
    "go",
    "golang",
    "gradle",
    "graphql",
    "groovy",
    "haskell",
    "hcl",
    "hs",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "jinja",
    "jinja2",
    "js",
    "json",
    "json5",
    "jsonc",
    "jsonl",
    "jsx",
    "julia",
    "kotlin",
    "kql",
    "kt",
    "latex",
    "less",
    "lisp",
    "log",
    "lua",
    "makefile",
    "markdown",
    "math",
    "matlab",
    "md",
    "mdx",
    "mermaid",
    "nginx",
    "nix",
    "objc",
    "objective-c",
    "ocaml",
    "pascal",
    "perl",
    "php",
    "plaintext",
    "plantuml",
    "postgresql",
    "powershell",
    "prisma",
    "prolog",
    "properties",
    "proto",
    "protobuf",
    "ps1",
    "pseudocode",
    "py",
    "python",
    "python3",
    "r",
    "rb",
    "regex",
    "rs",
    "rst",
    "ruby",
    "rust",
    "sass",
    "scala",
    "scheme",
    "scss",
    "sh",
    "shell",
    "solidity",
    "sql",
    "svelte",
    "svg",
    "swift",
    "terraform",
    "tex",
    "text",
    "tf",
    "toml",
    "ts",
    "tsx",
    "txt",
    "typescript",
    "vb",
    "vba",
    "verilog",
    "vhdl",
    "vim",
    "vue",
    "xml",
    "yaml",
    "yml",
    "zig",
    "zsh",
];

/// The fence that opens code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fence {
    mark: u8,
    length: usize,
    /// Whether a language that is known stands behind it.
    pub(super) language: bool,
}

impl Fence {
    /// The fence that a line is. Rows of tildes are drawn to separate things, so only three of them
    /// are one.
    pub(super) fn open(line: &str) -> Option<Self> {
        let text = inside_quote(line);
        let mark = *text.as_bytes().first()?;
        if !matches!(mark, b'`' | b'~') {
            return None;
        }
        let length = text.bytes().take_while(|byte| *byte == mark).count();
        let info = text[length..].trim();
        let is_fence = if mark == b'`' {
            length >= 3 && !info.contains('`')
        } else {
            length == 3 && !info.contains('~')
        };
        let word = info.split([' ', '\t', '{', ':', ',']).next().unwrap_or_default();
        let language =
            !word.is_empty() && LANGUAGES.iter().any(|known| known.eq_ignore_ascii_case(word));
        is_fence.then_some(Self { mark, length, language })
    }

    /// Whether the line closes this.
    pub(super) fn is_closed_by(self, line: &str) -> bool {
        let text = inside_quote(line).trim_end();
        text.len() >= self.length && text.bytes().all(|byte| byte == self.mark)
    }

    pub(super) fn is_of_tildes(self) -> bool {
        self.mark == b'~'
    }
}

/// Whether `word` is a language as it is named behind a fence.
#[cfg(feature = "check")]
pub(crate) fn is_language(word: &str) -> bool {
    // Most lines of code have more words than one.
    word.bytes().all(|byte| byte.is_ascii_graphic()) && LANGUAGES.binary_search(&word).is_ok()
}

/// The line without indent and the marks of quotes.
fn inside_quote(line: &str) -> &str {
    line.trim_ascii_start().trim_start_matches(['>', ' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_in_order_and_in_lower_case() {
        assert!(LANGUAGES.is_sorted());
        assert!(LANGUAGES.iter().all(|name| !name.contains(char::is_uppercase)));
    }
}
