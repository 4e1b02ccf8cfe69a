//! Colours, where somebody looks.

/// Whether the user's settings allow colours: <https://no-color.org>.
pub(crate) fn allowed() -> bool {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    wanted && !dumb
}
