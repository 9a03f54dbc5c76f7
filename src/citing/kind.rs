//! What a source is: the free word of a story, and the types of the bibliographic formats.

/// A word for a kind of source, with its types in CSL, BibTeX and RIS.
pub(super) struct Form {
    /// The plain word.
    pub(super) word: &'static str,
    /// Its type in CSL.
    pub(super) csl: &'static str,
    /// Its type in BibTeX.
    pub(super) bib: &'static str,
    /// Its type in RIS; empty where another word has it.
    ris: &'static str,
}

const fn form(word: &'static str, csl: &'static str, bib: &'static str, ris: &'static str) -> Form {
    Form {
        word,
        csl,
        bib,
        ris,
    }
}

/// The kind of a source of which no kind is known.
const UNKNOWN: Form = form("", "document", "misc", "GEN");

/// The first word of a type stands for it when it is read.
const FORMS: &[Form] = &[
    form("news report", "article-newspaper", "article", "NEWS"),
    form("news article", "article-newspaper", "article", ""),
    form("newspaper article", "article-newspaper", "article", ""),
    form("news", "article-newspaper", "article", ""),
    form("magazine article", "article-magazine", "article", "MGZN"),
    form("article", "article-journal", "article", "JOUR"),
    form("journal article", "article-journal", "article", ""),
    form("book", "book", "book", "BOOK"),
    form("chapter", "chapter", "misc", "CHAP"),
    form("web page", "webpage", "online", "ELEC"),
    form("webpage", "webpage", "online", ""),
    form("website", "webpage", "online", ""),
    form("web site", "webpage", "online", ""),
    form("blog post", "post-weblog", "online", "BLOG"),
    form("blog", "post-weblog", "online", ""),
    form("post", "post", "online", ""),
    form("tweet", "post", "online", ""),
    form("report", "report", "misc", "RPRT"),
    // A report is dated by its year alone, but a filing by its day.
    form("filing", "document", "misc", ""),
    form("study", "report", "misc", ""),
    form("audit", "report", "misc", ""),
    form("letter", "personal_communication", "misc", "PCOMM"),
    form("email", "personal_communication", "misc", ""),
    form("e-mail", "personal_communication", "misc", ""),
    form("message", "personal_communication", "misc", ""),
    form("statute", "legislation", "misc", "STAT"),
    form("law", "legislation", "misc", ""),
    form("act", "legislation", "misc", ""),
    form("code", "legislation", "misc", ""),
    form("constitution", "legislation", "misc", ""),
    form("regulation", "regulation", "misc", ""),
    form("decree", "regulation", "misc", ""),
    form("bill", "bill", "misc", "BILL"),
    form("treaty", "treaty", "misc", ""),
    form("judgment", "legal_case", "misc", "CASE"),
    form("judgement", "legal_case", "misc", ""),
    form("ruling", "legal_case", "misc", ""),
    form("hearing", "hearing", "misc", "HEAR"),
    form("testimony", "hearing", "misc", ""),
    form("interview", "interview", "misc", ""),
    form("speech", "speech", "misc", ""),
    form("broadcast", "broadcast", "misc", ""),
    form("podcast", "broadcast", "misc", ""),
    form("recording", "song", "misc", "SOUND"),
    form("film", "motion_picture", "misc", "MPCT"),
    form("video", "motion_picture", "misc", "VIDEO"),
    form("conference paper", "paper-conference", "misc", "CPAPER"),
    form("paper", "article", "misc", ""),
    form("thesis", "thesis", "misc", "THES"),
    form("dissertation", "thesis", "misc", ""),
    form("manuscript", "manuscript", "misc", "UNPB"),
    form("pamphlet", "pamphlet", "misc", "PAMP"),
    form("patent", "patent", "misc", "PAT"),
    form("standard", "standard", "misc", "STAND"),
    form("data set", "dataset", "misc", "DATA"),
    form("map", "map", "misc", "MAP"),
    form("picture", "graphic", "misc", "ART"),
    form("photograph", "graphic", "misc", ""),
    form("software", "software", "misc", "COMP"),
    form("entry", "entry", "misc", ""),
];

