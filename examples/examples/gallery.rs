//! A gallery of realistic values: one object of each domain, in each of a few locales.

#![expect(clippy::print_stdout, reason = "that is what an example is for")]

use foundry::Foundry;
use serde::{Deserialize, Serialize};

/// Somebody who signs up.
#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
struct Customer {
    first_name: String,
    last_name: String,
    #[validate(email)]
    email: String,
    phone: String,
    birth_date: chrono::NaiveDate,
    job_title: String,
    address: Address,
}

/// Where somebody lives: city, postcode and region belong together.
#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
struct Address {
    street_line: String,
    city: String,
    #[schemars(length(max = 10))]
    postal_code: String,
    region: String,
    country: String,
}

/// A company, its web page, and what it says of itself.
#[derive(Serialize, Deserialize, Foundry)]
struct Supplier {
    name: String,
    industry: String,
    catch_phrase: String,
    website: url::Url,
    iban: String,
    vat_rate: f64,
}

/// A thing that is sold.
#[derive(Serialize, Deserialize, Foundry)]
struct Product {
    name: String,
    sku: String,
    category: String,
    color: String,
    price: f64,
    currency: String,
    description: String,
}

/// How somebody pays.
#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
struct Payment {
    cardholder_name: String,
    card_number: String,
    iban: String,
    bic: String,
    #[schemars(range(min = 0, max = 10_000))]
    amount: f64,
    currency: String,
}

/// What somebody writes.
#[derive(Serialize, Deserialize, Foundry)]
struct Article {
    headline: String,
    slug: String,
    author: String,
    summary: String,
    body: String,
    #[schemars(length(min = 2))]
    tags: Vec<String>,
    published_at: chrono::DateTime<chrono::Utc>,
}

/// A file that somebody hands in.
#[derive(Serialize, Deserialize, Foundry)]
struct Upload {
    file_name: String,
    mime_type: String,
    file_path: String,
    uploaded_by: String,
}

/// A visit of a page.
#[derive(Serialize, Deserialize, Foundry)]
struct Visit {
    url: url::Url,
    user_agent: String,
    time_zone: String,
    started_at: chrono::DateTime<chrono::Utc>,
    latitude: f64,
    longitude: f64,
}

fn show<T: Foundry>(locale: &str) -> Result<(), Box<dyn std::error::Error>> {
    let row = T::foundry_with().locale(locale).row(42, 0)?;
    println!("{}", serde_json::to_string_pretty(&row)?);
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for locale in ["en_US", "de_DE", "ja_JP"] {
        println!("— {locale} —");
        show::<Customer>(locale)?;
        show::<Supplier>(locale)?;
        show::<Product>(locale)?;
        show::<Payment>(locale)?;
        show::<Article>(locale)?;
        show::<Upload>(locale)?;
        show::<Visit>(locale)?;
    }
    Ok(())
}
