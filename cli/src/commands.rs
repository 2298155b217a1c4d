//! The commands, one a file: what each takes, and what it does with it.

pub(crate) mod check;
pub(crate) mod close;
pub(crate) mod completions;
pub(crate) mod convert;
pub(crate) mod demo;
pub(crate) mod fix;
pub(crate) mod man;
pub(crate) mod profiles;
pub(crate) mod split;
