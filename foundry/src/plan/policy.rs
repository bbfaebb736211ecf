//! Which policies apply at a place: their paths are matched step by step, from the root down.

use std::collections::BTreeSet;

use super::fill::Spreads;
use super::hints::Hints;
use super::spread::{Asked, Asker};
use crate::config::{Config, Distribution, PathPolicy, Segment, write_path};
use crate::error::{Error, Stage};
use crate::suggest;

/// How far each policy's path has been matched: pairs of policy and segment, sorted.
pub(crate) type Matched = Vec<(usize, usize)>;

/// The state at the root.
pub(crate) fn start(config: &Config) -> Matched {
    let mut matched = (0..config.policies.len()).map(|policy| (policy, 0)).collect();
    skip_deep(config, &mut matched);
    matched
}

/// The state after a step to the member `name`, or to an element or open member where it is `None`.
pub(crate) fn step(config: &Config, matched: &Matched, name: Option<&str>) -> Matched {
    let mut next = Matched::new();
    for &(policy, at) in matched {
        match config.policies[policy].segments.get(at) {
            Some(Segment::Deep) => next.push((policy, at)),
            Some(Segment::Any) => next.push((policy, at + 1)),
            Some(Segment::Name(wanted)) if name == Some(wanted.as_str()) => {
                next.push((policy, at + 1));
            }
            _ => {}
        }
    }
    skip_deep(config, &mut next);
    next
}

/// What the policies say that end here; a later one wins.
pub(crate) fn hints(config: &Config, matched: &Matched) -> Hints {
    let mut hints = Hints::default();
    let ending = |&&(policy, at): &&(usize, usize)| at == config.policies[policy].segments.len();
    for &(policy, _) in matched.iter().filter(ending) {
        let PathPolicy { policy, .. } = &config.policies[policy];
        let mut newer = Hints {
            presence: policy.presence,
            lengths: policy.lengths,
            values: policy.values.clone(),
            faker: policy.faker.clone(),
            by: policy.by,
            weights: policy.weights.clone(),
            numbers: policy.distribution.map(asked),
            length: policy.length_distribution.map(asked),
            ..Hints::default()
        };
        newer.merge(&hints);
        hints = newer;
    }
    hints
}

