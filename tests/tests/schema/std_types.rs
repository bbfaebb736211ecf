//! Every type of the standard library that schemars knows.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::ffi::{CString, OsString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize, Wrapping,
};
use std::ops::{Bound, Range, RangeInclusive};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicI8, AtomicU16, AtomicUsize};
use std::sync::{Arc, Mutex, RwLock};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

twice! { standard: Lists, Maps, Sets, Pointers, NonZeros, Times, Net, Ranges, Results, Atomics, Tuples, Arrays, Texts, Json;
    #[derive(Serialize, Deserialize, Contract)]
    struct Lists { a: Vec<u8>, b: VecDeque<String>, c: LinkedList<bool>, d: Box<[u8]>, e: BinaryHeap<u8>, f: Vec<Vec<Option<u8>>> }

    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Contract)]
    enum Key { One, Two }

    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Name(#[schemars(regex(pattern = "^[a-z]$"))] String);

    #[derive(Serialize, Deserialize, Contract)]
    struct Maps {
        a: BTreeMap<String, u8>, b: HashMap<u8, String>, c: BTreeMap<i32, Vec<HashMap<char, bool>>>,
        d: HashMap<Key, u8>, e: BTreeMap<bool, u8>, f: Option<BTreeMap<Name, ()>>, g: HashMap<IpAddr, BTreeMap<u64, Key>>,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Sets { a: BTreeSet<u8>, b: HashSet<Key>, c: Option<HashSet<Vec<char>>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Pointers { a: Box<u8>, b: Cell<u8>, c: RefCell<String>, d: Mutex<u8>, e: RwLock<Option<u8>>, f: std::borrow::Cow<'static, str>, g: Wrapping<u8>, h: Reverse<i8>, i: Box<str>, j: Option<Box<Mutex<Key>>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct NonZeros {
        a: NonZeroU8, b: NonZeroU16, c: NonZeroU32, d: NonZeroU64, e: NonZeroU128, f: NonZeroUsize,
        g: NonZeroI8, h: NonZeroI16, i: NonZeroI32, j: NonZeroI64, k: NonZeroI128, l: NonZeroIsize, m: NonZero<u8>,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Times { a: Duration, b: SystemTime, c: Option<Duration> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Net { a: IpAddr, b: Ipv4Addr, c: Ipv6Addr, d: SocketAddr, e: SocketAddrV4, f: Vec<SocketAddrV6>, g: (SocketAddr, u8) }

    #[derive(Serialize, Deserialize, Contract)]
    struct Ranges { a: Range<u8>, b: RangeInclusive<f64>, c: Bound<Key>, d: Option<Range<char>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Results { a: Result<u8, String>, b: Vec<Result<(), Key>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Atomics { a: AtomicBool, b: AtomicI8, c: AtomicU16, d: AtomicUsize }

    #[derive(Serialize, Deserialize, Contract)]
    struct Tuples { a: (u8,), b: (u8, Option<String>, Key), c: ((), (bool, bool)) }

    #[derive(Serialize, Deserialize, Contract)]
    struct Arrays { a: [u8; 0], b: [String; 1], c: [Option<Key>; 32], d: [[u8; 2]; 3] }

    #[derive(Serialize, Deserialize, Contract)]
    struct Texts { a: String, b: char, c: PathBuf, d: CString, e: OsString }

    #[derive(Serialize, Deserialize, Contract)]
    struct Json { a: serde_json::Value, b: serde_json::Map<String, serde_json::Value>, c: serde_json::Number }
}

twice! { shared: Counted;
    #[derive(Serialize, Deserialize, Contract)]
    struct Inner { a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    struct Counted { a: Rc<Inner>, b: Arc<str>, c: std::rc::Weak<Inner>, d: Arc<Mutex<Vec<Inner>>> }
}
