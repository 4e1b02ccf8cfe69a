//! The forms of verbs and nouns, made by rule.

/// A stem of a verb that a form is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stem {
    /// Before most endings.
    Weak,
    /// Before a and o: "annonç-", "chang(e)-".
    Soft,
    /// Where the ending is silent: "révèl-", "rejett-".
    Strong,
}

/// Endings that many verbs share.
pub(crate) type Endings = &'static [(Stem, &'static str)];

/// How the verbs with a certain ending are inflected. The longest ending that fits a verb rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paradigm {
    /// The end of the infinitive.
    pub(crate) ending: &'static str,
    /// What takes its place: before most endings, before a and o, before silent endings.
    pub(crate) stems: [&'static str; 3],
    /// What is added.
    pub(crate) endings: Endings,
}

/// How the words of a language are inflected.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inflection {
    /// Endings of verbs.
    pub(crate) paradigms: &'static [Paradigm],
    /// Plurals of nouns: ending, and what takes its place.
    pub(crate) plurals: &'static [(&'static str, &'static str)],
}

impl Inflection {
    /// Calls back with every form of a verb.
    pub(crate) fn inflect(&self, lemma: &str, mut form: impl FnMut(&str)) {
        form(lemma);
        let fits = |paradigm: &&Paradigm| lemma.ends_with(paradigm.ending);
        let Some(paradigm) =
            self.paradigms.iter().filter(fits).max_by_key(|paradigm| paradigm.ending.len())
        else {
            return;
        };
        let root = &lemma[..lemma.len() - paradigm.ending.len()];
        let mut word = String::new();
        for (stem, ending) in paradigm.endings {
            word.clear();
            word.push_str(root);
            word.push_str(paradigm.stems[*stem as usize]);
            word.push_str(ending);
            form(&word);
        }
    }

    /// The plural of a noun.
    pub(crate) fn plural(&self, noun: &str) -> String {
        let rule = self.plurals.iter().find(|(ending, _)| noun.ends_with(ending));
        match rule {
            Some((ending, plural)) => format!("{}{plural}", &noun[..noun.len() - ending.len()]),
            None => format!("{noun}s"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Language;

    #[test]
    fn paradigms_inflect_regular_and_irregular_verbs_of_both_languages() {
        for (language, lemma, expected) in [
            (Language::Fr, "révéler", "révèle"),
            (Language::Fr, "rejeter", "rejette"),
            (Language::Fr, "détruire", "détruisirent"),
            (Language::Fr, "promettre", "promettra"),
            (Language::Fr, "intervenir", "interviendrait"),
            (Language::Fr, "reprendre", "reprirent"),
            (Language::En, "deny", "denied"),
            (Language::En, "plan", "planned"),
            (Language::En, "overthrow", "overthrew"),
            (Language::En, "strike", "struck"),
            (Language::En, "publish", "publishes"),
        ] {
            let mut forms = Vec::new();
            let inflection = crate::lang::grammar(language).inflection;
            inflection.inflect(lemma, |form| forms.push(form.to_owned()));
            assert!(forms.iter().any(|form| form == expected), "{expected}: {forms:?}");
        }
    }
}
