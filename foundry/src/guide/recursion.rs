//! Types that hold themselves.
//!
//! # How deep
//!
//! A recursion has at most 4 levels, unless something else is said: the type itself counts as the first one. Said by
//! the type with `#[foundry(depth = …)]`, or by one call with [`depth`](crate::Builder::depth); the type's own word
//! comes first. A level is an object that leads back to itself, or a list that does so without an object in between:
//! of `enum Json { …, List(Vec<Json>), Object(BTreeMap<String, Json>) }` each list and each object is one.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Folder {
//!     name: String,
//!     folders: Vec<Folder>,
//! }
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! #[foundry(depth = 2)]
//! struct Comment {
//!     text: String,
//!     answers: Vec<Comment>,
//! }
//!
//! fn levels(folder: &Folder) -> usize {
//!     1 + folder.folders.iter().map(levels).max().unwrap_or(0)
//! }
//!
//! let deepest = |rows: &[Folder]| rows.iter().map(levels).max();
//! assert_eq!(deepest(&Folder::foundry_batch(1, 300)), Some(4));
//! assert_eq!(deepest(&Folder::foundry_with().rows(300).depth(7).batch(1)?), Some(7));
//!
//! for comment in &Comment::foundry_with().rows(300).depth(7).batch(1)? {
//!     assert!(comment.answers.iter().all(|answer| answer.answers.is_empty()));
//! }
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! Depth is a wish, and the contract comes first: where a value needs more levels to be one, it gets them, and goes the
//! shortest way from there.
//!
//! # How wide
//!
//! Lists and maps that lead back into their recursion get shorter with each level, and of many optional members that
//! lead back only a few come. So a value grows with the depth, but not without measure: 1000 rows of an expression tree
//! with five kinds of nodes are some hundred bytes each.
//!
//! # How it always ends
//!
//! The plan knows, for each place, the shortest value that can stand there. When the depth is reached, an `Option`
//! becomes `None`, a list ends, and an enum takes the variant from which it is the shortest way out.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! enum Expression {
//!     Number(i32),
//!     Negative(Box<Expression>),
//!     Sum(Box<Expression>, Box<Expression>),
//!     Call { name: String, arguments: Vec<Expression> },
//! }
//!
//! assert_eq!(Expression::foundry_with().rows(50).depth(20).batch(1)?.len(), 50);
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! # When it never ends
//!
//! A type that always holds another one of its own has no finite value. The derive sees it where the circle has one
//! step, at the inner type:
//!
//! ```text
//! error: `Node` always holds another `Node`, so no finite value exists
//! ```
//!
//! and the plan where it has more: see [`errors`](super::errors).
//!
//! ```compile_fail
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Node {
//!     next: Box<Node>,
//! }
//! ```
