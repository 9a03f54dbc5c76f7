//! Decides what was found of one quotation.

use std::ops::Range;

use super::chain;
use super::exact::MOST_PLACES;
use super::hints;
use super::place::{self, Approximate, Candidate, Class, Rough};
use super::sought::{Part, Sought};
use super::text::Text;
use super::{Finding, Piece, Place, Quotation, Verdict};

/// Places that an ambiguous finding lists.
const MOST_LISTED: usize = 20;
/// Anchors from which chains are built: with exact parts, and with approximate ones.
const ANCHORS: (usize, usize) = (200, 32);
/// Places that are compared word by word, the nearest ones.
const MOST_COMPARED: usize = 12;
/// Quotations with fewer letters are sought together with their context as well.
const FRAMED: usize = 24;
/// Letters of the context that such a frame has on either side.
const FRAME: usize = 16;
/// Letters of the text, times blocks of 64 letters of the quotation, that are searched through
/// where no grams lead to a place.
const WHOLE_SEARCH: usize = 1 << 17;

/// What was found of a quotation approximately.
#[derive(Default)]
pub(super) struct Approximation {
    /// The best place and those nearly as good.
    rivals: Vec<Candidate>,
    /// The place that comes nearest, near enough or not.
    nearest: Option<Place>,
}

impl Approximation {
    /// The letters of the only place found in one part: the same words may stand elsewhere, where
    /// no window led because they are frequent.
    pub(super) fn only_letters<'t>(&self, text: &'t Text) -> Option<&'t [u8]> {
        match self.rivals.as_slice() {
            [only] if only.spans.len() == 1 => text.letters().get(only.letters(text)),
            _ => None,
        }
    }
}

/// One quotation and what it asks for.
pub(super) struct Case<'a> {
    quotation: Quotation<'a>,
    sought: Sought,
    /// Its letters within their context, and how many of the context stand before them.
    frame: Option<(Vec<u8>, usize)>,
}

impl<'a> Case<'a> {
    /// Makes `quotation` ready.
    pub(super) fn new(quotation: Quotation<'a>) -> Self {
        let sought = Sought::new(quotation.exact);
        let (prefix, suffix) = hints::contexts(&quotation);
        let letters = &sought.plain.letters;
        let framed = (1..FRAMED).contains(&letters.len()) && prefix.len() + suffix.len() > 0;
        let frame = framed.then(|| {
            let before = prefix
                .get(prefix.len().saturating_sub(FRAME)..)
                .unwrap_or(&[]);
            let after = suffix.get(..suffix.len().min(FRAME)).unwrap_or(&[]);
            ([before, letters, after].concat(), before.len())
        });
        Self {
            quotation,
            sought,
            frame,
        }
    }

    /// The letters of the whole quotation, of its anchor part, and of its frame.
    pub(super) fn passages(&self) -> [Option<&[u8]>; 3] {
        let anchor = self.sought.parts.get(self.sought.anchor);
        [
            Some(self.sought.plain.letters.as_slice()),
            anchor.map(|part| part.letters.as_slice()),
            self.frame.as_ref().map(|frame| frame.0.as_slice()),
        ]
    }

    /// The letters by which the quotation is sought approximately.
    pub(super) fn main_letters(&self) -> &[u8] {
        &self.sought.main().letters
    }

    /// The finding, where the passages found letter by letter decide it.
    pub(super) fn settle(&self, text: &Text, hits: [&[usize]; 3]) -> Option<Finding> {
        if let Some(finding) = self.at_position(text) {
            return Some(finding);
        }
        let [plain, anchor, framed] = hits;
        let mut starts = plain.to_vec();
        if plain.len() >= MOST_PLACES {
            let before = self.frame.as_ref().map_or(0, |frame| frame.1);
            starts.extend(framed.iter().map(|start| start + before));
            starts.sort_unstable();
            starts.dedup();
        }
        let part = &self.sought.plain;
        let mut whole = if part.letters.is_empty() {
            place::marks(text, part, MOST_PLACES)
        } else {
            starts
                .iter()
                .filter_map(|&start| place::verify(text, part, start))
                .collect()
        };
        if whole.is_empty() {
            whole = self.chains(text, anchor, false);
        }
        if whole.is_empty() {
            whole = self.chains(text, anchor, true);
        }
        if whole.is_empty() && self.sought.parts.is_empty() {
            whole = letter_for_letter(text, part, &starts);
        }
        (!whole.is_empty()).then(|| self.decide(text, whole))
    }

