//! Writing: faults, limits, drawing again, and that no order of calls panics.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::values::{any_text, any_value, instance_of};
use crate::instance::{Checkpoint, Fault, Instance, Kind, MAX_DEPTH, NodeRef, Open, Room};

/// An instance with room for little.
fn small(nodes: usize, text: usize) -> Instance {
    Instance { room: Room { nodes, text }, ..Instance::new() }
}

#[test]
fn too_many_nodes_are_a_fault() {
    let mut row = small(3, 100);
    let array = row.open_array();
    row.null();
    row.null();
    assert_eq!(row.fault(), None);
    row.null();
    row.text("nothing more is written");
    row.close_array(array);
    assert_eq!(row.fault(), Some(Fault::TooManyNodes));
    assert!(row.overflowed());
    assert_eq!(row.nodes.len(), 3);
}

#[test]
fn too_much_text_is_a_fault() {
    for write in [
        |row: &mut Instance| row.text("abcd"),
        |row: &mut Instance| row.text_with(|text| text.push_str("abcd")),
        |row: &mut Instance| row.key("abcd"),
        |row: &mut Instance| row.copy(instance_of(&json!("abcd")).root()),
        |row: &mut Instance| row.copy(instance_of(&json!(["ab", "cd"])).root()),
    ] {
        let mut row = small(100, 3);
        write(&mut row);
        assert_eq!(row.fault(), Some(Fault::TooMuchText));
        assert_eq!(row.text, "");
    }
}

#[test]
fn a_copy_of_too_many_nodes_is_a_fault() {
    let mut row = small(4, 100);
    row.copy(instance_of(&json!([1, [2], 3])).root());
    assert_eq!(row.fault(), Some(Fault::TooManyNodes));
    assert!(row.is_empty());
}

#[test]
fn a_copy_that_is_too_deep_is_a_fault() {
    let deep = (1..MAX_DEPTH).fold(json!([]), |inner, _| json!([inner]));
    let source = instance_of(&json!([deep.clone()]).pointer("/0").cloned().unwrap());
    let mut row = Instance::new();
    row.copy(source.root());
    assert_eq!(row.fault(), None);
    assert_eq!(row.root().to_value(), deep);

    let mut row = Instance::new();
    let array = row.open_array();
    row.copy(source.root());
    row.close_array(array);
    assert_eq!(row.fault(), Some(Fault::TooDeep));

    // What is copied is shallow, although the rest of its instance is deep.
    let mut row = Instance::new();
    let array = row.open_array();
    let inner = source.root().pointer(&"/0".repeat(MAX_DEPTH as usize - 1)).unwrap();
    row.copy(inner);
    row.close_array(array);
    assert_eq!(row.to_string(), "[[]]");
    assert_eq!(row.fault(), None);
}

#[test]
fn what_serde_json_writes_no_deeper_is_read_back() {
    let mut row = Instance::new();
    let open: Vec<Open> = (0..MAX_DEPTH).map(|_| row.open_array()).collect();
    open.into_iter().rev().for_each(|array| row.close_array(array));
    assert_eq!(row.fault(), None);
    assert_eq!(serde_json::from_str::<Value>(&row.to_string()).unwrap(), row.root().to_value());
    assert!(serde_json::from_str::<Value>(&format!("[{row}]")).is_err());
}

#[test]
fn calls_out_of_order_are_a_fault() {
    let fault = |write: fn(&mut Instance)| {
        let mut row = Instance::new();
        write(&mut row);
        row.fault()
    };
    let misplaced = Some(Fault::Misplaced);
    assert_eq!(fault(|row| row.key("a")), misplaced);
    let array_as_object = |row: &mut Instance| {
        let array = row.open_array();
        row.close_object(array);
    };
    assert_eq!(fault(array_as_object), misplaced);
    let object_as_array = |row: &mut Instance| {
        let object = row.open_object();
        row.close_array(object);
    };
    assert_eq!(fault(object_as_array), misplaced);
    let name_without_value = |row: &mut Instance| {
        let object = row.open_object();
        row.key("a");
        row.close_object(object);
    };
    assert_eq!(fault(name_without_value), misplaced);
    let two_names = |row: &mut Instance| {
        let object = row.open_object();
        row.key("a");
        row.key("b");
        row.null();
        row.close_object(object);
    };
    assert_eq!(fault(two_names), misplaced);
    let crossed = |row: &mut Instance| {
        let outer = row.open_array();
        let inner = row.open_array();
        row.close_array(outer);
        row.close_array(inner);
    };
    assert_eq!(fault(crossed), misplaced);
}

#[test]
fn a_repeated_name_is_a_fault_in_small_and_large_objects() {
    for count in [2, 10, 64, 65, 66, 67, 200] {
        for repeated in [0, count / 2, count - 1] {
            let mut row = Instance::new();
            let object = row.open_object();
            for number in 0..count {
                row.key(&format!("{}", number * 7 % count));
                row.null();
            }
            assert_eq!(row.fault(), None, "{count}");
            row.key(&format!("{repeated}"));
            row.null();
            row.close_object(object);
            assert_eq!(row.fault(), Some(Fault::RepeatedName), "{repeated} of {count}");
        }
    }
}

#[test]
fn many_distinct_names_are_no_fault() {
    for name in
        [|number: u32| format!("{number:05}"), |number| format!("{}", number * 7_919 % 9_973)]
    {
        let mut row = Instance::new();
        let object = row.open_object();
        for number in 0..300 {
            row.key_with(|key| key.push_str(&name(number)));
            row.unsigned(u64::from(number));
        }
        row.close_object(object);
        assert_eq!(row.fault(), None);
        assert_eq!(row.root().get(&name(299)).and_then(NodeRef::as_u64), Some(299));
    }
}

