//! Locations inside a row, as hashes that are cheap to extend.

/// What a location draws for: each purpose has its own stream, so that one decision never moves
/// another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Purpose {
    /// The value itself.
    Value,
    /// Whether an optional property is there.
    Presence,
    /// Which branch of a choice is taken.
    Branch,
    /// How many elements or members a collection has.
    Length,
    /// The name of a member that the contract leaves open.
    Name,
    /// The order of things that have none.
    Order,
    /// What the values of one object have in common.
    Shared,
    /// What completes a value: `finish`.
    Finish,
    /// What judges a value: `check`.
    Check,
    /// A member of which the contract says nothing.
    Extra,
    /// Whether a row leaves out what has no value.
    Absence,
}

impl Purpose {
    const fn hash(self) -> u64 {
        mix(self as u64 ^ 0xa409_3822_299f_31d0)
    }
}

/// A location inside an instance: a hash over the property names and element positions that lead
/// to it from the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path {
    hash: u64,
    /// The same for all elements of a list, and however often it is drawn.
    place: u64,
}

impl Path {
    /// The root of the instance.
    pub const ROOT: Self = Self { hash: 0x243f_6a88_85a3_08d3, place: 0x243f_6a88_85a3_08d3 };

    /// The member `name` below this location.
    #[must_use]
    pub fn member(self, name: &str) -> Self {
        self.step(hash_name(name))
    }

    /// The element or open member number `position` below this location.
    #[must_use]
    pub fn element(self, position: u64) -> Self {
        self.step(element_hash(position))
    }

    /// The element number `position` of a list, for which all of its elements are one place.
    #[must_use]
    pub(crate) fn item(self, position: u64) -> Self {
        Self { place: extend(self.place, ANY_ITEM), ..self.element(position) }
    }

    /// The same location, for another purpose than its value.
    #[must_use]
    pub fn purpose(self, purpose: Purpose) -> Self {
        Self { hash: self.hash ^ purpose.hash(), ..self }
    }

    /// The same location, drawn again for the `attempt`th time; attempt 0 is the location itself.
    #[must_use]
    pub fn attempt(self, attempt: u32) -> Self {
        if attempt == 0 {
            return self;
        }
        let hash = mix(u64::from(attempt) ^ 0x082e_fa98_ec4e_6c89);
        Self { hash: extend(self.hash, hash), ..self }
    }

    /// A step whose hash was taken beforehand with [`hash_name`].
    #[must_use]
    pub(crate) fn step(self, hash: u64) -> Self {
        Self { hash: extend(self.hash, hash), place: extend(self.place, hash) }
    }

    pub(super) fn hash(self) -> u64 {
        self.hash
    }

    /// The location without the positions in lists and without the attempts: what every row and
    /// every element has in common.
    pub(super) fn place(self) -> u64 {
        self.place
    }
}

/// The step to any element of a list.
const ANY_ITEM: u64 = 0xc0ac_29b7_c97c_50dd;

/// Steps are mixed already, and so is every hash once more where a stream starts: in between, one
/// multiplication keeps the order of the steps.
#[inline]
fn extend(hash: u64, step: u64) -> u64 {
    hash.wrapping_mul(ODD) ^ step
}

/// The odd number nearest to 2⁶⁴ / √2.
const ODD: u64 = 0xb504_f333_f9de_6485;

fn element_hash(position: u64) -> u64 {
    mix(position ^ 0x1319_8a2e_0370_7344)
}

/// The hash of a name (FNV-1a, finalized): fixed for ever, since values depend on it.
pub(crate) fn hash_name(name: &str) -> u64 {
    let folded = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    mix(folded)
}

/// The finalizer of SplitMix64 (Steele, Lea, Flood 2014, variant 13): a bijection on u64.
#[inline]
pub(crate) const fn mix(mut value: u64) -> u64 {
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_in_another_order_are_another_location() {
        let path = Path::ROOT;
        assert_ne!(path.member("a").member("b"), path.member("b").member("a"));
        assert_ne!(path.member("0"), path.element(0));
        assert_ne!(path.purpose(Purpose::Value), path);
        assert_eq!(path.attempt(0), path);
        assert_ne!(path.attempt(1), path.attempt(2));
    }

    #[test]
    fn attempts_and_items_of_a_list_are_one_place() {
        let path = Path::ROOT.member("lines");
        let places = [path.item(0), path.item(7), path.item(0).attempt(3)].map(Path::place);
        assert_eq!(places, [places[0]; 3]);
        assert_eq!(path.item(7).hash(), path.element(7).hash());
        assert_ne!(path.element(0).place(), path.element(1).place());
        assert_ne!(path.item(0).member("id").place(), path.item(0).place());
        assert_eq!(path.attempt(2).member("id").place(), path.member("id").place());
    }
}
