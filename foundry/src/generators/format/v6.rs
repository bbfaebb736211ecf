//! Addresses of IPv6 in all forms of RFC 4291: whole, shortened, and with an address of IPv4 at the end.

use std::fmt::Write as _;

use super::lengths::split;
use super::network::write_v4;
use crate::seed::Stream;

/// The shortest address, `::`, and the longest one: six groups and an address of IPv4.
pub(super) const V6: (u64, u64) = (2, 45);

/// Eight groups without what stands for zeros.
const LONGEST_GROUPS: u64 = 39;

/// What stands before an address of IPv4: a mapped one, a compatible one, a translated one.
const BEFORE_V4: [&str; 3] = ["::ffff:", "::", "64:ff9b::"];

/// One in so many addresses holds one of IPv4; one in so many has capital letters, or zeros in front.
const RARE_SHARE: u64 = 16;

/// Appends eight groups, or fewer with `::` in their midst; now and then in capital letters, with zeros in
/// front of a group, or with an address of IPv4 at the end.
pub(super) fn write_v6(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    let rare = stream.below(RARE_SHARE);
    if length > LONGEST_GROUPS || (rare == 0 && write_with_v4(stream, length, out)) {
        if out.len() == start {
            write_all_with_v4(stream, length, out);
        }
        return;
    }
    write_hex(stream, length, rare == 1, out);
    if rare == 2 {
        out[start..].make_ascii_uppercase();
    }
}

/// Appends a shortened address with one of IPv4, or six groups and one; tells whether there is one that
/// long.
fn write_with_v4(stream: &mut Stream, length: u64, out: &mut String) -> bool {
    let turn = stream.index(BEFORE_V4.len() + 1);
    for step in 0..=BEFORE_V4.len() {
        match BEFORE_V4.get((turn + step) % (BEFORE_V4.len() + 1)) {
            Some(before) => {
                let rest = length.checked_sub(before.len() as u64);
                if let Some(rest) = rest.filter(|rest| (7..=15).contains(rest)) {
                    out.push_str(before);
                    write_v4(stream, rest, out);
                    return true;
                }
            }
            None if (19..=V6.1).contains(&length) => {
                write_all_with_v4(stream, length, out);
                return true;
            }
            None => {}
        }
    }
    false
}

/// Appends six groups and an address of IPv4.
fn write_all_with_v4(stream: &mut Stream, length: u64, out: &mut String) {
    // Six colons; the groups have 6 to 24 digits, and the address 7 to 15 characters.
    let both = length - 6;
    let low = both.saturating_sub(24).max(7);
    let high = (both - 6).min(15);
    let v4 = low + stream.below(high - low + 1);
    write_groups(stream, 6, both - v4, false, out);
    out.push(':');
    write_v4(stream, v4, out);
}

fn write_hex(stream: &mut Stream, length: u64, has_zeros: bool, out: &mut String) {
    if length >= 15 && (length > 31 || stream.chance(0.5)) {
        return write_groups(stream, 8, length - 7, has_zeros, out);
    }
    // Groups in all, groups before the `::`, and digits.
    let shapes = || {
        let pairs = (0..=6_u64).flat_map(|groups| (0..=groups).map(move |before| (groups, before)));
        pairs.filter_map(|(groups, before)| {
            let colons = 2 + before.saturating_sub(1) + (groups - before).saturating_sub(1);
            let digits = length.checked_sub(colons)?;
            (groups..=4 * groups).contains(&digits).then_some((groups, before, digits))
        })
    };
    let picked = stream.index(shapes().count());
    let Some((groups, before, digits)) = shapes().nth(picked) else { return };
    let mut left = digits;
    if before > 0 {
        let after = groups - before;
        let most = (4 * before).min(digits - after);
        let least = before.max(digits.saturating_sub(4 * after));
        let taken = least + stream.below(most - least + 1);
        write_groups(stream, before, taken, has_zeros, out);
        left -= taken;
    }
    out.push_str("::");
    write_groups(stream, groups - before, left, has_zeros, out);
}

/// Appends `groups` hexadecimal numbers that have `digits` digits together; none starts with a zero where
/// they are not to.
pub(super) fn write_groups(
    stream: &mut Stream,
    groups: u64,
    digits: u64,
    has_zeros: bool,
    out: &mut String,
) {
    let mut digits = digits;
    for later in (0..groups).rev() {
        let taken = split(stream, digits, later, 4);
        digits -= taken;
        let width = usize::try_from(taken).unwrap_or(4);
        let above = 1_u64 << (4 * taken);
        // Zeros in front come where all digits but the last are left to chance.
        let lowest = if has_zeros && stream.chance(0.5) { 0 } else { above >> 4 };
        let highest = if lowest == 0 { above >> 4 } else { above };
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{:0width$x}", lowest + stream.below((highest - lowest).max(1)));
        if later > 0 {
            out.push(':');
        }
    }
}
