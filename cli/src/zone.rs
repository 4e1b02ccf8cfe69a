//! Zones, as users write them.

use frise::Zone;
use frise::chrono_tz::{TZ_VARIANTS, Tz};

use crate::message::Message;
use crate::near::nearest;

/// Reads `Europe/Paris`, `+02:00`, `UTC` or `Z`.
pub(crate) fn parse(text: &str) -> Result<Zone, Message> {
    if matches!(text, "UTC" | "Z") {
        return Ok(Zone::Utc);
    }
    if let Some(minutes) = offset(text) {
        return Ok(Zone::Offset(minutes));
    }
    text.parse::<Tz>().map(Zone::Named).map_err(|_| {
        let help = match nearest(text, TZ_VARIANTS.iter().map(|zone| zone.name())) {
            Some(name) => format!("did you mean \"{name}\"?"),
            None => "write it as Europe/Paris (a name of the IANA database), +02:00 or UTC".into(),
        };
        Message::new(format!("no time zone \"{text}\"")).help(help)
    })
}

/// `+02:00` or `-05:30` in minutes east of UTC.
fn offset(text: &str) -> Option<i32> {
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let number = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}
