//! A field as it was given: the value, or what is wrong with what was given for it. So all fields
//! can be checked together, and a field takes a text as well as its own type.

use super::{
    ActivityId, ContactId, Direction, Fault, FileUrl, LeadId, Link, Phone, Time, UserId, WhatsAppId,
};

/// A value for a field: of its type, or a text that is to be one. What is wrong with a text is said
/// when the message is built, with all else that is wrong.
///
/// # Examples
///
/// ```
/// use wamark::close::{Direction, Given};
///
/// let typed: Given<Direction> = Direction::Incoming.into();
/// let text: Given<Direction> = "incoming".into();
/// assert_eq!(typed, text);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given<T>(pub(crate) Result<T, Fault>);

/// The types of fields.
pub(crate) trait Value: core::str::FromStr<Err = Fault> {}

macro_rules! values {
    ($($type:ty)*) => {
        $(
            impl Value for $type {}

            impl From<$type> for Given<$type> {
                fn from(value: $type) -> Self {
                    Self(Ok(value))
                }
            }

            impl From<&$type> for Given<$type> {
                fn from(value: &$type) -> Self {
                    Self(Ok(value.clone()))
                }
            }
        )*
    };
}

values! {
    ActivityId ContactId Direction FileUrl LeadId Link Phone Time UserId WhatsAppId
}

#[allow(private_bounds, reason = "which types there are is no matter of the caller")]
impl<T: Value> From<&str> for Given<T> {
    fn from(text: &str) -> Self {
        Self(text.parse())
    }
}

#[allow(private_bounds, reason = "which types there are is no matter of the caller")]
impl<T: Value> From<alloc::string::String> for Given<T> {
    fn from(text: alloc::string::String) -> Self {
        Self(text.parse())
    }
}
