//! What stands at the end of the help of each command.

pub(super) const PROGRAM: &str = "\
Examples:
  frise tag --published 2024-04-05 article.txt
  frise timeline --published 2024-04-05 article.txt
  frise check --published 2024-04-05 --published 2024-04-02 one.txt two.txt
  frise ask --published 2024-04-05 article.txt '\"the warning\" before 2024-03-22'
  frise case --init one.txt two.txt -o case.toml
  frise case case.toml

Exit status: 0 done; 1 check found a conflict, or an answer of a case is not the one expected;
2 the input or the usage is wrong.";

pub(super) const TAG: &str = "\
Examples:
  frise tag --published 2024-04-05 article.txt          a table, on a terminal
  frise tag --published 2024-04-05 *.txt --format json  an array, one object a file
  frise tag --format timeml article.txt > article.tml   TIMEX3 in the text
  frise tag --jsonl < documents.jsonl > timexes.jsonl   a line in, a line out";

pub(super) const TIMELINE: &str = "\
Examples:
  frise timeline --published 2024-04-05 article.txt
  frise timeline one.txt two.txt --format html -o timeline.html
  frise timeline *.txt --format csv --separator ';' --bom -o timeline.csv
  frise timeline article.txt --format mermaid --ui fr";

pub(super) const TEXT: &str = "\
Examples:
  frise text report.pdf                    the text, its parts and pages, on a terminal
  frise text page.html > page.txt          the text alone
  frise text --format json letter.eml      with the title, the date published, each part's offsets";

pub(super) const SYNTAX: &str = "\
Examples:
  frise syntax article.txt                   a table: units, tags, lemmas, heads, mentions
  frise syntax --format conllu article.txt   for the tools of Universal Dependencies";

pub(super) const CHECK: &str = "\
Examples:
  frise check --published 2024-04-05 article.txt
  frise check --published 2024-04-05 --published 2024-04-02 one.txt two.txt
  frise check --timeml annotated/*.tml

Exit status: 0 nothing clashes; 1 something does; 2 the input or the usage is wrong.";

pub(super) const ASK: &str = "\
Examples:
  frise ask --published 2024-04-05 article.txt '\"the warning\" before 2024-03-22'
  frise ask one.txt two.txt 'gap(one:e1, two:e3) >= 11 days'
  frise ask article.txt 'The mayor resigned two days after the fire.'
  frise ask article.txt 'count(\"strike\", 2024) >= 3'

A claim compares times (before after meets overlaps during contains starts finishes equals
same-day-as) or measures (gap(a, b), length(a), count(\"words\")); and, or, not join claims. A time is
the id of an event as frise timeline shows it, window(…), start(…), end(…), a date, or \"words\".";

pub(super) const VERIFY: &str = "\
Examples:
  frise verify speech.txt --against one.txt two.txt
  frise verify summary.txt --against report.txt --format json

The status is 1 where a sentence is contradicted. --published dates the text first, then the sources.";

pub(super) const CASE: &str = "\
Examples:
  frise case --init one.txt two.txt -o case.toml        a case to begin with, of what they tell
  frise case case.toml
  frise case case.toml --format html -o case.html
  frise case case.toml --without one                    what changes if one says nothing
  frise case case.toml --believe one:12                 what changes if line 12 of it is true

Exit status: 0 done; 1 an answer is not the one that its expect says; 2 the case is wrong.";

pub(super) const SCHEMA: &str = "\
Examples:
  frise schema case > case.schema.json
  frise schema tag";

pub(super) const COMPLETIONS: &str = "\
Examples:
  frise completions bash > ~/.local/share/bash-completion/completions/frise
  frise completions zsh > ~/.zfunc/_frise
  frise completions fish > ~/.config/fish/completions/frise.fish";

pub(super) const MAN: &str = "\
Examples:
  frise man > frise.1
  frise man timeline > frise-timeline.1";