#[test]
fn a_rollback_takes_back_values_names_and_faults() {
    let mut row = Instance::new();
    let object = row.open_object();
    row.key("a");
    let before = row.checkpoint();
    let inner = row.open_object();
    row.key("a");
    row.text("b");
    row.null();
    row.close_object(inner);
    assert_eq!(row.fault(), Some(Fault::Misplaced));
    row.rollback(before);
    assert_eq!(row.fault(), None);
    row.text("again");
    let before = row.checkpoint();
    row.key("b");
    row.null();
    row.rollback(before);
    assert!(!row.has_key("b"));
    row.key("b");
    row.boolean(true);
    row.close_object(object);
    assert_eq!(row.to_string(), r#"{"a":"again","b":true}"#);
}

#[test]
fn a_stale_checkpoint_is_a_fault() {
    let mut row = instance_of(&json!(["aaaa"]));
    let stale = row.checkpoint();
    row.clear();
    row.rollback(stale);
    assert_eq!(row.fault(), Some(Fault::Misplaced));
}

#[test]
fn a_value_since_is_one_that_is_whole() {
    let mut row = Instance::new();
    let object = row.open_object();
    let before = row.checkpoint();
    row.key("a");
    assert!(row.value_since(&before).is_none());
    let inner = row.open_array();
    row.null();
    assert!(row.value_since(&before).is_none());
    row.close_array(inner);
    assert_eq!(row.value_since(&before).map(NodeRef::kind), Some(Kind::Array));
    row.close_object(object);
    assert!(row.value_since(&before).is_none());
}

#[test]
fn a_cleared_instance_allocates_nothing() {
    let value = json!({"a": [1, "two", {"b": null}], "c": "é"});
    let mut row = instance_of(&value);
    let bytes = row.scratch_bytes();
    for _ in 0..10 {
        row.clear();
        row.value(&value);
        row.clear();
        row.record(&value).unwrap();
    }
    assert_eq!(row.scratch_bytes(), bytes);
}

#[test]
fn an_open_container_shows_what_it_holds() {
    let mut row = Instance::new();
    let object = row.open_object();
    row.key("a");
    let array = row.open_array();
    row.unsigned(1);
    row.text("b");
    assert_eq!(
        row.opened(&array).elements().map(NodeRef::to_json).collect::<Vec<_>>(),
        ["1", "\"b\""]
    );
    assert!(row.opened(&object).get("a").is_some());
    row.close_array(array);
    row.key("b");
    assert_eq!(row.opened(&object).members().map(|(name, _)| name).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn a_checkpoint_of_an_earlier_value_is_a_fault() {
    let mut row = Instance::new();
    row.null();
    let earlier = row.checkpoint();
    row.clear();
    row.text("abc");
    row.rollback(earlier);
    assert_eq!(row.fault(), Some(Fault::Misplaced));
    assert_eq!(row.root().as_str(), Some("abc"));
}

#[test]
fn a_container_of_an_earlier_value_is_a_fault() {
    let closed = |close: fn(&mut Instance, Open), open: fn(&mut Instance) -> Open| {
        let mut row = Instance::new();
        let earlier = open(&mut row);
        row.clear();
        let later = open(&mut row);
        close(&mut row, earlier);
        drop(later);
        row.fault()
    };
    assert_eq!(closed(Instance::close_array, Instance::open_array), Some(Fault::Misplaced));
    assert_eq!(closed(Instance::close_object, Instance::open_object), Some(Fault::Misplaced));
}

proptest! {
    #[test]
    fn a_copy_equals_what_was_copied(value in any_value(), before in any_value()) {
        let source = instance_of(&json!([before, value, before]));
        let mut row = Instance::new();
        let array = row.open_array();
        row.value(&before);
        row.copy(source.root().pointer("/1").unwrap());
        row.close_array(array);
        prop_assert_eq!(row.fault(), None);
        prop_assert_eq!(row.root().to_value(), json!([before, value]));
        prop_assert_eq!(row.root().to_json(), json!([before, value]).to_string());
    }

    #[test]
    fn no_order_of_calls_panics(calls in prop::collection::vec((0..16u8, any_text()), 0..40)) {
        let mut row = Instance::new();
        let (mut open, mut checkpoints) = (Vec::<Open>::new(), Vec::<Checkpoint>::new());
        let other = instance_of(&json!({"a": ["é"]}));
        for (call, text) in calls {
            match call {
                0 => row.null(),
                1 => row.text(&text),
                2 => row.text_with(|writer| writer.truncate(text.len())),
                3 | 4 => open.push(row.open_array()),
                5 | 6 => open.push(row.open_object()),
                7 | 8 => row.key(&text),
                9 => open.pop().into_iter().for_each(|open| row.close_array(open)),
                10 => open.pop().into_iter().for_each(|open| row.close_object(open)),
                11 => checkpoints.push(row.checkpoint()),
                12 => checkpoints.pop().into_iter().for_each(|checkpoint| row.rollback(checkpoint)),
                13 => row.copy(other.root()),
                14 => drop(row.record(&text)),
                _ => row.clear(),
            }
            let all = open.iter().map(|open| row.opened(open)).chain([row.root()]);
            for node in all {
                let _ = (node.to_value(), node.to_json(), node.same_as(row.root()), node.get("a"));
                let _ = node.read::<Value>();
                let _ = checkpoints.last().and_then(|checkpoint| row.value_since(checkpoint));
            }
        }
        while let Some(open) = open.pop() {
            row.close_array(open);
        }
        if row.fault().is_none() && !row.is_empty() {
            let value: Value = serde_json::from_str(&row.to_string()).unwrap();
            prop_assert_eq!(row.root().to_value(), value);
        }
    }
}
