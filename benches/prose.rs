//! placeholder
use frise::Article;
pub(crate) fn articles() -> Vec<Article> {
    Vec::new()
}
