//! Dates as metadata write them.

/// A date in the one notation, if it is one: `2024-04-05`, `2024-04-05T21:15+02:00`. What follows the
/// seconds' point is dropped; so is a time that does not exist.
pub(crate) fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = |from: usize, n: usize| -> Option<u32> {
        let part = text.get(from..from + n)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let (year, month, day, rest) = match text.as_bytes().get(4)? {
        b'-' | b'/' => {
            let sign = text.get(4..5)?;
            (text.get(7..8)? == sign).then_some(())?;
            (digits(0, 4)?, digits(5, 2)?, digits(8, 2)?, text.get(10..)?)
        }
        _ => (digits(0, 4)?, digits(4, 2)?, digits(6, 2)?, text.get(8..)?),
    };
    let exists = (1000..=2200).contains(&year)
        && (1..=12).contains(&month)
        && 1 <= day
        && day <= last_day(year, month);
    exists.then_some(())?;
    let date = format!("{year:04}-{month:02}-{day:02}");
    if rest.is_empty() {
        return Some(date);
    }
    match clock(rest.strip_prefix(['T', 't', ' '])?) {
        Some(clock) => Some(format!("{date}T{clock}")),
        None => Some(date),
    }
}

fn last_day(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `21:15`, `21:15:30`, with `Z` or an offset.
fn clock(text: &str) -> Option<String> {
    let text = text.trim();
    let zone_at = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = text.split_at(zone_at);
    let time = time.split_once('.').map_or(time, |(whole, _)| whole).trim();
    let parts: Vec<u32> = time
        .split(':')
        .map(|part| part.parse().ok().filter(|_| part.len() == 2))
        .collect::<Option<_>>()?;
    let time = match *parts.as_slice() {
        [hour, minute] if hour < 24 && minute < 60 => format!("{hour:02}:{minute:02}"),
        [hour, minute, second] if hour < 24 && minute < 60 && second < 61 => match second {
            0 => format!("{hour:02}:{minute:02}"),
            second => format!("{hour:02}:{minute:02}:{:02}", second.min(59)),
        },
        _ => return None,
    };
    Some(format!("{time}{}", offset(zone)))
}

/// `Z`, `+02:00`, or nothing where it is no offset that exists.
fn offset(zone: &str) -> String {
    let zone = zone.trim();
    let Some(sign) = zone.get(..1).filter(|sign| matches!(*sign, "+" | "-")) else {
        return if zone.eq_ignore_ascii_case("z") { "Z".to_owned() } else { String::new() };
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "00"),
        4 => digits.split_at(2),
        _ => return String::new(),
    };
    let exists = hours.parse().is_ok_and(|hours: u32| hours <= 14)
        && minutes.parse().is_ok_and(|minutes: u32| minutes < 60);
    if exists { format!("{sign}{hours}:{minutes}") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_metadata() {
        for (text, date) in [
            ("2024-04-05", "2024-04-05"),
            (" 2024/04/05 ", "2024-04-05"),
            ("20240405", "2024-04-05"),
            ("2024-04-05T21:15:30.123Z", "2024-04-05T21:15:30Z"),
            ("2024-04-05T21:15:00+0200", "2024-04-05T21:15+02:00"),
            ("2024-04-05 21:15", "2024-04-05T21:15"),
            ("2024-04-05T21:15-05", "2024-04-05T21:15-05:00"),
            ("2024-04-05T25:15", "2024-04-05"),
            ("2024-02-29", "2024-02-29"),
        ] {
            assert_eq!(normal(text).as_deref(), Some(date), "{text}");
        }
        for text in [
            "",
            "2024",
            "2024-04",
            "5 avril 2024",
            "2023-02-29",
            "2024-13-01",
            "2024-4-5",
            "é024-04-05",
        ] {
            assert_eq!(normal(text), None, "{text}");
        }
    }
}
