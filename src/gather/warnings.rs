//! What the user should know of the articles that were gathered.

use std::collections::BTreeSet;

use crate::article::Article;
use crate::reader::Account;
use crate::why::{Notice, Unresolved, Warning};

use super::Gathered;

impl Gathered {
    /// All warnings, those of the articles first, in their order: what each account says, times that
    /// count from a date published that nobody gave, then what gathering found.
    pub fn all_warnings(&self, articles: &[(&Article, &Account)]) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (number, (article, account)) in articles.iter().enumerate() {
            warnings.extend(account.warnings.iter().cloned());
            warnings.extend(self.undated(number, article, account));
        }
        warnings.extend(self.warnings.iter().cloned());
        warnings
    }

    /// That times count from a date of publication that nobody gave, and no event places them.
    fn undated(&self, number: usize, article: &Article, account: &Account) -> Option<Warning> {
        let placed: BTreeSet<usize> = (self.anchored.iter())
            .filter(|one| one.article == number && one.extent.is_some())
            .map(|one| one.mention)
            .collect();
        let open: Vec<_> = (account.resolutions.iter().enumerate())
            .filter(|(mention, _)| !placed.contains(mention))
            .flat_map(|(_, resolution)| &resolution.parts)
            .filter(|part| part.unresolved == Some(Unresolved::NoPublication))
            .map(|part| part.timex.span)
            .collect();
        let first = *open.first()?;
        let words = first.of(article.text()).to_owned();
        let about = Notice::NoPublication { count: open.len(), first: words };
        Some(Warning::new(about).at(article.id(), Some(first)))
    }
}
