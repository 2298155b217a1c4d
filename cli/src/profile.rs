//! Limit profiles by their names.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use wamark::check::Profile;

/// Reads the name of a profile, for clap, which knows them all then.
pub(crate) fn parser() -> impl TypedValueParser<Value = &'static Profile> {
    let names = Profile::ALL.iter().map(Profile::name);
    PossibleValuesParser::new(names)
        .map(|name| Profile::named(&name).expect("the name is one of theirs"))
}
