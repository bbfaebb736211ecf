//! Assertions between two characters: `^`, `$`, `\b` and their kin.

use regex_syntax::hir::Look;

/// What is known of the character on one side: an edge of the text is one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Side(u8);

impl Side {
    /// Something of which nothing matters.
    pub(super) const PLAIN: Self = Self(0);
    /// The start or the end of the text.
    pub(super) const EDGE: Self = Self(1);
    pub(super) const WORD_ASCII: Self = Self(2);
    pub(super) const WORD_UNICODE: Self = Self(4);
    pub(super) const LINE_FEED: Self = Self(8);
    pub(super) const CARRIAGE_RETURN: Self = Self(16);

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Only what `kept` names.
    pub(super) fn only(self, kept: Self) -> Self {
        Self(self.0 & kept.0)
    }

    fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What `look` depends on, on either side.
pub(super) fn needed_sides(look: Look) -> Side {
    match look {
        Look::Start | Look::End => Side::EDGE,
        Look::StartLF | Look::EndLF => Side::EDGE.and(Side::LINE_FEED),
        Look::StartCRLF | Look::EndCRLF => {
            Side::EDGE.and(Side::LINE_FEED).and(Side::CARRIAGE_RETURN)
        }
        Look::WordAscii
        | Look::WordAsciiNegate
        | Look::WordStartAscii
        | Look::WordEndAscii
        | Look::WordStartHalfAscii
        | Look::WordEndHalfAscii => Side::WORD_ASCII,
        Look::WordUnicode
        | Look::WordUnicodeNegate
        | Look::WordStartUnicode
        | Look::WordEndUnicode
        | Look::WordStartHalfUnicode
        | Look::WordEndHalfUnicode => Side::WORD_UNICODE,
    }
}

/// Whether `look` holds between `before` and `after`.
pub(super) fn holds(look: Look, before: Side, after: Side) -> bool {
    let word = needed_sides(look);
    let (word_before, word_after) = (before.is(word), after.is(word));
    match look {
        Look::Start => before.is(Side::EDGE),
        Look::End => after.is(Side::EDGE),
        Look::StartLF => before.is(Side::EDGE.and(Side::LINE_FEED)),
        Look::EndLF => after.is(Side::EDGE.and(Side::LINE_FEED)),
        Look::StartCRLF => {
            before.is(Side::EDGE.and(Side::LINE_FEED))
                || (before.is(Side::CARRIAGE_RETURN) && !after.is(Side::LINE_FEED))
        }
        Look::EndCRLF => {
            after.is(Side::EDGE.and(Side::CARRIAGE_RETURN))
                || (after.is(Side::LINE_FEED) && !before.is(Side::CARRIAGE_RETURN))
        }
        Look::WordAscii | Look::WordUnicode => word_before != word_after,
        Look::WordAsciiNegate | Look::WordUnicodeNegate => word_before == word_after,
        Look::WordStartAscii | Look::WordStartUnicode => !word_before && word_after,
        Look::WordEndAscii | Look::WordEndUnicode => word_before && !word_after,
        Look::WordStartHalfAscii | Look::WordStartHalfUnicode => !word_before,
        Look::WordEndHalfAscii | Look::WordEndHalfUnicode => !word_after,
    }
}

/// Whether `look` can still hold after `before`, when what follows is not known yet.
pub(super) fn may_hold(look: Look, before: Side) -> bool {
    let word_before = before.is(needed_sides(look));
    match look {
        Look::Start => before.is(Side::EDGE),
        Look::StartLF => before.is(Side::EDGE.and(Side::LINE_FEED)),
        Look::StartCRLF => before.is(Side::EDGE.and(Side::LINE_FEED).and(Side::CARRIAGE_RETURN)),
        Look::WordStartAscii
        | Look::WordStartUnicode
        | Look::WordStartHalfAscii
        | Look::WordStartHalfUnicode => !word_before,
        Look::WordEndAscii | Look::WordEndUnicode => word_before,
        _ => true,
    }
}
