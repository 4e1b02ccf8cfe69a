//! Words with which a sentence says how its events lie in time, and the glossary by which the same
//! deed, person or thing is known in every language.

/// How two parts of a sentence are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// What stands before it comes earlier.
    Before,
    /// What stands before it comes later.
    After,
    /// Both at one time.
    When,
    /// What stands before it lies within what follows.
    During,
    /// On the day of what follows.
    OnDay,
    /// On the day after what follows.
    DayAfter,
    /// On the day before what follows.
    DayBefore,
    /// Not after what follows.
    ByTime,
}

/// A part that a word plays in what a sentence says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// "Between".
    Between,
    /// "And".
    And,
    /// "Than".
    Than,
    /// "Longer", "more time".
    Longer,
    /// "Shorter", "less time".
    Shorter,
    /// A verb that says that time goes by.
    Passes,
    /// "Apart".
    Apart,
    /// "Already".
    Already,
    /// "Exactly".
    Exactly,
    /// A word that leaves nothing: "no", "aucun".
    None,
    /// A word that speaks of all, or of how many times: what it says is not judged.
    Counts,
    /// A word that denies its verb.
    Denies,
    /// A word that takes a denial back: "ne … que".
    Only,
    /// A word that makes an amount the most there is: "within".
    Within,
    /// What the words before speak of: "it".
    It,
    /// Words that say that something holds: "in force", "covered".
    Holds,
    /// A verb that begins its subject.
    Begins,
    /// A verb that ends its subject.
    Ends,
    /// A noun that means the beginning of another.
    Beginning,
    /// A noun that means the end of another.
    Ending,
    /// "Did", which stands for the verb before.
    Same,
    /// A verb that only carries its subject or object.
    Light,
    /// "The moment", which carries what happens at it.
    Moment,
    /// "Took", of an amount of time.
    Takes,
    /// "A", before a day of the week.
    Any,
    /// A word that asks, at the head of a sentence.
    Asks,
    /// Parts of the day.
    Morning,
    /// Of the afternoon.
    Afternoon,
    /// Of the evening.
    Evening,
    /// Of the night.
    Night,
}

/// What a language has for sentences that are put to the test. All words are folded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Assertions {
    /// Words that join, the longest first.
    pub(crate) joints: &'static [(Joint, &'static str)],
    /// Words by the part they play, phrases between commas.
    pub(crate) cues: &'static [(Cue, &'static str)],
    /// Deeds: the name of each, and its nouns and verbs, with forms that no rule makes.
    pub(crate) deeds: &'static [(&'static str, &'static str)],
    /// The numbers from thirteen to twenty.
    pub(crate) ages: &'static [&'static str],
    /// Persons and things.
    pub(crate) things: &'static [(&'static str, &'static str)],
}
