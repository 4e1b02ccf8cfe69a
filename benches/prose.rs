//! placeholder
use frise::Article;
pub fn articles() -> Vec<Article> {
    Vec::new()
}
