//! The words around the name of a field → what the field is about.

/// What the words around a name say that it is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Company,
    Product,
    City,
    Country,
    Region,
    Street,
    File,
    Place,
    Unknown,
}

pub(super) const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Person,
        &[
            "user",
            "customer",
            "person",
            "employee",
            "author",
            "owner",
            "contact",
            "buyer",
            "patient",
            "member",
            "recipient",
            "student",
            "guest",
            "account",
            "client",
            "people",
            "human",
            "sender",
            "receiver",
            "payer",
            "payee",
            "beneficiary",
            "manager",
            "supervisor",
            "teacher",
            "professor",
            "doctor",
            "physician",
            "nurse",
            "driver",
            "passenger",
            "traveler",
            "traveller",
            "attendee",
            "participant",
            "speaker",
            "candidate",
            "applicant",
            "tenant",
            "landlord",
            "subscriber",
            "reviewer",
            "approver",
            "assignee",
            "reporter",
            "worker",
            "staff",
            "actor",
            "director",
            "singer",
            "artist",
            "player",
            "friend",
            "parent",
            "child",
            "spouse",
            "cardholder",
            "holder",
            "insured",
            "borrower",
            "lender",
            "agent",
            "voter",
            "citizen",
            "addressee",
            "signatory",
            "shopper",
            "consumer",
            "colleague",
            "lead",
            "maintainer",
            "contributor",
            "creator",
            "editor",
        ],
    ),
    (
        Kind::Company,
        &[
            "company",
            "vendor",
            "supplier",
            "organization",
            "organisation",
            "employer",
            "brand",
            "merchant",
            "shop",
            "store",
            "manufacturer",
            "carrier",
            "insurer",
            "retailer",
            "wholesaler",
            "business",
            "firm",
            "bank",
            "publisher",
            "distributor",
            "seller",
            "partner",
        ],
    ),
    (Kind::Product, &["product", "item", "goods", "merchandise"]),
    (Kind::City, &["city", "town", "municipality"]),
    (Kind::Country, &["country", "nation"]),
    (Kind::Region, &["region", "state", "province", "county", "prefecture"]),
    (Kind::Street, &["street", "road"]),
    (Kind::File, &["file", "attachment", "document", "upload"]),
    (
        Kind::Place,
        &[
            "address",
            "addr",
            "billing",
            "shipping",
            "delivery",
            "home",
            "work",
            "postal",
            "mailing",
            "residential",
            "office",
            "invoice",
            "pickup",
            "location",
            "place",
            "venue",
            "headquarters",
            "warehouse",
            "permanent",
            "physical",
            "legal",
            "registered",
        ],
    ),
];

/// Persons and companies by whose role a field may be called: its text is their name.
pub(super) const PERSON_ROLES: &[&str] = &[
    "author",
    "recipient",
    "assignee",
    "reviewer",
    "approver",
    "employee",
    "attendee",
    "signatory",
    "cardholder",
    "addressee",
    "patient",
    "passenger",
    "teacher",
    "doctor",
    "supervisor",
    "beneficiary",
    "created by",
    "updated by",
    "modified by",
    "requested by",
    "approved by",
    "signed by",
    "reported by",
    "assigned to",
    "participant",
    "speaker",
];
pub(super) const COMPANY_ROLES: &[&str] = &[
    "vendor",
    "supplier",
    "employer",
    "manufacturer",
    "merchant",
    "brand",
    "retailer",
    "publisher",
    "insurer",
];

/// Words that say what a type is for, and not what it is about: `UserDto` is about a user.
const NEUTRAL: &[&str] = &[
    "dto", "record", "info", "data", "details", "detail", "request", "response", "input", "output",
    "model", "entity", "form", "profile", "payload", "create", "update", "new", "list", "entry",
    "row", "view", "summary", "schema", "type", "object", "params", "body", "result", "command",
    "event", "v",
];

/// Words before a name that tell of no other person and no other company: the work e-mail is that of the same person.
pub(super) const SAME_ONE: &[&str] = &[
    "work",
    "private",
    "primary",
    "personal",
    "main",
    "default",
    "secondary",
    "alternate",
    "alternative",
    "backup",
    "office",
    "home",
    "business",
    "corporate",
    "company",
    "user",
    "account",
    "my",
    "own",
    "recovery",
    "preferred",
    "public",
    "official",
    "mobile",
    "daytime",
    "evening",
    "current",
    "new",
    "old",
    "profile",
    "person",
    "organization",
    "verified",
];

/// Words before a name that only tell of what it is a part: `billing address city` is the city of `billing`.
pub(super) const OF_ADDRESSES: &[&str] = &["address", "addr", "location"];

/// What a thing called `words` is, by its last word that says something.
pub(super) fn kind_of(words: &str) -> Kind {
    let last = words
        .split(' ')
        .rev()
        .find(|word| !NEUTRAL.contains(word) && !word.chars().all(char::is_numeric))
        .unwrap_or(words);
    let is = |names: &[&str], word: &str| names.contains(&word);
    let single = singular(last);
    let single = single.as_deref().unwrap_or(last);
    KINDS
        .iter()
        .find(|(_, names)| is(names, last) || is(names, single))
        .map_or(Kind::Unknown, |(kind, _)| *kind)
}

/// `words` with the last one in the singular, where it looks like a plural.
pub(crate) fn singular(words: &str) -> Option<String> {
    if let Some(stem) = words.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = words.strip_suffix("sses") {
        return Some(format!("{stem}ss"));
    }
    words.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(ToOwned::to_owned)
}
