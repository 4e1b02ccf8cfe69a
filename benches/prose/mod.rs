//! Prose for the benches: articles put together from sentences of our own (`texts/frames.*.txt`), each
//! with other names, things and dates, so that hardly any sentence comes twice. The same bytes each run.

use frise::Language;

/// The words that fill the places of the frames in a language.
struct Words {
    frames: &'static str,
    names: &'static str,
    towns: &'static str,
    bodies: &'static str,
    things: &'static str,
    acts: &'static str,
    months: &'static str,
    weekdays: &'static str,
    /// What a number up to twelve is in words.
    numbers: &'static str,
    dateline: &'static str,
}

const FRENCH: Words = Words {
    frames: include_str!("../texts/frames.fr.txt"),
    names: "Claire Aubin,Paul Ferrand,Inès Mokrani,Lucien Baro,Hélène Vasseur,Karim Saadi,Odile Perrin,\
        Jean Quéméner,Sophie Lantier,Marc Délage,Nora Belkacem,Yves Gautreau,Agathe Rousselin,Émile Tissot",
    towns: "Valmont,Saint-Ouen,Brévières,Port-Lannec,Montferrand,La Roche,Kergoat,Villedieu,Sainte-Aulaire,\
        Bourgneuf,Chastel,Lamarche,Pontivy,Aigrefeuille,Morlanne",
    bodies: "la préfecture,la commission d'enquête,l'agence de l'eau,la compagnie des ports,la mairie,\
        la chambre de commerce,l'inspection du travail,la société des chemins de fer,la direction,\
        l'office du logement,la fédération des marins,l'autorité de sûreté,la région",
    things: "le barrage,l'usine de papier,le pont,le vieux théâtre,la gare de triage,le marché couvert,\
        l'hôpital,le dépôt de carburant,la digue,le phare,le tunnel,la centrale,le chantier naval",
    acts: "l'inauguration,l'évacuation,la manifestation,la fermeture,l'attaque,l'élection,la rupture,\
        l'incendie,la visite,l'arrestation,la signature,l'explosion,la vente",
    months: "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
    weekdays: "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche",
    numbers: "deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,quinze,dix-huit,vingt,quarante-huit",
    dateline: "{town}, le {d} {month} 2019 – ",
};

const ENGLISH: Words = Words {
    frames: include_str!("../texts/frames.en.txt"),
    names: "Clare Osborne,Paul Ferris,Ines Maddox,Lucas Barrow,Helen Voss,Karim Sayed,Odile Perry,\
        John Quill,Sophie Lander,Mark Dell,Nora Banks,Owen Gale,Agatha Russell,Emil Tesh",
    towns: "Walmouth,Saint Owen,Breverton,Port Lannock,Mount Ferrand,Rockford,Kerrow,Newtown,Aldbury,\
        Burnley Cross,Castleford,Larkmarch,Pont Ivy,Eaglesham,Morland",
    bodies: "the county council,the commission of inquiry,the water agency,the ports company,the town hall,\
        the chamber of commerce,the labour inspectorate,the railway company,the management,\
        the housing office,the seamen's union,the safety authority,the region",
    things: "the dam,the paper mill,the bridge,the old theatre,the goods station,the covered market,\
        the hospital,the fuel depot,the sea wall,the lighthouse,the tunnel,the power station,the shipyard",
    acts: "the opening,the evacuation,the demonstration,the closure,the attack,the election,the breach,\
        the fire,the visit,the arrest,the signing,the explosion,the sale",
    months: "January,February,March,April,May,June,July,August,September,October,November,December",
    weekdays: "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    numbers: "two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,fifteen,eighteen,twenty,48",
    dateline: "{town}, {month} {d}, 2019 – ",
};

/// Stories of three to nine paragraphs under a dateline, so many bytes together or a little more.
pub(crate) fn stories(language: Language, bytes: usize) -> Vec<String> {
    let words = match language {
        Language::Fr => FRENCH,
        _ => ENGLISH,
    };
    let frames: Vec<&str> = words.frames.lines().filter(|line| !line.starts_with('#')).collect();
    let mut chance = Chance(0x005e_ed0f_7e57);
    let mut stories = Vec::new();
    let mut written = 0;
    while written < bytes {
        let mut story = filled(words.dateline, &words, &mut chance);
        for _ in 0..3 + chance.below(7) {
            let sentences = 2 + chance.below(4);
            let paragraph: Vec<String> = (0..sentences)
                .map(|_| filled(frames[chance.below(frames.len())], &words, &mut chance))
                .collect();
            story.push_str(&paragraph.join(" "));
            story.push_str("\n\n");
        }
        written += story.len();
        stories.push(story);
    }
    stories
}

/// A frame with its places filled, and a capital at its start.
fn filled(frame: &str, words: &Words, chance: &mut Chance) -> String {
    let mut out = String::new();
    for piece in frame.split('{') {
        let Some((place, rest)) = piece.split_once('}') else {
            out.push_str(piece);
            continue;
        };
        match place {
            "name" => out.push_str(chance.one_of(words.names)),
            "town" => out.push_str(chance.one_of(words.towns)),
            "body" => out.push_str(chance.one_of(words.bodies)),
            "thing" => out.push_str(chance.one_of(words.things)),
            "act" | "act_def" => out.push_str(chance.one_of(words.acts)),
            "month" => out.push_str(chance.one_of(words.months)),
            "weekday" => out.push_str(chance.one_of(words.weekdays)),
            "n" => out.push_str(chance.one_of(words.numbers)),
            "d" => out.push_str(&(2 + chance.below(27)).to_string()),
            "hour" => out.push_str(&(1 + chance.below(11)).to_string()),
            "year" => out.push_str(&(1961 + chance.below(58)).to_string()),
            _ => unreachable!("no frame has a place {{{place}}}"),
        }
        out.push_str(rest);
    }
    // French contracts "de le" and "à le"; a sentence begins with a capital.
    let mut out = out.replace(" de le ", " du ").replace(" à le ", " au ");
    if let Some(first) = out.chars().next() {
        out.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    out
}

/// Numbers that look like chance and are the same each run (Lehmer's generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn one_of<'a>(&mut self, list: &'a str) -> &'a str {
        let n = self.below(list.split(',').count());
        list.split(',').nth(n).unwrap_or("")
    }
}
