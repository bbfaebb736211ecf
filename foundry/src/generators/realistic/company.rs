//! Companies: one for each object, so that name, domain and e-mail fit.

use super::form::pick;
use super::picks::Company;
use super::{Draw, Faker};

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "company.name",
        about: "companies with the legal forms of the locale",
        fields: &[
            "company",
            "company name",
            "organization",
            "organisation",
            "organization name",
            "organisation name",
            "business name",
            "firm",
            "firm name",
        ],
        format: None,
        write: |draw, out| Company::of(draw).write_name(out),
    },
    Faker {
        name: "company.department",
        about: "parts of a company",
        fields: &[
            "department",
            "department name",
            "dept",
            "division",
            "business unit",
            "cost center name",
        ],
        format: None,
        write: |draw, out| out.push_str(pick(DEPARTMENTS, draw.own)),
    },
    Faker {
        name: "company.industry",
        about: "branches of industry",
        fields: &["industry", "sector", "line of business", "industry name", "business sector"],
        format: None,
        write: |draw, out| out.push_str(pick(INDUSTRIES, draw.own)),
    },
    Faker {
        name: "company.catch_phrase",
        about: "what a company says of itself",
        fields: &["catch phrase", "slogan", "tagline", "motto", "company motto"],
        format: None,
        write: write_catch_phrase,
    },
];

const DEPARTMENTS: &[&str] = &[
    "Accounting",
    "Administration",
    "Business Development",
    "Communications",
    "Compliance",
    "Controlling",
    "Customer Service",
    "Design",
    "Engineering",
    "Facility Management",
    "Finance",
    "Human Resources",
    "Information Technology",
    "Internal Audit",
    "Legal",
    "Logistics",
    "Maintenance",
    "Marketing",
    "Operations",
    "Procurement",
    "Product Management",
    "Production",
    "Public Relations",
    "Quality Assurance",
    "Research",
    "Sales",
    "Security",
    "Strategy",
    "Support",
    "Training",
];

const INDUSTRIES: &[&str] = &[
    "Aerospace",
    "Agriculture",
    "Apparel",
    "Automotive",
    "Banking",
    "Biotechnology",
    "Broadcasting",
    "Chemicals",
    "Civil Engineering",
    "Construction",
    "Consulting",
    "Consumer Electronics",
    "Cosmetics",
    "Dairy",
    "Education",
    "Energy",
    "Environmental Services",
    "Fisheries",
    "Food and Beverages",
    "Forestry",
    "Furniture",
    "Glass and Ceramics",
    "Health Care",
    "Hospitality",
    "Insurance",
    "Legal Services",
    "Logistics",
    "Machinery",
    "Maritime",
    "Market Research",
    "Media",
    "Medical Devices",
    "Mining and Metals",
    "Music",
    "Optics",
    "Packaging",
    "Paper",
    "Pharmaceuticals",
    "Plastics",
    "Printing",
    "Publishing",
    "Railways",
    "Real Estate",
    "Renewable Energy",
    "Retail",
    "Semiconductors",
    "Software",
    "Sports",
    "Telecommunications",
    "Textiles",
    "Tourism",
    "Utilities",
    "Veterinary",
    "Wholesale",
];

const VERBS: &[&str] = &[
    "Built", "Designed", "Made", "Ready", "Trusted", "Chosen", "Shaped", "Tested", "Crafted",
    "Grown",
];

const PURPOSES: &[&str] = &[
    "for every day",
    "for life",
    "for people",
    "for tomorrow",
    "for your team",
    "by experts",
    "by hand",
    "with care",
    "with you in mind",
    "for the long run",
    "to last",
    "for clear minds",
    "all around the world",
    "close to home",
];

const PROMISES: &[&str] = &[
    "Simple", "Honest", "Reliable", "Fair", "Fast", "Local", "Careful", "Open", "Precise", "Quiet",
    "Bright", "Solid",
];

fn write_catch_phrase(draw: &mut Draw<'_>, out: &mut String) {
    out.push_str(pick(PROMISES, draw.own));
    out.push_str(". ");
    out.push_str(pick(VERBS, draw.own));
    out.push(' ');
    out.push_str(pick(PURPOSES, draw.own));
    out.push('.');
}
