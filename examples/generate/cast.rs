//! Who takes part: names of persons, companies, agencies, countries and groups that nobody bears.

use super::chance::Chance;

/// What an actor is: what it can do and what it is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Person,
    Company,
    Agency,
    Country,
    Court,
    Legislature,
    Research,
    Media,
    Group,
}

impl Sort {
    /// The kind that the story file names.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
            Self::Agency => "agency",
            Self::Country => "country",
            Self::Court => "court",
            Self::Legislature => "legislature",
            Self::Research => "research",
            Self::Media => "media",
            Self::Group => "group",
        }
    }
}

/// The sorts in turn; the third of every twelve is a country, so that there always is one.
const TURNS: [Sort; 24] = [
    Sort::Person,
    Sort::Company,
    Sort::Country,
    Sort::Agency,
    Sort::Person,
    Sort::Company,
    Sort::Person,
    Sort::Legislature,
    Sort::Person,
    Sort::Group,
    Sort::Person,
    Sort::Agency,
    Sort::Person,
    Sort::Company,
    Sort::Country,
    Sort::Person,
    Sort::Company,
    Sort::Person,
    Sort::Court,
    Sort::Person,
    Sort::Media,
    Sort::Company,
    Sort::Research,
    Sort::Person,
];

const BEGINS: [&str; 40] = [
    "Al", "An", "Ar", "Bel", "Bor", "Bran", "Cal", "Cor", "Dal", "Dor", "El", "Esk", "Fal", "Fen",
    "Gal", "Gor", "Hal", "Har", "Il", "Jor", "Kal", "Kel", "Lor", "Mar", "Mel", "Mor", "Nor", "Or",
    "Per", "Quin", "Ral", "Ros", "Sal", "Ser", "Tar", "Tol", "Ul", "Var", "Vel", "Zor",
];
const MIDDLES: [&str; 16] = [
    "", "", "", "", "a", "e", "i", "o", "an", "en", "in", "ad", "iv", "ol", "am", "es",
];
const FAMILY_ENDS: [&str; 24] = [
    "berg", "dahl", "dane", "den", "der", "ell", "ford", "gren", "holt", "ic", "ini", "kin", "ley",
    "lund", "man", "nik", "ova", "quist", "rado", "sen", "ski", "ton", "vik", "well",
];
const GIVEN_ENDS: [&str; 20] = [
    "a", "an", "as", "ea", "el", "en", "ia", "ie", "in", "ina", "io", "is", "o", "on", "or", "ra",
    "ric", "ta", "us", "ya",
];
const LAND_ENDS: [&str; 10] = [
    "ania", "aria", "esia", "land", "mark", "mere", "onia", "ovia", "stan", "uria",
];
const TOWN_ENDS: [&str; 14] = [
    "beck", "borg", "burgh", "bury", "by", "fjord", "gate", "haven", "minster", "mouth", "pol",
    "stad", "stead", "wick",
];

fn root(chance: &mut Chance) -> String {
    format!("{}{}", chance.pick(&BEGINS), chance.pick(&MIDDLES))
}

fn family(chance: &mut Chance) -> String {
    format!("{}{}", root(chance), chance.pick(&FAMILY_ENDS))
}

/// A town, one of some hundreds.
pub(super) fn place(chance: &mut Chance) -> String {
    format!("{}{}", chance.pick(&BEGINS), chance.pick(&TOWN_ENDS))
}

/// Everybody, made anew whenever asked for.
#[derive(Clone, Copy)]
pub(super) struct Cast {
    pub seed: u64,
    pub size: u64,
}

impl Cast {
    pub(super) fn sort(n: u64) -> Sort {
        #[expect(clippy::cast_possible_truncation, reason = "below 24")]
        let turn = (n % TURNS.len() as u64) as usize;
        TURNS[turn]
    }

    pub(super) fn is_person(n: u64) -> bool {
        Self::sort(n) == Sort::Person
    }

    fn chance(self, n: u64) -> Chance {
        Chance::of(self.seed, "actor", n)
    }

    /// The country that an agency, a court or a legislature belongs to.
    pub(super) fn country_of(self, n: u64) -> Option<u64> {
        let states = (self.size + 9) / 12;
        match Self::sort(n) {
            Sort::Agency | Sort::Court | Sort::Legislature => {
                Some(Chance::of(self.seed, "country", n).below(states) * 12 + 2)
            }
            _ => None,
        }
    }

    /// A name as headlines have it: often the family's alone, or a firm's without its trade.
    pub(super) fn short_name(self, n: u64, chance: &mut Chance) -> String {
        let name = self.name(n);
        let short = match Self::sort(n) {
            Sort::Person if chance.mille(600) => name.rsplit(' ').next(),
            Sort::Company if chance.mille(300) => name.rsplit_once(' ').map(|(name, _)| name),
            _ => None,
        };
        short.map_or_else(|| name.clone(), str::to_owned)
    }

    /// A name of one to four words.
    pub(super) fn name(self, n: u64) -> String {
        let mut chance = self.chance(n);
        let chance = &mut chance;
        let land = |n: u64| {
            self.country_of(n)
                .map_or_else(String::new, |c| self.name(c))
        };
        match Self::sort(n) {
            Sort::Person => {
                let given = format!("{}{}", chance.pick(&BEGINS), chance.pick(&GIVEN_ENDS));
                format!("{given} {}", family(chance))
            }
            Sort::Country => format!("{}{}", root(chance), chance.pick(&LAND_ENDS)),
            Sort::Company => {
                let name = if chance.mille(150) {
                    format!("{} & {}", family(chance), family(chance))
                } else {
                    family(chance)
                };
                let trade = [
                    "Bank", "Cement", "Energy", "Freight", "Holdings", "Mining", "Motors",
                    "Networks", "Partners", "Shipping", "Steel", "Systems", "Telecom", "Textiles",
                ];
                format!("{name} {}", chance.pick(&trade))
            }
            Sort::Agency => {
                let office = [
                    "Border Agency",
                    "Central Bank",
                    "Customs Office",
                    "Energy Regulator",
                    "Foreign Ministry",
                    "Health Ministry",
                    "Interior Ministry",
                    "Port Authority",
                    "Tax Office",
                    "Trade Ministry",
                    "Water Board",
                ];
                format!("{} {}", land(n), chance.pick(&office))
            }
            Sort::Court => {
                let court = ["Appeal Court", "Constitutional Court", "High Court"];
                format!("{} {}", land(n), chance.pick(&court))
            }
            Sort::Legislature => {
                let house = ["Assembly", "National Council", "Parliament", "Senate"];
                format!("{} {}", land(n), chance.pick(&house))
            }
            Sort::Research => {
                let house = ["College", "Institute", "Observatory", "University"];
                format!("{} {}", place(chance), chance.pick(&house))
            }
            Sort::Media => {
                let paper = ["Courier", "Gazette", "Herald", "Monitor", "Post", "Radio"];
                format!("{} {}", place(chance), chance.pick(&paper))
            }
            Sort::Group => {
                let group = [
                    "Citizens’ Group",
                    "Delegation",
                    "Dockers’ Union",
                    "Farmers’ League",
                    "Miners’ Union",
                    "Network",
                    "Tenants’ Union",
                ];
                format!("{} {}", place(chance), chance.pick(&group))
            }
        }
    }
}
