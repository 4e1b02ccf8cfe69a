//! The JSON of `tag`, field by field as the interface fixes it.

use serde::{Deserialize, Serialize};

/// A line of a batch.
#[derive(Deserialize)]
pub struct Line {
    pub id: serde_json::Value,
    pub lang: Option<String>,
    pub dct: Option<String>,
    pub text: String,
}

/// A document, tagged.
#[derive(Serialize)]
pub struct Tagged {
    pub schema: u32,
    pub id: serde_json::Value,
    pub timexes: Vec<Timex>,
}

/// A TIMEX3 with what lies behind it.
#[derive(Serialize)]
pub struct Timex {
    pub start: usize,
    pub end: usize,
    pub text: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quant: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub extent: Extent,
    pub anchor: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor_event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<String>,
    pub rule: &'static str,
    pub steps: Vec<String>,
}

/// A stretch, in the offsets asked for.
#[derive(Serialize)]
pub struct Extent {
    pub start: usize,
    pub end: usize,
}
