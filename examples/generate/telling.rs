//! The chronicle with those who took part and the passages that tell of it.

use std::collections::VecDeque;

use super::chance::Chance;
use super::chronicle::{Chronicle, Moment};
use super::story::Size;
use super::titles::{Deed, deed};

/// What happened, as it is told: everything that its record and its passages need.
pub(super) struct Told {
    pub n: u64,
    pub moment: Moment,
    pub deed: Deed,
    pub source: u64,
    /// Passages that it rests on, the first one for certain.
    pub rests_on: Vec<u64>,
    /// Those that are its own.
    pub new_passages: Vec<u64>,
    /// The last of its passages says otherwise.
    pub disputed: bool,
}

/// Tells the chronicle from its beginning.
pub(super) struct Telling {
    size: Size,
    chronicle: Chronicle,
    n: u64,
    passages: u64,
    /// Those whom the news is about.
    stage: VecDeque<u64>,
    burst: u64,
    /// A passage that the next event rests on as well, and its source.
    shared: Option<(u64, u64)>,
    last: Option<Moment>,
}

impl Telling {
    pub(super) fn new(size: Size) -> Self {
        Self {
            size,
            chronicle: Chronicle::new(size.cast.seed, size.events),
            n: 0,
            passages: 0,
            stage: VecDeque::new(),
            burst: 0,
            shared: None,
            last: None,
        }
    }

    /// One to four actors: most of them those whom the news is about already.
    fn actors(&mut self, chance: &mut Chance, moment: Moment) -> Vec<u64> {
        let cast = self.size.cast;
        if moment.burst != self.burst {
            self.burst = moment.burst;
            let leaves = self.stage.len().min(4);
            self.stage.drain(..leaves);
        }
        let many = match chance.below(10) {
            0..=3 => 1,
            4..=7 => 2,
            8 => 3,
            _ => 4,
        };
        let mut actors: Vec<u64> = Vec::with_capacity(4);
        while actors.len() < many {
            let known = usize::try_from(chance.below(12)).unwrap_or(0);
            let n = self.stage.get(known).copied().unwrap_or_else(|| {
                // Who comes up often changes with the years.
                let years = (moment.day / 2500).unsigned_abs();
                let shift = if chance.mille(500) { years * 7 } else { 0 };
                (chance.heavy(cast.size) + shift) % cast.size
            });
            if !actors.contains(&n) {
                actors.push(n);
            }
        }
        for &n in &actors {
            if !self.stage.contains(&n) {
                self.stage.push_back(n);
            }
        }
        let leaves = self.stage.len().saturating_sub(7);
        self.stage.drain(..leaves);
        actors
    }
}

impl Iterator for Telling {
    type Item = Told;

    fn next(&mut self) -> Option<Told> {
        let moment = self.chronicle.next()?;
        let size = self.size;
        let n = self.n;
        let mut chance = Chance::of(size.cast.seed, "event", n);
        let actors = self.actors(&mut chance, moment);
        let deed = deed(&mut chance, size.cast, &actors);
        let near = self.last.is_some_and(|last| moment.day - last.day < 8);
        let mut told = Told {
            n,
            moment,
            deed,
            source: 0,
            rests_on: Vec::with_capacity(2),
            new_passages: Vec::with_capacity(2),
            disputed: false,
        };
        if let Some((passage, source)) = self.shared.take().filter(|_| near) {
            told.source = source;
            told.rests_on.push(passage);
        } else {
            told.source = size.source_after(&mut chance, moment.day);
            let own = self.passages;
            told.rests_on.push(own);
            told.new_passages.push(own);
            self.passages += 1;
            self.shared = chance.mille(800).then_some((own, told.source));
        }
        if chance.mille(80) {
            told.disputed = chance.mille(350);
            told.rests_on.push(self.passages);
            told.new_passages.push(self.passages);
            self.passages += 1;
        }
        self.n += 1;
        self.last = Some(moment);
        Some(told)
    }
}
