// Cases that no fixture has: five hundred events, three thousand years, one day, a hostile article.
import { writeFileSync } from 'node:fs';

const [folder] = process.argv.slice(2);
const write = (name, toml) => writeFileSync(`${folder}/${name}.toml`, toml);

// A generator of its own, so that every run makes the same case.
let state = 5;
const random = (n) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % n;
};
const pick = (list) => list[random(list.length)];

const months = 'January February March April May June July August September October November December'.split(' ');
const towns = 'Marseille Kyiv Lagos Lima Oslo Turin Quito Riga Delhi Cairo Bogota Porto Leeds Perth'.split(' ');
const harm = ['A fire', 'A flood', 'A storm', 'A strike', 'An explosion', 'An earthquake'];
const meeting = ['a summit', 'an election', 'a trial', 'a vote', 'a protest', 'a meeting'];
const sources = ['Harbour Post', 'The Ledger', 'Radio Nord', 'Wire 24', 'Courier', 'The Valley Echo'];
const sentence = () => {
  const [day, month, year] = [1 + random(20), pick(months), 2019 + random(6)];
  const way = random(10);
  if (way < 4) return `${pick(harm)} hit ${pick(towns)} on ${day} ${month} ${year}.`;
  if (way < 7) return `On ${day} ${month} ${year}, ${pick(meeting)} was held in ${pick(towns)}.`;
  if (way < 9) return `In ${month} ${year}, ${pick(meeting)} began in ${pick(towns)}.`;
  return `From ${day} ${month} to ${day + 7} ${month} ${year}, ${pick(meeting)} went on in ${pick(towns)}.`;
};
write('many', `title = "Five hundred events"\n${sources.map((source, n) => `
[[article]]
id = "a${n}"
source = "${source}"
published = "2024-12-31"
lang = "en"
text = """
${Array.from({ length: 84 }, (_, i) => sentence() + (i % 6 === 5 ? '\n\n' : ' ')).join('')}"""
`).join('')}`);

write('ages', `title = "Three thousand years of one harbour"
[[article]]
id = "guide"
source = "Harbour guide"
published = "2024-06-01"
lang = "en"
text = """
The harbour was founded in 814 BC. A fire destroyed the wooden quay in 480 BC. In 44 BC, the assembly voted for the first stone pier.
The market opened in the 9th century.

In 1348 the plague reached the port. On 2 September 1666, the warehouses burned. In 1789 the dockers went on strike. The railway arrived in 1853.

On 6 June 1944, the port was bombed. The new terminal opened on 14 July 1998. On 3 March 2024, the last ferry left the harbour. On 5 March 2024, the mayor resigned.
"""
[[article]]
id = "study"
source = "University study"
published = "2023-02-01"
lang = "en"
text = """
The harbour was founded in 750 BC. The market opened in 1102.
"""
[[event]]
id = "founding"
label = "founding of the harbour"
quote = ["The harbour was founded in 814 BC", "The harbour was founded in 750 BC"]
[[claim]]
text = "founding before 0001"
[[claim]]
text = "founding before -0760"
`);

write('day', `title = "Un vendredi"
[[article]]
id = "direct"
source = "Le direct"
published = "2024-03-22"
lang = "fr"
zone = "Europe/Paris"
text = """
Le 22 mars 2024 à 6 h 30, un incendie s'est déclaré dans l'entrepôt. À 6 h 42, les pompiers sont arrivés. À 7 h 15, une explosion a soufflé la toiture.

Le 22 mars 2024 à 9 heures, le préfet a tenu une réunion. À 12 h 05, l'usine voisine a été évacuée. De 14 heures à 16 heures, la route a été fermée.

Le 22 mars 2024 à 18 h 20, le feu a été maîtrisé. À 21 h 10, la ministre s'est rendue sur place. Dans la soirée du 22 mars 2024, deux personnes ont été arrêtées.
"""
[[article]]
id = "journal"
source = "Le journal du soir"
published = "2024-03-22"
lang = "fr"
text = """
Le 22 mars 2024 à 7 h 40, une explosion a soufflé la toiture de l'entrepôt. Le 22 mars 2024 à 18 heures, le feu a été maîtrisé.
"""
[[event]]
id = "explosion"
label = "explosion de la toiture"
quote = ["À 7 h 15, une explosion a soufflé la toiture", "Le 22 mars 2024 à 7 h 40, une explosion a soufflé la toiture de l'entrepôt"]
[[claim]]
text = "explosion before 2024-03-22T08:00"
`);

write('hostile', `title = '</title><script>document.title = "broken"</script>'
[[article]]
id = "a"
source = '"><img src="http://127.0.0.1:9/x" onerror="document.title = 1">'
published = "2024-03-20"
lang = "en"
text = '''
On 7 March 2024 <script>document.title = "broken"</script> the "dam" burst & broke.
On 8 March 2024 the dam </style></textarea><img src=http://127.0.0.1:9/y onerror=alert(2)> was closed ]]> &lt;b&gt; 🌊 e\u0301te\u0301.
The mayor, who had fled the day before, was arrested on 9 March 2024 <!-- .
'''
[[event]]
id = "dam"
label = '<b onmouseover="alert(1)">dam</b>'
quote = 'the "dam" burst & broke'
when = "2024-03-07"
`);
