//! Stand-in.
use crate::seed::Stream;
pub(crate) struct Pattern;
#[derive(Debug, thiserror::Error)]
pub(crate) enum PatternError { #[error("empty")] Empty, #[error("x")] Other }
impl Pattern {
    pub(crate) fn compile(p: &[String], _e: &[String], _min: u64, _max: Option<u64>) -> Result<Self, PatternError> { if p.is_empty() { Err(PatternError::Other) } else { Ok(Self) } }
    pub(crate) fn draw(&self, s: &mut Stream, out: &mut String) -> Result<(), PatternError> { out.push_str(&(1+s.below(100)).to_string()); if out.is_empty() {Err(PatternError::Empty)} else {Ok(())} }
    pub(crate) fn count(&self) -> Option<u64> { None }
    pub(crate) fn nth(&self, _k: u64) -> Option<String> { None }
}
