//! Limit profiles by their names.

use wamark::check::Profile;

/// The profile of a name, for clap.
pub(crate) fn named(name: &str) -> Result<&'static Profile, String> {
    Profile::named(name).ok_or_else(|| {
        let names: Vec<&str> = Profile::ALL.iter().map(Profile::name).collect();
        format!("the profiles are {}", names.join(", "))
    })
}
