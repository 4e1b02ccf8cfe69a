//! The reasoning, on drafts made by hand: the rules of the claim language and of its answers.

mod answers;
mod conflicts;
mod errors;
mod measures;
mod relations;
mod support;
