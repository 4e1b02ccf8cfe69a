//! Parts of speech and relations, as Universal Dependencies names them.

/// A macro for a closed list of names with their place in it.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All there are, in order.
            pub(crate) const ALL: &'static [$name] = &[$($name::$variant),*];

            /// As treebanks write it.
            pub(crate) fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// By its name.
            pub(crate) fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }

            /// By its place in the list.
            pub(crate) fn nth(place: usize) -> Option<Self> {
                Self::ALL.get(place).copied()
            }
        }
    };
}
pub(super) use names;

names! {
    /// A universal part of speech.
    Upos {
        /// Adjective.
        Adj = "ADJ",
        /// Preposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary, copula, modal.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Noun. Mentions of time have this tag, and [`Kind::Mention`](super::Kind).
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle: "to", "not".
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Verb that is no auxiliary.
        Verb = "VERB",
        /// Something else.
        X = "X",
    }
}

names! {
    /// How a unit hangs on its head: the universal relations, with the subtypes that matter here.
    Relation {
        /// Clause that modifies a noun: "la loi adoptée jeudi".
        Acl = "acl",
        /// Relative clause.
        Relcl = "acl:relcl",
        /// Adverbial clause.
        Advcl = "advcl",
        /// Adverb.
        Advmod = "advmod",
        /// Adjective on a noun.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Auxiliary of tense, mood or cause.
        Aux = "aux",
        /// Auxiliary of the passive.
        AuxPass = "aux:pass",
        /// Preposition, on its noun.
        Case = "case",
        /// "And", on the conjunct after it.
        Cc = "cc",
        /// Clause as object.
        Ccomp = "ccomp",
        /// Classifier.
        Clf = "clf",
        /// Noun compounded with another; verb particle.
        Compound = "compound",
        /// Conjunct, on the first one.
        Conj = "conj",
        /// Copula, on the predicate.
        Cop = "cop",
        /// Clause as subject.
        Csubj = "csubj",
        /// Clause as subject of a passive.
        CsubjPass = "csubj:pass",
        /// Unknown.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// Interjection, filler.
        Discourse = "discourse",
        /// Dislocated.
        Dislocated = "dislocated",
        /// Expletive: "il", "there", "se".
        Expl = "expl",
        /// Further word of a fixed phrase, on the first one.
        Fixed = "fixed",
        /// Further word of a name, on the first one.
        Flat = "flat",
        /// Piece of a word.
        Goeswith = "goeswith",
        /// Indirect object.
        Iobj = "iobj",
        /// Item of a list.
        List = "list",
        /// "That", "que", "to": on its clause's predicate.
        Mark = "mark",
        /// Noun on a noun.
        Nmod = "nmod",
        /// Subject.
        Nsubj = "nsubj",
        /// Subject of a passive.
        NsubjPass = "nsubj:pass",
        /// Number on a noun.
        Nummod = "nummod",
        /// Object.
        Obj = "obj",
        /// Noun on a verb with a preposition or as an adverb.
        Obl = "obl",
        /// Agent of a passive: "par le Sénat", "by the Senate".
        OblAgent = "obl:agent",
        /// Left over by an ellipsis.
        Orphan = "orphan",
        /// Beside: reporting clauses, asides.
        Parataxis = "parataxis",
        /// Punctuation.
        Punct = "punct",
        /// Corrected by what follows.
        Reparandum = "reparandum",
        /// The root.
        Root = "root",
        /// Address.
        Vocative = "vocative",
        /// Clause without a subject of its own: "veut partir".
        Xcomp = "xcomp",
    }
}

impl Relation {
    /// The universal relation, without subtype.
    pub(crate) fn universal(self) -> Relation {
        match self {
            Relation::Relcl => Relation::Acl,
            Relation::AuxPass => Relation::Aux,
            Relation::CsubjPass => Relation::Csubj,
            Relation::NsubjPass => Relation::Nsubj,
            Relation::OblAgent => Relation::Obl,
            other => other,
        }
    }
}
