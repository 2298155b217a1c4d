//! The lints, one module each: what is found, why it matters, and what to do.
//!
//! A module's example is a text in which it is found and its good twin.

pub mod backslash_escape;
pub mod bidi_control;
pub mod clients_differ;
pub mod control_character;
pub mod empty;
pub mod formatting_not_shown;
pub mod html_entity;
pub mod html_tag;
pub mod invisible_character;
pub mod item_not_an_item;
pub mod markdown_bold;
pub mod markdown_fence_language;
pub mod markdown_heading;
pub mod markdown_image;
pub mod markdown_link;
pub mod markdown_strikethrough;
pub mod markdown_table;
pub mod marker_glued_to_url;
pub mod marker_in_word;
pub mod nested_list;
pub mod newer_emoji_boundary;
pub mod quote_not_a_quote;
pub mod space_inside_marker;
pub mod template_parameter;
pub mod too_long;
pub mod unclosed_marker;
