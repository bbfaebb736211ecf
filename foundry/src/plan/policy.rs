//! Which policies apply at a place: their paths are matched step by step, from the root down.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::hints::Hints;
use super::spread::{Asked, Asker};
use crate::config::{Config, Distribution, NamedBy, PathPolicy, Segment, Setting, write_path};
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
    for policy in ending(config, matched) {
        let PathPolicy { policy, .. } = &config.policies[policy];
        let mut newer = Hints {
            presence: policy.presence,
            lengths: policy.lengths,
            values: policy.values.clone(),
            faker: policy.faker.clone(),
            by: policy.by,
            weights: policy.weights.clone(),
            numbers: policy.distribution.clone().map(asked),
            length: policy.length_distribution.clone().map(asked),
            ..Hints::default()
        };
        newer.merge(&hints);
        hints = newer;
    }
    hints
}

/// The policy that sets this at a place, as it is told to a reader: `/note (foundry.toml:5)`.
pub(crate) fn setter(config: &Config, matched: &Matched, setting: Setting) -> Option<String> {
    // A later one wins.
    let policy = ending(config, matched).rfind(|at| config.policies[*at].sets(setting))?;
    let PathPolicy { segments, origin, .. } = &config.policies[policy];
    let path = write_path(segments);
    let path = if path.is_empty() { "the root" } else { &path };
    Some(match origin {
        Some(origin) => format!("{path} ({origin})"),
        None => path.to_owned(),
    })
}

/// The policies that end at a place.
fn ending<'m>(
    config: &'m Config,
    matched: &'m Matched,
) -> impl DoubleEndedIterator<Item = usize> + 'm {
    let ends = |(policy, at): &&(usize, usize)| *at == config.policies[*policy].segments.len();
    matched.iter().filter(ends).map(|(policy, _)| *policy)
}

/// Who sets what decides something at a place, for a reader of the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Told {
    by: Vec<(Setting, String)>,
    /// The generator in the place of which something else draws.
    pub(crate) in_place_of: Option<Arc<str>>,
}

impl Told {
    /// What no policy says is a hint of the place itself.
    pub(crate) fn add(&mut self, setting: Setting, policy: Option<String>) {
        if self.by.iter().all(|(known, _)| *known != setting) {
            self.by.push((setting, policy.unwrap_or_else(|| "its own hint".to_owned())));
            self.by.sort_by_key(|(setting, _)| *setting);
        }
    }

    /// Whether the generator is named.
    pub(crate) fn names_generator(&self) -> bool {
        self.by.iter().any(|(setting, _)| *setting == Setting::Faker)
    }
}

/// What one of them says stands together: `presence, faker: /note; by: its own hint`.
impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups: Vec<(Vec<&str>, &str)> = Vec::new();
        for (setting, by) in &self.by {
            match groups.iter_mut().find(|(_, known)| known == by) {
                // A range of lengths and their distribution have one name.
                Some((names, _)) if names.contains(&setting.name()) => {}
                Some((names, _)) => names.push(setting.name()),
                None => groups.push((vec![setting.name()], by)),
            }
        }
        for (at, (names, by)) in groups.iter().enumerate() {
            let before = if at == 0 { "" } else { "; " };
            write!(f, "{before}{}: {by}", names.join(", "))?;
        }
        match &self.in_place_of {
            Some(name) if groups.is_empty() => write!(f, "in place of {name}"),
            Some(name) => write!(f, "; in place of {name}"),
            None => Ok(()),
        }
    }
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

/// Which policies found a place, which of them decide something there, and which names stood where the
/// others stopped.
#[derive(Default)]
pub(crate) struct Paths {
    reached: BTreeSet<usize>,
    /// For each policy the segments that found their place.
    came: BTreeSet<(usize, usize)>,
    /// For each policy how far it came, and the names that would have led on from there.
    met: BTreeSet<(usize, usize, String)>,
    /// For each policy what of it decides something.
    heeded: BTreeSet<(usize, Setting)>,
    /// The presences that authors wrote, by where they stand: whether each decides something.
    authored: BTreeMap<String, bool>,
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

    /// Notes that `setting` decides something at a place.
    pub(crate) fn heed(&mut self, config: &Config, matched: &Matched, setting: Setting) {
        self.heeded.extend(ending(config, matched).map(|policy| (policy, setting)));
    }

    /// Notes that the presence which an author wrote at `pointer` speaks of a place, and whether it
    /// decides something there.
    pub(crate) fn heed_author(&mut self, pointer: String, decides: bool) {
        *self.authored.entry(pointer).or_default() |= decides;
    }

    /// What decides nothing anywhere would change nothing in silence. At some of its places a policy may
    /// well have nothing to say, and so may the hint of a definition.
    pub(crate) fn refuse_unheeded(&self, config: &Config) -> Result<(), Error> {
        let own = config.policies.iter().enumerate().filter(|(_, policy)| !policy.is_shared);
        for (at, policy) in own {
            let is_unheeded =
                |setting: &Setting| policy.sets(*setting) && !self.heeded.contains(&(at, *setting));
            // What is always there is there as often as this.
            let is_met = |setting: &Setting| {
                *setting == Setting::Presence && policy.policy.presence == Some(ALWAYS)
            };
            let unheeded = Setting::ALL.into_iter().find(|one| is_unheeded(one) && !is_met(one));
            if let Some(setting) = unheeded {
                return Err(unheeded_policy(policy, setting));
            }
        }
        match self.authored.iter().find(|(_, decides)| !**decides) {
            Some((pointer, _)) => Err(unheeded_presence(pointer)),
            None => Ok(()),
        }
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

/// The presence of what is never missing.
pub(crate) const ALWAYS: f64 = 1.0;

fn unheeded_policy(policy: &PathPolicy, setting: Setting) -> Error {
    let path = write_path(&policy.segments);
    let keyword = policy.policy.by.map_or("title", NamedBy::keyword);
    let (told, help) = match setting {
        Setting::Presence => (
            format!("the presence for `{path}` meets nothing that may be missing or `null`"),
            "make the member optional in the contract, or leave the presence away".to_owned(),
        ),
        Setting::Lengths => (
            format!("the lengths for `{path}` meet no list, set or map of several lengths"),
            "lengths of plain texts are a distribution: `lengths = { uniform = {} }` in a file"
                .to_owned(),
        ),
        Setting::LengthSpread => (
            format!("the distribution for `{path}` meets no list, map or plain text"),
            "texts with a format or a pattern have the lengths that these give".to_owned(),
        ),
        Setting::NumberSpread => (
            format!("the distribution for `{path}` meets no number"),
            "values of a list have `weights`; lengths are spread by `lengths`".to_owned(),
        ),
        Setting::By => (
            format!("`by` for `{path}` meets no `{keyword}`"),
            format!("write a `{keyword}` there, or name the generator: `faker`"),
        ),
        Setting::Values | Setting::Faker => (
            format!("the {} for `{path}` meets no value", setting.name()),
            "leave it away".to_owned(),
        ),
    };
    Error::new(Stage::Config, told).at(path).with_help(help)
}

fn unheeded_presence(pointer: &str) -> Error {
    let told =
        "`presence` says how often a value is there, and this one is never missing or `null`";
    Error::new(Stage::Plan, told)
        .at(pointer)
        .with_keyword("presence")
        .with_help("make the member optional, allow `null`, or leave `presence` away")
}
