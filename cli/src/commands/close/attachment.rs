//! `--attachment url=…,filename=…,content-type=…,size=…`

use wamark::close::Attachment;

use super::Wrong;

const KEYS: [&str; 4] = ["url", "filename", "content-type", "size"];

/// Reads the arguments. What a value lacks is said with the field that lacks it.
pub(super) fn read(arguments: &[String], wrong: &mut Wrong) -> Vec<Attachment> {
    arguments.iter().enumerate().map(|(at, argument)| one(at, argument, wrong)).collect()
}

/// A comma ends a value only where a key follows: names of files have commas, too.
fn one(at: usize, argument: &str, wrong: &mut Wrong) -> Attachment {
    let mut values: [Option<String>; 4] = Default::default();
    let mut last: Option<usize> = None;
    for part in argument.split(',') {
        let pair = part.split_once('=');
        let key = pair.and_then(|(key, _)| KEYS.iter().position(|known| *known == key));
        if let Some((key, (_, value))) = key.zip(pair) {
            values[key] = Some(value.to_owned());
            last = Some(key);
        } else if let Some(value) = last.and_then(|last| values[last].as_mut()) {
            value.push(',');
            value.push_str(part);
        } else {
            wrong.0.push(format!(
                "attachments[{at}]: wanted `url=…,filename=…,content-type=…` and perhaps `,size=…`, \
                 found `{}`",
                part.escape_debug()
            ));
        }
    }
    let [url, filename, content_type, size] = values;
    let size = size.and_then(|size| {
        let read = size.parse().ok();
        if read.is_none() {
            wrong.0.push(format!(
                "attachments[{at}].size: wanted a number of bytes, found `{}`",
                size.escape_debug()
            ));
        }
        read
    });
    Attachment {
        url: url.unwrap_or_default().into(),
        filename: filename.unwrap_or_default(),
        content_type: content_type.unwrap_or_default(),
        size,
    }
}
