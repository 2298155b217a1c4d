//! `wamark close files`: announces a file, the first step of an upload.

use wamark::close::FileUpload;

use super::Wrong;
use super::request::Payload;
use crate::cli::examples;
use crate::error::Error;

/// Print the payload that announces a file
///
/// Close answers with the address and the fields of a form, which takes the file within 60 seconds.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close files --filename image.jpg --content-type image/jpeg"
    "wamark close files --filename image.jpg --content-type image/jpeg --request"
])]
pub(super) struct Args {
    /// The name that is shown
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    filename: String,

    /// The media type: `image/jpeg`
    #[arg(long, value_name = "TYPE", default_value = "", hide_default_value = true)]
    content_type: String,

    #[command(flatten)]
    payload: Payload,
}

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        let file = FileUpload::new(&self.filename, &self.content_type);
        let file = Wrong::default().finish(file)?;
        self.payload.print(file.to_json(), |api| api.upload(&file))
    }
}
