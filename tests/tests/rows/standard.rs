//! Every type of the standard library that has a schema.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::ffi::{CString, OsString};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::Wrapping;
use std::ops::{Bound, Range, RangeInclusive};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16,
    AtomicU32, AtomicU64, AtomicUsize,
};
use std::sync::{Arc, Mutex, RwLock};
use std::time::{Duration, SystemTime};

held! {
    boolean: bool;
    character: char;
    text: String;
    boxed_text: Box<str>;
    path: PathBuf;
    c_string: CString;
    os_string: OsString, but [
        (Except::Goal("/$defs/OsString/oneOf/1"), "serde reads the names of this system only"),
    ];
    duration: Duration;
    system_time: SystemTime;
    range: Range<u8>;
    range_inclusive: RangeInclusive<i32>;
    bound: Bound<u16>;
    bound_of_text: Bound<String>;
    ipv4: Ipv4Addr;
    ipv6: Ipv6Addr;
    ip: IpAddr;
    socket: SocketAddr;
    socket_v4: SocketAddrV4;
    socket_v6: SocketAddrV6;
    vector: Vec<u8>;
    vector_of_vectors: Vec<Vec<i16>>;
    deque: VecDeque<u16>;
    linked_list: LinkedList<bool>;
    heap: BinaryHeap<i8>, but [(Except::Unordered, "a heap has no order of its own")];
    boxed_slice: Box<[u32]>;
    tree_set: BTreeSet<u8>;
    tree_map: BTreeMap<String, u8>;
    hash_set: HashSet<u16>, but [(Except::Unordered, "a hash set has no order of its own")];
    hash_map: HashMap<String, i64>;
    boxed: Box<u64>;
    counted: Rc<i32>;
    counted_atomically: Arc<f64>;
    counted_text: Arc<str>;
    copied_on_write: Cow<'static, str>;
    cell: Cell<u8>;
    ref_cell: RefCell<Vec<u8>>;
    mutex: Mutex<String>;
    lock: RwLock<Option<u8>>;
    wrapping: Wrapping<u16>;
    reverse: Reverse<i8>;
    atomic_bool: AtomicBool;
    atomic_i8: AtomicI8;
    atomic_i16: AtomicI16;
    atomic_i32: AtomicI32;
    atomic_i64: AtomicI64;
    atomic_isize: AtomicIsize;
    atomic_u8: AtomicU8;
    atomic_u16: AtomicU16;
    atomic_u32: AtomicU32;
    atomic_u64: AtomicU64;
    atomic_usize: AtomicUsize;
    result: Result<u8, String>;
    result_of_options: Result<Option<u8>, Vec<bool>>;
    option_of_option: Option<Option<u8>>;
    pair: (u8, String);
    triple: (bool, (i8, char), Option<u8>);
    tuple_16: (u8, u16, u32, u64, i8, i16, i32, i64, bool, char, f32, f64, String, Option<u8>, (u8,), Vec<u8>);
    array_0: [u8; 0], but [(Except::Few, "the arrays are all empty")];
    array_1: [String; 1];
    array_3: [[bool; 2]; 3];
    array_32: [u8; 32];
    array_of_options: [Option<u8>; 4];
}

#[derive(serde::Serialize, serde::Deserialize, foundry::Foundry)]
struct Nothing {
    unit: (),
    marker: PhantomData<String>,
    units: Vec<()>,
    boxed: Box<()>,
}

#[derive(serde::Serialize, serde::Deserialize, foundry::Foundry)]
struct Json {
    value: serde_json::Value,
    map: serde_json::Map<String, serde_json::Value>,
    number: serde_json::Number,
    values: Vec<serde_json::Value>,
    maybe: Option<serde_json::Map<String, serde_json::Value>>,
}

checked! {
    units: Nothing, but [(Except::Few, "only the length of the list differs")];
    json: Json;
}
