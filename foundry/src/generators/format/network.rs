//! Addresses of machines and sockets, as `std::net` reads and writes them.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::Format;
use super::judge::known;
use super::lengths::Lengths;
use crate::generators::digits::{draw_digit, draw_digits};
use crate::seed::Stream;

/// `:` and a port of one digit, `:` and one of five.
const PORTS: (u64, u64) = (2, 6);

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "ipv4",
        about: "addresses of IPv4",
        lengths: &[Lengths::between(7, 15)],
        typical: typical_v4,
        write: write_v4,
        accepts: known!("ipv4"),
    },
    Format {
        name: "ipv6",
        about: "addresses of IPv6",
        lengths: &[Lengths::between(2, 39)],
        typical: typical_v6,
        write: write_v6,
        accepts: known!("ipv6"),
    },
    Format {
        name: "ip",
        about: "addresses of IPv4 or IPv6",
        lengths: &[Lengths::between(2, 39)],
        typical: |stream| if stream.chance(0.5) { typical_v4(stream) } else { typical_v6(stream) },
        write: |stream, length, out| {
            if (7..=15).contains(&length) && stream.chance(0.75) {
                write_v4(stream, length, out);
            } else {
                write_v6(stream, length, out);
            }
        },
        accepts: |text| text.parse::<IpAddr>().is_ok(),
    },
    Format {
        name: "socket-addr-v4",
        about: "addresses of IPv4 with a port",
        lengths: &[Lengths::between(9, 21)],
        typical: |stream| typical_v4(stream) + typical_port(stream),
        write: write_socket_v4,
        accepts: |text| text.parse::<SocketAddrV4>().is_ok(),
    },
    Format {
        name: "socket-addr-v6",
        about: "addresses of IPv6 with a port",
        lengths: &[Lengths::between(6, 47)],
        typical: |stream| 2 + typical_v6(stream) + typical_port(stream),
        write: write_socket_v6,
        accepts: |text| text.parse::<SocketAddrV6>().is_ok(),
    },
    Format {
        name: "socket-addr",
        about: "addresses of IPv4 or IPv6 with a port",
        lengths: &[Lengths::between(6, 47)],
        typical: |stream| 3 + typical_v4(stream) + typical_port(stream),
        write: |stream, length, out| {
            if (9..=21).contains(&length) && stream.chance(0.75) {
                write_socket_v4(stream, length, out);
            } else {
                write_socket_v6(stream, length, out);
            }
        },
        accepts: |text| text.parse::<SocketAddr>().is_ok(),
    },
];

fn typical_v4(stream: &mut Stream) -> u64 {
    10 + stream.below(6)
}

fn typical_v6(stream: &mut Stream) -> u64 {
    match stream.below(4) {
        0 => 3 + stream.below(8),
        1 => 11 + stream.below(20),
        _ => 34 + stream.below(6),
    }
}

fn typical_port(stream: &mut Stream) -> u64 {
    4 + stream.below(3)
}

/// Appends four numbers that have `length - 3` digits together.
fn write_v4(stream: &mut Stream, length: u64, out: &mut String) {
    let mut digits = length - 3;
    for later in (0..4).rev() {
        let taken = split(stream, digits, later, 3);
        digits -= taken;
        let (low, high) = [(0, 9), (10, 99), (100, 255)][usize::try_from(taken - 1).unwrap_or(0)];
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{}", stream.integer(low, high));
        if later > 0 {
            out.push('.');
        }
    }
}

/// Appends eight groups, or fewer with `::` in their midst, as std writes the latter too.
fn write_v6(stream: &mut Stream, length: u64, out: &mut String) {
    if length >= 15 && (length > 31 || stream.chance(0.5)) {
        write_groups(stream, 8, length - 7, out);
        return;
    }
    let fits = |groups: u64, before: u64| {
        let colons = 2 + before.saturating_sub(1) + (groups - before).saturating_sub(1);
        length.checked_sub(colons).filter(|digits| (groups..=4 * groups).contains(digits))
    };
    let shapes: Vec<_> = (0..=6)
        .flat_map(|groups| (0..=groups).map(move |before| (groups, before)))
        .filter_map(|(groups, before)| Some((groups, before, fits(groups, before)?)))
        .collect();
    let Some(&(groups, before, digits)) = stream.choose(&shapes) else {
        return;
    };
    let mut left = digits;
    let mut first = String::new();
    if before > 0 {
        let after = groups - before;
        let most = (4 * before).min(digits - after);
        let least = before.max(digits.saturating_sub(4 * after));
        let taken = least + stream.below(most - least + 1);
        write_groups(stream, before, taken, &mut first);
        left -= taken;
    }
    out.push_str(&first);
    out.push_str("::");
    write_groups(stream, groups - before, left, out);
}

/// Appends `groups` hexadecimal numbers that have `digits` digits together and no leading zeros.
fn write_groups(stream: &mut Stream, groups: u64, digits: u64, out: &mut String) {
    let mut digits = digits;
    for later in (0..groups).rev() {
        let taken = split(stream, digits, later, 4);
        digits -= taken;
        let lowest = 1_i128 << (4 * (taken - 1));
        let _ = write!(out, "{:x}", stream.integer(lowest, lowest * 16 - 1));
        if later > 0 {
            out.push(':');
        }
    }
}

/// How many of `digits` the next number takes, where `later` more follow and each has 1 to `most`.
fn split(stream: &mut Stream, digits: u64, later: u64, most: u64) -> u64 {
    let low = digits.saturating_sub(later * most).max(1);
    let high = (digits - later).min(most);
    low + stream.below(high - low + 1)
}

fn write_socket_v4(stream: &mut Stream, length: u64, out: &mut String) {
    let port = port_length(stream, length, (7, 15));
    write_v4(stream, length - port, out);
    write_port(stream, port, out);
}

fn write_socket_v6(stream: &mut Stream, length: u64, out: &mut String) {
    let port = port_length(stream, length - 2, (2, 39));
    out.push('[');
    write_v6(stream, length - 2 - port, out);
    out.push(']');
    write_port(stream, port, out);
}

/// How much of `length` the port takes, with its colon, when `address` is what is left for it.
fn port_length(stream: &mut Stream, length: u64, address: (u64, u64)) -> u64 {
    let low = length.saturating_sub(address.1).max(PORTS.0);
    let high = (length - address.0).min(PORTS.1);
    // Ports have two digits and more, but for an address that leaves no room.
    let low = if high >= 3 { low.max(3) } else { low };
    low + stream.below(high - low + 1)
}

/// Appends `:` and a port, `length` characters in all.
fn write_port(stream: &mut Stream, length: u64, out: &mut String) {
    out.push(':');
    if length == PORTS.1 {
        let _ = write!(out, "{}", stream.integer(10_000, 65_535));
    } else {
        draw_digit(stream, 1, out);
        draw_digits(stream, length - 2, out);
    }
}
