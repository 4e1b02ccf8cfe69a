//! A checked timeline together with the articles it comes from, ready to be told.

mod place;

use frise::{
    Account, Answered, Article, Event, EventIx, Exhibit, Frise, Language, Limits, Offsets,
    Reconciled, Statement, Timeline, Warning,
};

use crate::format::Export;
use crate::jobs;
use crate::message::Message;
use crate::progress::Progress;

pub(crate) use place::Places;

/// A timeline and its articles, in their order.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) articles: Vec<Article>,
    pub(crate) timeline: Timeline,
    /// Conflicts that a difference of zones would explain.
    pub(crate) reconciled: Vec<Reconciled>,
    /// What was read of the articles, where it is kept.
    pub(crate) accounts: Vec<Account>,
    /// What an editor should know.
    pub(crate) warnings: Vec<Warning>,
    /// The language of explanations.
    pub(crate) explain: Language,
}

impl Checked {
    /// Reads articles, several at a time, gathers what happened and checks it.
    pub(crate) fn new(
        frise: &Frise,
        articles: Vec<Article>,
        jobs: usize,
        explain: Language,
        progress: &mut Progress,
    ) -> Result<Self, Message> {
        let mut accounts: Vec<Account> = Vec::with_capacity(articles.len());
        let read = |article| frise.read(article);
        jobs::in_order(articles.iter(), jobs, read, |account, _| {
            progress.step();
            accounts.push(account);
            true
        });
        progress.end();
        let both: Vec<(&Article, &Account)> = articles.iter().zip(&accounts).collect();
        let gathered = frise.gather(&both);
        let warnings = gathered.all_warnings(&both);
        let timeline = Timeline::check(gathered.draft, &Limits::default())?;
        let checked = Self::of(frise, articles, timeline, explain);
        Ok(Self { accounts, warnings, ..checked })
    }

    /// What is to be written for others.
    pub(crate) fn exhibit<'a>(
        &'a self,
        title: Option<&'a str>,
        answers: &'a [Answered],
        offsets: Offsets,
    ) -> Exhibit<'a> {
        let exhibit = Exhibit::new(&self.articles, &self.timeline)
            .answers(answers)
            .zones(&self.reconciled)
            .accounts(&self.accounts)
            .warnings(&self.warnings)
            .language(self.explain)
            .offsets(offsets);
        title.map_or(exhibit, |title| exhibit.title(title))
    }

    /// One article, with no more threads than the one that asks.
    pub(crate) fn alone(
        frise: &Frise,
        article: Article,
        explain: Language,
    ) -> Result<Self, Message> {
        let account = frise.read(&article);
        let gathered = frise.gather(&[(&article, &account)]);
        let warnings = gathered.all_warnings(&[(&article, &account)]);
        let timeline = Timeline::check(gathered.draft, &Limits::default())?;
        let checked = Self::of(frise, vec![article], timeline, explain);
        Ok(Self { accounts: vec![account], warnings, ..checked })
    }

    pub(crate) fn event(&self, ix: EventIx) -> Option<&Event> {
        self.timeline.events().get(ix.index())
    }

    /// The statements that tell of an event, in reading order.
    pub(crate) fn statements_of(&self, event: EventIx) -> impl Iterator<Item = &Statement> {
        self.timeline.statements().iter().filter(move |statement| statement.event == event)
    }

    pub(crate) fn article(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.id() == id)
    }

    /// What the library writes for others.
    pub(crate) fn export(
        &self,
        format: Export,
        title: Option<&str>,
        answers: &[Answered],
        offsets: Offsets,
    ) -> String {
        let exhibit = self.exhibit(title, answers, offsets);
        match format {
            Export::Html => exhibit.html(),
            Export::TimelineJs => exhibit.timelinejs(),
            Export::Csv(table) => exhibit.csv(table),
            Export::Markdown => exhibit.markdown(),
            Export::Mermaid => exhibit.mermaid(),
            Export::Ics => exhibit.ics(),
            Export::ClaimReview => exhibit.claim_review(),
        }
    }

    /// A timeline that is checked, with what zones could explain of it.
    pub(crate) fn of(
        frise: &Frise,
        articles: Vec<Article>,
        timeline: Timeline,
        explain: Language,
    ) -> Self {
        let reconciled = frise.reconciled(&timeline, &articles.iter().collect::<Vec<_>>());
        let (accounts, warnings) = (Vec::new(), Vec::new());
        Self { articles, timeline, reconciled, accounts, warnings, explain }
    }
}
