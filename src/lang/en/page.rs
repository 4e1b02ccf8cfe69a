//! English words by which a page tells its own parts.

use crate::lang::page::Page;

/// All tables. Words are folded.
pub(super) static PAGE: Page = Page {
    own: &["by", "author", "published", "posted", "updated", "date", "last updated", "filed"],
    excerpt: &["excerpt", "excerpts", "translation", "transcript", "full text"],
    furniture: &[
        "comments",
        "no comments",
        "leave a comment",
        "leave a reply",
        "post a comment",
        "related articles",
        "related posts",
        "read more",
        "most read",
        "most popular",
        "you may also like",
        "see also",
    ],
};
