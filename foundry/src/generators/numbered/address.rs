//! Numbers as addresses of machines and sockets, as `std::net` writes them.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Layer, Window, take};

/// Groups of four hexadecimal digits without a zero in front: `1000` to `ffff`.
const GROUPS: u64 = 0xf000;
const LEAST_GROUP: u64 = 0x1000;

/// Ports of five digits.
const PORTS: u64 = 55_536;
const LEAST_PORT: u64 = 10_000;

/// All addresses of IPv4; of a narrower window those of one length.
pub(super) fn v4(window: Window) -> Vec<Layer> {
    if window.holds(7, 15) {
        return vec![Layer::new(1 << 32, |number, _, out| {
            let bits = u32::try_from(number).unwrap_or_default();
            // Writing to a `String` cannot fail.
            let _ = write!(out, "{}", Ipv4Addr::from_bits(bits));
        })];
    }
    let length = window.longest(15);
    let Some(digits) = length.checked_sub(3).filter(|digits| (4..=12).contains(digits)) else {
        return Vec::new();
    };
    if length < window.min {
        return Vec::new();
    }
    // As even as it goes: 10 digits are 3, 3, 2 and 2 of them.
    let ranges: [(u64, u64); 4] = std::array::from_fn(|at| {
        let digits = (digits + 3 - at as u64) / 4;
        [(0, 10), (10, 90), (100, 156)][usize::try_from(digits - 1).unwrap_or_default().min(2)]
    });
    let count = ranges.iter().map(|(_, count)| u128::from(*count)).product();
    vec![Layer::new(count, move |number, _, out| {
        let mut number = number;
        let mut octets = ranges.map(|_| 0);
        for (octet, (first, count)) in octets.iter_mut().zip(ranges).rev() {
            *octet = first + take(&mut number, count);
        }
        let [one, two, three, four] = octets;
        let _ = write!(out, "{one}.{two}.{three}.{four}");
    })]
}

/// Addresses of eight full groups, or of a few behind a prefix where those are too long.
pub(super) fn v6(window: Window) -> Vec<Layer> {
    let groups = |count: usize, prefix: u16, is_full: bool| {
        let all = u128::from(GROUPS).pow(u32::try_from(count.min(5)).unwrap_or_default());
        Layer::new(all, move |number, stream, out| {
            let mut number = number;
            let mut segments = [0_u16; 8];
            segments[0] = prefix;
            let first = if is_full { 1 } else { 8 - count };
            for (at, segment) in segments.iter_mut().enumerate().skip(first).rev() {
                // Five groups tell the addresses apart; those in front of them are for looks.
                let group = if at >= 3 { take(&mut number, GROUPS) } else { stream.below(GROUPS) };
                *segment = u16::try_from(LEAST_GROUP + group).unwrap_or(u16::MAX);
            }
            let _ = write!(out, "{}", Ipv6Addr::from(segments));
        })
    };
    if window.holds(39, 39) {
        return vec![groups(7, 0x2001, true)];
    }
    // `fd00::` and up to five groups.
    let count = (1..=5).rev().find(|count| window.holds(5 + 5 * count, 5 + 5 * count));
    count
        .map(|count| groups(usize::try_from(count).unwrap_or_default(), 0xfd00, false))
        .into_iter()
        .collect()
}

/// Addresses of IPv4, then of IPv6.
pub(super) fn either(window: Window) -> Vec<Layer> {
    let mut layers = v4(window);
    layers.extend(v6(window));
    layers
}

/// Every address with every port of five digits.
pub(super) fn socket_v4(window: Window) -> Vec<Layer> {
    let layers = window.beside(6).map(v4).unwrap_or_default();
    let with_port = |layer: Layer| {
        layer.around(u128::from(PORTS), |inner, mut number, stream, out| {
            let port = LEAST_PORT + take(&mut number, PORTS);
            inner(number, stream, out);
            let _ = write!(out, ":{port}");
        })
    };
    layers.into_iter().map(with_port).collect()
}

/// The addresses with a port, which tells none of them apart.
pub(super) fn socket_v6(window: Window) -> Vec<Layer> {
    let layers = window.beside(8).map(v6).unwrap_or_default();
    let with_port = |layer: Layer| {
        layer.around(1, |inner, number, stream, out| {
            out.push('[');
            inner(number, stream, out);
            let port = LEAST_PORT + stream.below(PORTS);
            let _ = write!(out, "]:{port}");
        })
    };
    layers.into_iter().map(with_port).collect()
}

/// Sockets of IPv4, then of IPv6.
pub(super) fn socket(window: Window) -> Vec<Layer> {
    let mut layers = socket_v4(window);
    layers.extend(socket_v6(window));
    layers
}
