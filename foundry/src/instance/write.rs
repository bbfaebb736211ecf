//! Writing values in document order.

use serde_json::Value;

use super::level::{Next, offset};
use super::push::SCANNED_NAMES;
use super::scan::scan_text;
use super::slot::{OPEN_END, mark_name};
use super::{Fault, Instance, NodeRef, Open, PreparedName, Slot, TextWriter};

impl Instance {
    /// Writes `null`.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.null();
    /// assert!(row.root().is_null());
    /// ```
    #[inline]
    pub fn null(&mut self) {
        self.push_value(Slot::Null);
    }

    /// Writes a boolean.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.boolean(true);
    /// assert_eq!(row.root().as_bool(), Some(true));
    /// ```
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        self.push_value(Slot::Boolean(value));
    }

    /// Writes an integer that is not negative.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.unsigned(u64::MAX);
    /// assert_eq!(row.to_string(), "18446744073709551615");
    /// ```
    #[inline]
    pub fn unsigned(&mut self, value: u64) {
        self.push_value(Slot::Unsigned(value));
    }

    /// Writes an integer.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.signed(-7);
    /// assert_eq!(row.root().as_i64(), Some(-7));
    /// ```
    #[inline]
    pub fn signed(&mut self, value: i64) {
        self.push_value(match u64::try_from(value) {
            Ok(value) => Slot::Unsigned(value),
            Err(_) => Slot::Signed(value),
        });
    }

    /// Writes an integer of `i64::MIN..=u64::MAX` and says so; outside of that it writes nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// assert!(!row.integer(i128::MAX));
    /// assert!(row.integer(-1));
    /// assert_eq!(row.to_string(), "-1");
    /// ```
    #[inline]
    pub fn integer(&mut self, value: i128) -> bool {
        if let Ok(value) = u64::try_from(value) {
            self.unsigned(value);
        } else if let Ok(value) = i64::try_from(value) {
            self.signed(value);
        } else {
            return false;
        }
        true
    }

    /// Writes a float, and `null` for a NaN or an infinity, as `serde_json` does.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let array = row.open_array();
    /// row.float(1.0);
    /// row.float(f64::NAN);
    /// row.close_array(array);
    /// assert_eq!(row.to_string(), "[1.0,null]");
    /// ```
    #[inline]
    pub fn float(&mut self, value: f64) {
        self.push_value(if value.is_finite() { Slot::Float(value) } else { Slot::Null });
    }

    /// Writes a text.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text("Ada");
    /// assert_eq!(row.root().as_str(), Some("Ada"));
    /// ```
    #[inline]
    pub fn text(&mut self, text: &str) {
        self.scanned_text(text, scan_text(text));
    }

    /// Writes a text that `write` appends in place, without a copy of it.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text_with(|text| text.extend(['a', 'b']));
    /// assert_eq!(row.root().as_str(), Some("ab"));
    /// ```
    #[inline]
    pub fn text_with<R>(&mut self, write: impl FnOnce(&mut TextWriter<'_>) -> R) -> R {
        let start = self.text.len();
        let result = write(&mut TextWriter::new(&mut self.text));
        if self.has_room_since(start) {
            let text = scan_text(self.text.get(start..).unwrap_or_default());
            self.push_text(start, text);
        }
        result
    }

    /// Opens an array; what is written until [`close_array`](Self::close_array) are its elements.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let array = row.open_array();
    /// row.unsigned(1);
    /// row.null();
    /// row.close_array(array);
    /// assert_eq!(row.to_string(), "[1,null]");
    /// ```
    #[inline]
    pub fn open_array(&mut self) -> Open {
        self.open(Slot::Array { len: 0, end: OPEN_END }, Next::Value)
    }

    /// Closes the array that was opened last.
    #[inline]
    pub fn close_array(&mut self, array: Open) {
        if let Some((len, end)) = self.closing(&array, Next::Value) {
            self.set(array.index, Slot::Array { len, end });
        }
        self.leave(array);
    }

    /// Opens an object; what is written until [`close_object`](Self::close_object) are its
    /// members, each a [`key`](Self::key) and a value.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let object = row.open_object();
    /// row.key("a");
    /// row.unsigned(1);
    /// row.close_object(object);
    /// assert_eq!(row.to_string(), r#"{"a":1}"#);
    /// ```
    #[inline]
    pub fn open_object(&mut self) -> Open {
        self.open(Slot::Object { len: 0, end: OPEN_END }, Next::Name)
    }

    /// Closes the object that was opened last.
    #[inline]
    pub fn close_object(&mut self, object: Open) {
        if let Some((len, end)) = self.closing(&object, Next::Name) {
            if len > SCANNED_NAMES && self.repeats_a_name(object.index) {
                self.fail(Fault::RepeatedName);
            } else {
                self.set(object.index, Slot::Object { len, end });
            }
        }
        self.leave(object);
    }

    /// Writes the name of a member; its value comes next. Names of one object are distinct:
    /// anything else is a [`Fault::RepeatedName`], at the latest when the object is closed.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::instance::Fault;
    ///
    /// let mut row = foundry::Instance::new();
    /// let object = row.open_object();
    /// for value in [1, 2] {
    ///     row.key("a");
    ///     row.unsigned(value);
    /// }
    /// row.close_object(object);
    /// assert_eq!(row.fault(), Some(Fault::RepeatedName));
    /// ```
    #[inline]
    pub fn key(&mut self, name: &str) {
        if self.push_name(name, mark_name(name), false) {
            self.fail(Fault::RepeatedName);
        }
    }

    /// Writes the name of a member that was prepared for it, which is faster.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::instance::PreparedName;
    ///
    /// let age = PreparedName::new("age");
    /// let mut row = foundry::Instance::new();
    /// let object = row.open_object();
    /// row.prepared_key(&age);
    /// row.unsigned(36);
    /// row.close_object(object);
    /// assert_eq!(row.to_string(), r#"{"age":36}"#);
    /// ```
    #[inline]
    pub fn prepared_key(&mut self, name: &PreparedName) {
        if self.push_name(name.as_str(), name.mark, name.is_plain) {
            self.fail(Fault::RepeatedName);
        }
    }

    /// Writes the name of a member that the object does not have yet, as the caller knows.
    #[inline]
    pub(crate) fn new_key(&mut self, name: &PreparedName) {
        self.push_new_name(name);
    }

    /// Puts names that are written next into the text, in one piece, and says where they start.
    #[inline]
    pub(crate) fn lay_names(&mut self, names: &str) -> u32 {
        let start = self.text.len();
        if self.room.text < start + names.len() {
            self.fail(Fault::TooMuchText);
        } else {
            self.text.push_str(names);
        }
        offset(start)
    }

    /// Writes the name of a member that the object does not have yet, and that lies at `start`.
    #[inline]
    pub(crate) fn laid_key(&mut self, name: &PreparedName, start: u32) {
        self.push_laid_name(name, start);
    }

    /// Writes the name of a member, which `write` appends in place.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let object = row.open_object();
    /// row.key_with(|name| name.push('a'));
    /// row.unsigned(1);
    /// row.close_object(object);
    /// assert_eq!(row.to_string(), r#"{"a":1}"#);
    /// ```
    #[inline]
    pub fn key_with<R>(&mut self, write: impl FnOnce(&mut TextWriter<'_>) -> R) -> R {
        let (result, repeated) = self.push_name_with(write);
        if repeated {
            self.fail(Fault::RepeatedName);
        }
        result
    }

    /// Whether the object that is being written has a member `name` already.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let object = row.open_object();
    /// row.key("a");
    /// row.unsigned(1);
    /// assert!(row.has_key("a") && !row.has_key("b"));
    /// row.close_object(object);
    /// ```
    pub fn has_key(&self, name: &str) -> bool {
        NodeRef::new(self, self.level.container).get(name).is_some()
    }

    /// Writes a copy of a value of another instance.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::Instance;
    ///
    /// let mut example = Instance::new();
    /// example.value(&serde_json::json!({"a": [1, "two"]}));
    ///
    /// let mut row = Instance::new();
    /// row.copy(example.root());
    /// assert_eq!(row.to_string(), r#"{"a":[1,"two"]}"#);
    /// ```
    pub fn copy(&mut self, node: NodeRef<'_>) {
        match node.slot() {
            Slot::Text { .. } | Slot::Name { .. } => self.text(node.as_str().unwrap_or_default()),
            Slot::Array { .. } | Slot::Object { .. } => self.copy_container(node),
            scalar => self.push_value(scalar),
        }
    }

    /// Writes a `serde_json` value.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!({"a": [1, "two"]}));
    /// assert_eq!(row.to_string(), r#"{"a":[1,"two"]}"#);
    /// ```
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.null(),
            Value::Bool(value) => self.boolean(*value),
            Value::Number(number) => self.number(number),
            Value::String(text) => self.text(text),
            Value::Array(elements) => {
                let array = self.open_array();
                if self.fault.is_none() {
                    for element in elements {
                        self.value(element);
                    }
                }
                self.close_array(array);
            }
            Value::Object(members) => {
                let object = self.open_object();
                if self.fault.is_none() {
                    for (name, member) in members {
                        self.key(name);
                        self.value(member);
                    }
                }
                self.close_object(object);
            }
        }
    }

    fn number(&mut self, number: &serde_json::Number) {
        if let Some(value) = number.as_u64() {
            self.unsigned(value);
        } else if let Some(value) = number.as_i64() {
            self.signed(value);
        } else if let Some(value) = number.as_f64() {
            self.float(value);
        } else {
            // Only where another crate switches on serde_json's `arbitrary_precision`.
            self.fail(Fault::NumberOutOfRange);
        }
    }
}