/// Who sets what at a place, for a reader of the plan: `presence` and `/note (foundry.toml:5)`. `hints`
/// hold there, and what of them no policy says is a hint of the place itself.
pub(crate) fn setters(
    config: &Config,
    matched: &Matched,
    hints: &Hints,
) -> Vec<(&'static str, String)> {
    let mut told: Vec<(&'static str, String)> = Vec::new();
    for (is_set, name) in [
        (hints.presence.is_some(), "presence"),
        (hints.length.is_some() || hints.lengths.is_some(), "lengths"),
        (hints.values.is_some(), "values"),
        (hints.faker.is_some(), "faker"),
        (hints.by.is_some(), "by"),
        (hints.numbers.is_some(), "distribution"),
    ] {
        if is_set {
            told.push((name, "its own hint".to_owned()));
        }
    }
    let ending = matched.iter().filter(|(at, done)| *done == config.policies[*at].segments.len());
    for policy in ending.map(|(at, _)| &config.policies[*at]) {
        let path = write_path(&policy.segments);
        let path = if path.is_empty() { "the root" } else { &path };
        let by = match &policy.origin {
            Some(origin) => format!("{path} ({origin})"),
            None => path.to_owned(),
        };
        for (known, who) in &mut told {
            // A later one wins.
            if policy.sets().any(|name| name == *known) {
                who.clone_from(&by);
            }
        }
    }
    told
}

/// The same as a line: what one of them says stands together.
pub(crate) fn told(config: &Config, matched: &Matched, hints: &Hints) -> Option<Box<str>> {
    let mut groups: Vec<(Vec<&str>, String)> = Vec::new();
    for (name, by) in setters(config, matched, hints) {
        match groups.iter_mut().find(|(_, known)| *known == by) {
            Some((names, _)) => names.push(name),
            None => groups.push((vec![name], by)),
        }
    }
    let lines: Vec<String> =
        groups.into_iter().map(|(names, by)| format!("{}: {by}", names.join(", "))).collect();
    (!lines.is_empty()).then(|| lines.join("; ").into())
}

fn asked(distribution: Distribution) -> Asked {
    Asked { distribution, by: Asker::Policy }
}

/// `**` also stands for no segment at all.
fn skip_deep(config: &Config, matched: &mut Matched) {
    let mut at = 0;
    while at < matched.len() {
        let (policy, segment) = matched[at];
        if config.policies[policy].segments.get(segment) == Some(&Segment::Deep) {
            matched.push((policy, segment + 1));
        }
        at += 1;
    }
    matched.sort_unstable();
    matched.dedup();
}

/// Which policies found a place, and which names stood where the others stopped.
#[derive(Default)]
pub(crate) struct Paths {
    reached: BTreeSet<usize>,
    /// For each policy the segments that found their place.
    came: BTreeSet<(usize, usize)>,
    /// For each policy how far it came, and the names that would have led on from there.
    met: BTreeSet<(usize, usize, String)>,
    /// The policies whose distribution spreads something.
    heeded: BTreeSet<(usize, Spreads)>,
}

impl Paths {
    /// Notes the policies that end at a place.
    pub(crate) fn visit(&mut self, config: &Config, matched: &Matched) {
        for &(policy, at) in matched {
            self.came.insert((policy, at));
            if at == config.policies[policy].segments.len() {
                self.reached.insert(policy);
            }
        }
    }

    /// Notes the policies that wanted another name than the one that is there.
    pub(crate) fn step(
        &mut self,
        config: &Config,
        before: &Matched,
        after: &Matched,
        name: Option<&str>,
    ) {
        for &(policy, at) in before {
            let wants_name =
                matches!(config.policies[policy].segments.get(at), Some(Segment::Name(_)));
            if wants_name && !after.contains(&(policy, at + 1)) {
                self.met.insert((policy, at, name.unwrap_or("*").to_owned()));
            }
        }
    }

    /// Notes the policies that end where something is spread.
    pub(crate) fn heed(&mut self, config: &Config, matched: &Matched, what: Spreads) {
        let ending =
            matched.iter().filter(|(policy, at)| *at == config.policies[*policy].segments.len());
        self.heeded.extend(ending.map(|(policy, _)| (*policy, what)));
    }

    /// A distribution that spreads nothing would change nothing in silence, too.
    pub(crate) fn refuse_unheeded(&self, config: &Config) -> Result<(), Error> {
        let own = config.policies.iter().enumerate().filter(|(_, policy)| !policy.is_shared);
        for (at, PathPolicy { segments, policy, .. }) in own {
            let path = write_path(segments);
            for (distribution, what, told) in [
                (policy.distribution, Spreads::Numbers, "no number"),
                (policy.length_distribution, Spreads::Lengths, "no list, map or plain text"),
            ] {
                if distribution.is_some() && !self.heeded.contains(&(at, what)) {
                    let told = format!("the distribution for `{path}` meets {told}");
                    return Err(Error::new(Stage::Config, told).at(path));
                }
            }
        }
        Ok(())
    }

    /// A path without a place is a typing error, and would change nothing in silence.
    pub(crate) fn refuse_unmatched(&self, config: &Config) -> Result<(), Error> {
        let unmatched = (0..config.policies.len())
            .find(|policy| !config.policies[*policy].is_shared && !self.reached.contains(policy));
        let Some(policy) = unmatched else { return Ok(()) };
        let segments = &config.policies[policy].segments;
        let error = Error::new(
            Stage::Config,
            format!("the path `{}` leads to no place of the contract", write_path(segments)),
        )
        .at(write_path(segments));
        // The place where the path stopped is the deepest one at which a name was missed.
        let furthest = self.met.iter().filter(|met| met.0 == policy).map(|met| met.1).max();
        let came = self.came.iter().filter(|came| came.0 == policy).map(|came| came.1).max();
        if let Some(came) = came.filter(|came| furthest.is_none_or(|at| *came > at)) {
            let above = write_path(&segments[..came]);
            return Err(error.with_help(format!("nothing lies below `{above}`")));
        }
        let Some(at) = furthest else { return Err(error) };
        let Segment::Name(wanted) = &segments[at] else { return Err(error) };
        let names: Vec<&str> = self
            .met
            .iter()
            .filter(|met| met.0 == policy && met.1 == at)
            .map(|met| met.2.as_str())
            .collect();
        if names == ["*"] {
            let mut mended = segments.clone();
            mended[at] = Segment::Any;
            let path = write_path(&mended);
            return Err(error.with_help(format!("`*` stands for every element there: `{path}`")));
        }
        Err(match suggest::nearest(wanted, names.iter().copied()) {
            Some(name) => {
                let mut mended = segments.clone();
                mended[at] = Segment::Name(name.to_owned());
                error.with_help(format!("did you mean `{}`?", write_path(&mended)))
            }
            None => error.with_help(format!("known names there: {}", names.join(", "))),
        })
    }
}
