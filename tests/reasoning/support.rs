//! A short way to write drafts, and to read what comes of them.

use frise::{
    Amount, Bond, Claim, Constraint, Distance, Draft, Edtf, End, Event, EventIx, Language, Limits,
    Statement, StatementIx, Timeline, Unit, Verdict,
};

#[derive(Default)]
pub(crate) struct Hand {
    pub(crate) draft: Draft,
    pub(crate) givens: Vec<Claim>,
}

impl Hand {
    pub(crate) fn event(&mut self, id: &str) -> EventIx {
        self.draft.add_event(Event::new(id, id))
    }

    pub(crate) fn says(&mut self, event: EventIx, words: &str, bonds: Vec<Bond>) -> StatementIx {
        let statement = self.draft.add_statement(Statement::new(event, words));
        for bond in bonds {
            self.draft.add_constraint(Constraint::said(statement, bond));
        }
        statement
    }

    /// An event with one statement that dates it.
    pub(crate) fn dated(&mut self, id: &str, edtf: &str) -> EventIx {
        let event = self.event(id);
        let bonds = on(event, edtf);
        self.says(event, &format!("{id}, {edtf}"), bonds);
        event
    }

    pub(crate) fn given(&mut self, claim: &str) {
        self.givens.push(Claim::parse(claim).unwrap());
    }

    #[track_caller]
    pub(crate) fn check(self) -> Timeline {
        Timeline::check_with(self.draft, &self.givens, &Limits::default()).unwrap()
    }
}

pub(crate) fn on(event: EventIx, edtf: &str) -> Vec<Bond> {
    edtf.parse::<Edtf>().unwrap().bonds(event)
}

pub(crate) fn days_after(event: EventIx, anchor: EventIx, days: i64) -> Vec<Bond> {
    let distance = Some(Distance::Days(days));
    vec![Bond::Offset { event, anchor, end: End::Last, low: distance, high: distance }]
}

pub(crate) fn window(event: EventIx, n: i64, unit: Unit) -> Vec<Bond> {
    vec![Bond::Window { event, amount: Amount::of(n, unit) }]
}

#[track_caller]
pub(crate) fn ask(timeline: &Timeline, claim: &str) -> Verdict {
    timeline.ask(&Claim::parse(claim).unwrap()).unwrap()
}

#[track_caller]
pub(crate) fn answer(timeline: &Timeline, claim: &str) -> &'static str {
    ask(timeline, claim).answer.word()
}

pub(crate) fn because(verdict: &Verdict) -> Vec<String> {
    verdict.because.iter().map(|because| because.text(Language::En)).collect()
}

pub(crate) fn words(timeline: &Timeline, statements: &[StatementIx]) -> Vec<String> {
    let all: Vec<StatementIx> = timeline.statement_ids().collect();
    statements
        .iter()
        .map(|wanted| {
            let at = all.iter().position(|id| id == wanted).unwrap();
            timeline.statements()[at].text.clone()
        })
        .collect()
}

/// The case of the design: a warning that two sources date differently.
pub(crate) fn concert_hall() -> Timeline {
    let mut case = Hand::default();
    let warning = case.event("warning");
    case.says(warning, "le 7 mars", on(warning, "2024-03-07"));
    case.says(warning, "le 8 mars", on(warning, "2024-03-08"));
    case.says(warning, "les 48 prochaines heures", window(warning, 48, Unit::Hour));
    let attack = case.dated("attack", "2024-03-22");
    let rejection = case.event("rejection");
    case.says(rejection, "trois jours avant l'attaque", days_after(rejection, attack, -3));
    let briefing = case.event("briefing");
    case.says(briefing, "dix-huit jours avant l'assaut", days_after(briefing, attack, -18));
    for (id, date) in [("warning7", "2024-03-07"), ("warning8", "2024-03-08")] {
        let event = case.dated(id, date);
        case.says(event, "48 heures", window(event, 48, Unit::Hour));
    }
    case.check()
}