    /// A verbatim match at the position that the quotation names.
    fn at_position(&self, text: &Text) -> Option<Finding> {
        let (from, to) = self.quotation.position?;
        let span = text.bytes(from, to)?;
        let stands =
            !span.is_empty() && text.as_str().get(span.clone()) == Some(self.quotation.exact);
        stands.then(|| self.single(text, Verdict::Verified, vec![span], Vec::new()))
    }

    /// The chains of parts around the anchors.
    fn chains(&self, text: &Text, anchors: &[usize], loose: bool) -> Vec<Candidate> {
        let Some(part) = self.sought.parts.get(self.sought.anchor) else {
            return Vec::new();
        };
        let most = if loose { ANCHORS.1 } else { ANCHORS.0 };
        let anchors = anchors.iter().take(most).filter_map(|&start| {
            let exact = place::verify(text, part, start);
            if loose {
                exact.or_else(|| near(text, part, start))
            } else {
                exact
            }
        });
        let extend = |anchor| chain::extend(text, &self.sought, anchor, loose);
        chain::tightest(anchors.filter_map(extend).collect())
    }

    /// The places in the windows where the quotation may stand approximately.
    pub(super) fn approximate(&self, text: &Text, windows: &[Range<usize>]) -> Approximation {
        let part = self.sought.main();
        let Some(approximate) = Approximate::new(part) else {
            return Approximation::default();
        };
        let mut rough: Vec<Rough> = windows
            .iter()
            .filter_map(|window| approximate.rough(text, window))
            .collect();
        rough.sort_unstable();
        rough.dedup_by_key(|place| place.end);
        rough.truncate(MOST_COMPARED);
        let mut found: Vec<(Candidate, bool)> = Vec::new();
        let mut most = usize::MAX;
        for place in &rough {
            if place.distance > most {
                break;
            }
            let Some((candidate, accepted)) = approximate.compare(text, place) else {
                continue;
            };
            if accepted && candidate.foreign == 0 {
                most = most.min(candidate.distance + margin(part.letters.len()));
            }
            found.push((candidate, accepted));
        }
        if !found.iter().any(|(_, accepted)| *accepted) {
            found.extend(self.everywhere(text, &approximate));
        }
        let mut nearest: Option<Candidate> = None;
        let mut accepted = Vec::new();
        for (candidate, is_accepted) in found {
            let closer = |other: &Candidate| rank(&candidate) < rank(other);
            if nearest.as_ref().is_none_or(closer) {
                nearest = Some(candidate.clone());
            }
            if is_accepted && self.sought.parts.is_empty() {
                accepted.push(candidate);
            } else if is_accepted {
                accepted.extend(chain::extend(text, &self.sought, candidate, true));
            }
        }
        let nearest = nearest.map(|near| Place { spans: near.spans });
        Approximation {
            rivals: rivals(accepted, part.letters.len()),
            nearest,
        }
    }

    /// The finding from what was found approximately; `twins` tells where the letters of the one
    /// place found start in the text.
    pub(super) fn conclude(
        &self,
        text: &Text,
        approximation: Approximation,
        twins: &[usize],
    ) -> Finding {
        let mut rivals = approximation.rivals;
        let Some(first) = rivals.first().cloned() else {
            return Finding::missing(approximation.nearest);
        };
        for &start in twins {
            let twin = first.twin(text, start);
            if !rivals.iter().any(|other| other.overlaps(&twin)) {
                rivals.push(twin);
            }
        }
        rivals.sort_by_key(|rival| rival.extent().start);
        self.decide(text, rivals)
    }

