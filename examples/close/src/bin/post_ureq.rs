//! Posts a message to Close, with a file if one is named, with `ureq` (blocking).
//!
//! ```sh
//! export CLOSE_API_KEY=…
//! cargo run -p wamark-close-examples --bin post_ureq -- \
//!     lead_1 cont_1 outgoing +16503334444 +4930901820 wamid.A1 'Hi *Ana*' [image.jpg image/jpeg]
//! ```
//!
//! It is created once, however often this is run: before it is sent, it is looked for.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use wamark::close::{Api, Attachment, FileUpload, Step, SyncPlan, Upload};
use wamark_close_examples::client::Client;
use wamark_close_examples::setting::{self, Error};
use wamark_close_examples::sync::{self, Outcome};

fn main() -> ExitCode {
    match run() {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, Error> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (args, file) = args.split_at(args.len().min(7));
    let message = setting::message(args)?;
    let api = setting::api()?;
    let client = Client::new(Duration::from_secs(30));
    let plan = match file {
        [] => SyncPlan::created(message.build()?),
        [path, content_type] => {
            // A file is sent only for a message that has no other fault and is not there.
            let plan = SyncPlan::created(message.clone().build()?);
            if let Step::CreatedAlready(id) = sync::look(&client, &api, plan)? {
                return Ok(format!("{id}: was there already"));
            }
            let file = upload(&client, &api, Path::new(path), content_type)?;
            SyncPlan::created(message.attachment(file).build()?)
        }
        _ => return Err("wanted a file and its media type".into()),
    };
    Ok(match sync::run(&client, &api, &plan)? {
        Outcome::Created(activity) => {
            let id = activity.id().ok_or("the answer has no id")?;
            format!("{id}: created: {}", activity.message_html().unwrap_or_default())
        }
        Outcome::CreatedAlready(id) => format!("{id}: was there already"),
        other => return Err(format!("unexpected: {other:?}").into()),
    })
}

/// Sends a file: first its name, then, within a minute, its content.
fn upload(client: &Client, api: &Api, path: &Path, kind: &str) -> Result<Attachment, Error> {
    let content = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.file_name().and_then(|name| name.to_str()).ok_or("wanted a file's name")?;
    let file = FileUpload::new(name, kind)?;
    let upload = client.call(&api.upload(&file)?, Upload::from_response)?;
    client.call(&upload.form(&file, &content)?, Upload::uploaded)?;
    Ok(upload.attachment(&file, Some(content.len() as u64)))
}
