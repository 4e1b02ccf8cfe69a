//! English words by which a page tells its own parts.

use crate::lang::page::Page;

/// All tables. Words are folded.
pub(super) static PAGE: Page = Page {
    own: &[
        "by",
        "author",
        "published",
        "first published",
        "posted",
        "updated",
        "date",
        "last updated",
        "last modified",
        "modified",
        "last edited",
        "filed",
    ],
    published: &["published", "first published", "posted", "filed"],
    light: &["on", "at", "the", "of", "and", "in", "from"],
    dates: &["on"],
    excerpt: &["excerpt", "excerpts", "translation", "transcript", "full text"],
    furniture: &[
        "comments",
        "no comments",
        "leave a comment",
        "leave a reply",
        "post a comment",
        "related articles",
        "related posts",
        "recent posts",
        "recent articles",
        "most read",
        "most popular",
    ],
    links: &["read more", "read also", "related", "you may also like", "see also", "more on this"],
};