/// The form of a free word: the word itself, or the last of its words that is known.
pub(super) fn form_of(kind: &str) -> &'static Form {
    let kind = kind.trim().to_lowercase();
    let exact = |word: &str| FORMS.iter().find(|form| form.word == word);
    exact(&kind)
        .or_else(|| kind.rsplit(|c: char| !c.is_alphanumeric()).find_map(exact))
        .unwrap_or(&UNKNOWN)
}

/// The plain word for a type of CSL.
pub(super) fn word_of_csl(kind: &str) -> &'static str {
    let named = FORMS
        .iter()
        .find(|form| form.csl == kind && kind != UNKNOWN.csl);
    named.map_or_else(
        || match kind {
            "entry-dictionary" | "entry-encyclopedia" => "entry",
            "review" | "review-book" => "review",
            "figure" => "picture",
            "periodical" => "periodical",
            "performance" => "performance",
            _ => "",
        },
        |form| form.word,
    )
}

/// The plain word for a type of RIS.
pub(super) fn word_of_ris(kind: &str) -> &'static str {
    let kind = kind.to_ascii_uppercase();
    let named = FORMS
        .iter()
        .find(|form| !form.ris.is_empty() && form.ris == kind);
    named.map_or_else(
        || match kind.as_str() {
            "EJOUR" | "ABST" | "INPR" => "article",
            "EBOOK" | "EDBOOK" | "CLSWK" => "book",
            "ECHAP" => "chapter",
            "LEGAL" => "statute",
            "UNBILL" => "bill",
            "CONF" => "conference paper",
            "GOVDOC" => "government document",
            "DBASE" | "AGGR" => "data set",
            "MANSCPT" => "manuscript",
            "MUSIC" | "ADVS" | "SLIDE" => "recording",
            "ENCYC" | "DICT" => "entry",
            "WEB" => "web page",
            "FIGURE" => "picture",
            "JFULL" | "SER" => "periodical",
            _ => "",
        },
        |form| form.word,
    )
}

/// The plain word for a type of BibTeX or BibLaTeX.
pub(super) fn word_of_bib(kind: &str) -> &'static str {
    match kind.to_ascii_lowercase().as_str() {
        "article" | "suppperiodical" => "article",
        "book" | "mvbook" | "collection" | "mvcollection" | "reference" | "proceedings" => "book",
        "inbook" | "incollection" | "suppbook" | "suppcollection" | "bookinbook" => "chapter",
        "inproceedings" | "conference" => "conference paper",
        "online" | "electronic" | "www" | "webpage" => "web page",
        "report" | "techreport" => "report",
        "thesis" | "phdthesis" | "mastersthesis" => "thesis",
        "unpublished" => "manuscript",
        "booklet" => "pamphlet",
        "manual" => "manual",
        "patent" => "patent",
        "dataset" => "data set",
        "software" => "software",
        "letter" => "letter",
        "legislation" => "statute",
        "jurisdiction" | "legal" => "judgment",
        "audio" | "music" => "recording",
        "movie" | "video" => "film",
        "standard" => "standard",
        "periodical" => "periodical",
        "inreference" => "entry",
        "image" | "artwork" => "picture",
        "newspaper" => "news report",
        "magazine" => "magazine article",
        _ => "",
    }
}

/// Whether what is called its publisher is what a source of this CSL type stands in.
pub(super) fn stands_in(csl: &str) -> bool {
    matches!(
        csl,
        "article-newspaper"
            | "article-magazine"
            | "article-journal"
            | "bill"
            | "chapter"
            | "legal_case"
            | "legislation"
            | "paper-conference"
            | "post"
            | "post-weblog"
            | "regulation"
            | "treaty"
            | "webpage"
    )
}
