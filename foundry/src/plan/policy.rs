//! Which policies apply at a place: their paths are matched step by step, from the root down.

use crate::config::{Config, PathPolicy, Segment};

use super::hints::Hints;

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
            ..Hints::default()
        };
        newer.merge(&hints);
        hints = newer;
    }
    hints
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
