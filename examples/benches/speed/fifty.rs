//! A domain of fifty types that hold one another: what planning and compiling take.

use chrono::{DateTime, Utc};
use foundry::Foundry;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Seven groups of six types each, and what holds them all.
#[derive(Debug, Serialize, Deserialize, Foundry)]
pub(crate) struct Domain {
    people: People,
    products: Products,
    orders: Orders,
    places: Places,
    papers: Papers,
    money: Money,
    machines: Machines,
}

macro_rules! groups {
    ($($group:ident { $($part:ident $field:ident),+ $(,)? })+) => {$(
        #[derive(Debug, Serialize, Deserialize, Foundry)]
        pub(crate) struct $group {
            id: Uuid,
            #[schemars(length(min = 1, max = 40))]
            name: String,
            $($field: $part,)+
        }

        $(
            #[derive(Debug, Serialize, Deserialize, Foundry)]
            #[serde(rename_all = "camelCase")]
            pub(crate) struct $part {
                id: Uuid,
                #[schemars(length(min = 1, max = 40))]
                title: String,
                #[schemars(regex(pattern = r"^[A-Z]{2}-[0-9]{4}$"))]
                code: String,
                #[schemars(range(min = 1, max = 500))]
                count: u32,
                #[schemars(range(min = 0.0, max = 100.0))]
                share: f64,
                #[schemars(length(max = 4))]
                tags: Vec<String>,
                #[schemars(email)]
                contact: Option<String>,
                is_open: bool,
                changed_at: DateTime<Utc>,
            }
        )+
    )+};
}

groups! {
    People { Buyer buyer, Seller seller, Clerk clerk, Driver driver, Guest guest, Tenant tenant }
    Products { Book book, Chair chair, Lamp lamp, Shirt shirt, Phone phone, Tool tool }
    Orders { Cart cart, Sale sale, Refund refund, Quote quote, Parcel parcel, Gift gift }
    Places { Shop shop, Store store, Office office, Depot depot, Street street, Region region }
    Papers { Letter letter, Invoice invoice, Contract contract, Report report, Ticket ticket, Note note }
    Money { Account account, Transfer transfer, Card card, Loan loan, Rate rate, Fee fee }
    Machines { Printer printer, Truck truck, Scanner scanner, Server server, Robot robot, Scale scale }
}
