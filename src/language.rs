//! The languages there are: one line for each, which names its folder under `lang` and its variant.

use crate::error::Error;

/// Every language: its folder, which is its ISO 639-1 code, and its variant. To add one: a folder
/// `lang/<xx>` like the others, and a word here.
macro_rules! languages {
    ($then:ident) => {
        $then! { en En, fr Fr }
    };
}
pub(crate) use languages;

macro_rules! language {
    ($($code:ident $variant:ident),*) => {
        /// A language that articles are read and told in.
        ///
        /// ```
        /// use frise::Language;
        /// assert_eq!("fr".parse::<Language>()?, Language::Fr);
        /// assert_eq!("de".parse::<Language>().unwrap_err().help(), Some("the languages are en and fr"));
        /// # Ok::<(), frise::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
        #[non_exhaustive]
        pub enum Language {
            $(
                #[doc = concat!("`", stringify!($code), "` of ISO 639-1.")]
                $variant,
            )*
        }

        impl Language {
            /// All languages there are, in the order of their codes.
            pub const ALL: &'static [Language] = &[$(Language::$variant),*];

            /// The ISO 639-1 code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Language::$variant => stringify!($code),)*
                }
            }
        }
    };
}
languages!(language);

impl Language {
    /// Its place among all.
    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

impl Default for Language {
    /// The first, in which reports are told where nobody asks for another.
    fn default() -> Self {
        Language::ALL[0]
    }
}

impl std::str::FromStr for Language {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let found = Language::ALL.iter().copied().find(|language| language.code() == code);
        found.ok_or_else(|| {
            let codes: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
            let list = codes.split_last().map_or_else(String::new, |(last, others)| {
                format!("the languages are {} and {last}", others.join(", "))
            });
            Error::new(format!("no language \"{code}\"")).with_help(list)
        })
    }
}
