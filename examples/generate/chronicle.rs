//! When things happen: forty years with quiet times, busy weeks and news days on which one thing
//! leads to the next.

use throughline::story::calendar::Civil;

use super::chance::Chance;

/// The first year of the story.
const FIRST_YEAR: i64 = 1984;
/// How many days the story lasts.
const DAYS: f64 = 14_610.0;
/// What an event brings in its train within days, and within weeks: how many others, and over how
/// many days.
const ECHO: (f64, f64) = (0.3, 1.2);
const SEQUEL: (f64, f64) = (0.15, 25.0);
/// Days over which a news day rings.
const NEWS: f64 = 2.0;
/// Days between news days, of which a short story has fewer.
const NEWS_APART: f64 = 60.0;
/// The least that a news day of middling size brings about.
const LEAST_NEWS: f64 = 2.0;

/// Something happens.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    /// Days since 1970-01-01.
    pub day: i64,
    /// Seconds into the day.
    pub second: u64,
    /// Which news day it belongs to; counts up.
    pub burst: u64,
    /// It is the first of its news day.
    pub breaks: bool,
}

/// Moments in time order, as a self-exciting process (Hawkes 1971) by thinning (Ogata 1981).
pub(super) struct Chronicle {
    chance: Chance,
    left: f64,
    all: f64,
    /// Days since the story began.
    now: f64,
    /// Events a day: echoes, sequels, news.
    excited: [f64; 3],
    climate: f64,
    climate_ends: f64,
    apart: f64,
    next_news: f64,
    burst: u64,
}

impl Chronicle {
    pub(super) fn new(seed: u64, events: u64) -> Self {
        let mut chance = Chance::of(seed, "chronicle", 0);
        #[expect(clippy::cast_precision_loss, reason = "a count of events")]
        let all = events as f64;
        // A tenth of all, or so, is news.
        let apart = NEWS_APART.max(DAYS * LEAST_NEWS / (0.09 * all.max(1.0)));
        let next_news = chance.waiting() * apart;
        Self {
            chance,
            left: all,
            all,
            now: 0.0,
            excited: [0.0; 3],
            climate: 1.0,
            climate_ends: 200.0,
            apart,
            next_news,
            burst: 0,
        }
    }

    /// Events a day that nothing brought about: about two of three, so that with what they bring
    /// about all fit into the days that are left.
    fn base(&self) -> f64 {
        let days = (DAYS - self.now).max(30.0);
        self.climate * 0.66 * self.left / days
    }

    fn pass(&mut self, days: f64) {
        self.now += days;
        for (rate, over) in self.excited.iter_mut().zip([ECHO.1, SEQUEL.1, NEWS]) {
            *rate *= fading(days / over);
        }
    }

    /// The weather of the times changes, or a news day comes.
    fn turn(&mut self) -> bool {
        if self.now >= self.climate_ends {
            self.climate_ends = self.now + 60.0 + 260.0 * self.chance.waiting();
            self.climate = match self.chance.below(8) {
                0 => 0.06,
                1 | 2 => 0.4,
                3..=5 => 1.0,
                6 => 1.7,
                _ => 2.6,
            };
        }
        if self.now < self.next_news {
            return false;
        }
        self.next_news = self.now + self.apart * self.chance.waiting();
        // A Pareto tail: most news days are small, a few are all that anybody talks about.
        let size = (0.35 / (self.chance.unit() + 0.03)).min(9.0);
        self.excited[2] += (self.all / 2600.0).max(LEAST_NEWS) * size / NEWS;
        self.burst += 1;
        true
    }
}

/// About e to the power of minus `x`, by multiplication alone.
fn fading(x: f64) -> f64 {
    let mut part = 1.0 / (1.0 + x / 256.0);
    for _ in 0..8 {
        part *= part;
    }
    part
}

impl Iterator for Chronicle {
    type Item = Moment;

    fn next(&mut self) -> Option<Moment> {
        if self.left < 1.0 {
            return None;
        }
        let mut breaks = false;
        loop {
            let before = self.base() + self.excited.iter().sum::<f64>();
            // No step beyond a day: quiet times end, and news comes, unasked.
            let wait = self.chance.waiting() / before.max(1e-9);
            self.pass(wait.min(1.0));
            breaks |= self.turn();
            if wait > 1.0 {
                continue;
            }
            #[expect(clippy::cast_possible_truncation, reason = "some 14,000 days")]
            let day = Civil::new(FIRST_YEAR, 1, 1).days() + self.now.floor() as i64;
            let weekend = Civil::from_days(day).weekday() > 5;
            let rest = if weekend { 0.35 } else { 1.0 };
            let after = rest * (self.base() + self.excited.iter().sum::<f64>());
            if self.chance.unit() * before > after {
                continue;
            }
            self.left -= 1.0;
            self.excited[0] += ECHO.0 / ECHO.1;
            self.excited[1] += SEQUEL.0 / SEQUEL.1;
            let hour = 6 + self.chance.below(8) + self.chance.below(9);
            return Some(Moment {
                day,
                second: hour * 3600 + self.chance.below(3600),
                burst: self.burst,
                breaks,
            });
        }
    }
}

/// The days on which the story begins and ends, since 1970-01-01.
pub(super) fn extent() -> (i64, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "some 14,000 days")]
    let days = DAYS as i64;
    let first = Civil::new(FIRST_YEAR, 1, 1).days();
    (first, first + days)
}