    /// The best place in all of a short text, and the best ones before and after it.
    fn everywhere(&self, text: &Text, approximate: &Approximate<'_>) -> Vec<(Candidate, bool)> {
        let letters = text.letters().len();
        if letters * self.main_letters().len().div_ceil(64) > WHOLE_SEARCH {
            return Vec::new();
        }
        let Some(best) = approximate.best(text, &(0..letters)) else {
            return Vec::new();
        };
        let extent = best.0.extent();
        let before = 0..text.letters_before(extent.start);
        let after = text.letters_before(extent.end)..letters;
        let sides = [before, after]
            .into_iter()
            .filter_map(|side| approximate.best(text, &side));
        sides.chain(std::iter::once(best)).collect()
    }

    /// The finding from the candidates: the best class, that of whole words before that of parts
    /// of words, then what the hints leave of it.
    fn decide(&self, text: &Text, mut candidates: Vec<Candidate>) -> Finding {
        let uncut = |candidate: &Candidate| !candidate.cuts_words;
        let class = |candidate: &Candidate| candidate.class;
        let whole = candidates.iter().filter(|one| uncut(one)).map(class).min();
        let best = whole.or_else(|| candidates.iter().map(class).min());
        candidates.retain(|candidate| Some(candidate.class) == best);
        let narrowed = hints::narrow(text, &self.quotation, candidates);
        let left = if narrowed.len() > 1 && narrowed.iter().any(uncut) {
            let whole: Vec<Candidate> = narrowed.into_iter().filter(uncut).collect();
            hints::narrow(text, &self.quotation, whole)
        } else {
            narrowed
        };
        match <[Candidate; 1]>::try_from(left) {
            Ok([found]) => {
                let (verdict, differences) = match found.class {
                    Class::Verbatim => (Verdict::Verified, Vec::new()),
                    Class::Normal => (Verdict::Normalised, Vec::new()),
                    Class::Near => (Verdict::Drifted, found.pieces),
                };
                self.single(text, verdict, found.spans, differences)
            }
            Err(left) => {
                let count = left.len();
                let listed = left.into_iter().take(MOST_LISTED);
                let places = listed.map(|place| Place { spans: place.spans }).collect();
                Finding {
                    verdict: Verdict::Ambiguous,
                    places,
                    count,
                    ..Finding::missing(None)
                }
            }
        }
    }

    /// The finding of one place.
    fn single(
        &self,
        text: &Text,
        verdict: Verdict,
        spans: Vec<Range<usize>>,
        differences: Vec<Piece>,
    ) -> Finding {
        let start = spans.first().map_or(0, |span| span.start);
        let named = self.quotation.paragraph;
        let found = named.and_then(|_| text.paragraph_at(start));
        Finding {
            verdict,
            places: vec![Place { spans }],
            count: 1,
            differences,
            paragraph_differs: found.filter(|_| found != named),
            nearest: None,
        }
    }
}

/// The places where the part stands letter by letter, but not its marks or words.
fn letter_for_letter(text: &Text, part: &Part, starts: &[usize]) -> Vec<Candidate> {
    starts
        .iter()
        .take(ANCHORS.0)
        .filter_map(|&start| near(text, part, start))
        .collect()
}

/// The part where its letters start at letter `start`, whatever its marks.
fn near(text: &Text, part: &Part, start: usize) -> Option<Candidate> {
    let window = start..start + part.letters.len();
    let (candidate, accepted) = Approximate::new(part)?.best(text, &window)?;
    accepted.then_some(candidate)
}

/// How far a candidate is from the quotation.
fn rank(candidate: &Candidate) -> (Class, usize, usize) {
    (candidate.class, candidate.foreign, candidate.distance)
}

/// How many more edits than the best place another one may have to be nearly as good.
fn margin(letters: usize) -> usize {
    1 + letters / 32
}

/// The best candidate and those that are nearly as good and do not overlap a better one.
fn rivals(mut candidates: Vec<Candidate>, letters: usize) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| (rank(candidate), candidate.extent().start));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let rival = kept.first().is_none_or(|best| {
            candidate.foreign <= best.foreign
                && candidate.distance <= best.distance + margin(letters)
        });
        if rival && !kept.iter().any(|other| other.overlaps(&candidate)) {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| candidate.extent().start);
    kept
}
