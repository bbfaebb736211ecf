//! Addresses of machines and sockets, as `std::net` reads and writes them.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::Format;
use super::judge::known;
use super::lengths::{Lengths, split};
use super::v6::{V6, write_v6};
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
        lengths: &[Lengths::between(V6.0, V6.1)],
        typical: typical_v6,
        write: write_v6,
        accepts: known!("ipv6"),
    },
    Format {
        name: "ip",
        about: "addresses of IPv4 or IPv6",
        lengths: &[Lengths::between(V6.0, V6.1)],
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
        lengths: &[Lengths::between(6, 53)],
        typical: |stream| 2 + typical_v6(stream) + typical_port(stream),
        write: write_socket_v6,
        accepts: |text| text.parse::<SocketAddrV6>().is_ok(),
    },
    Format {
        name: "socket-addr",
        about: "addresses of IPv4 or IPv6 with a port",
        lengths: &[Lengths::between(6, 53)],
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
pub(super) fn write_v4(stream: &mut Stream, length: u64, out: &mut String) {
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

fn write_socket_v4(stream: &mut Stream, length: u64, out: &mut String) {
    let port = port_length(stream, length, (7, 15));
    write_v4(stream, length - port, out);
    write_port(stream, port, out);
}

fn write_socket_v6(stream: &mut Stream, length: u64, out: &mut String) {
    let port = port_length(stream, length - 2, V6);
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
