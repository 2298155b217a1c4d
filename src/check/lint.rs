//! The lints: their codes, how grave each is, and what they look for.

use core::fmt;

use super::context::Context;
use super::diagnostic::Severity;
use super::lints;

macro_rules! lints {
    ($($(#[$doc:meta])* $lint:ident $code:literal $severity:ident $fixable:literal $module:ident)*) => {
        /// What can be found; each is described in a module of [`lints`].
        ///
        /// Each has a code in kebab case ([`as_str`](Self::as_str)), which does not change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Lint {
            $($(#[$doc])* $lint,)*
        }

        impl Lint {
            /// All lints.
            pub const ALL: &[Self] = &[$(Self::$lint),*];

            /// The code: `too-long`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$lint => $code,)*
                }
            }

            /// How grave what it finds is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$lint => Severity::$severity,)*
                }
            }

            /// Whether what it finds can be mended without asking: all of it or, where it says
            /// `false`, nothing.
            #[must_use]
            pub const fn is_fixable(self) -> bool {
                match self {
                    $(Self::$lint => $fixable,)*
                }
            }

            /// The sentence of its module.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$lint => lints::$module::SUMMARY,)*
                }
            }

            /// Looks for it.
            pub(super) fn look(self, context: &mut Context<'_>) {
                match self {
                    $(Self::$lint => lints::$module::look(context),)*
                }
            }
        }
    };
}

lints! {
    /// [`lints::too_long`]
    TooLong "too-long" Error false too_long
    /// [`lints::empty`]
    Empty "empty" Error false empty
}

/// The code.
impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
