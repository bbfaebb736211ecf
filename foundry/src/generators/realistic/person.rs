//! People: names, titles, what they do and how they can be called.

use super::form::{pick, write_one_of};
use super::picks::{Part, Person};
use super::{Draw, Faker};

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "person.first_name",
        about: "given names",
        fields: &["first name", "given name", "forename", "given names", "christian name", "fname"],
        format: None,
        write: |draw, out| out.push_str(Person::of(draw).first),
    },
    Faker {
        name: "person.last_name",
        about: "family names",
        fields: &["last name", "family name", "surname", "lname", "second name", "maiden name"],
        format: None,
        write: |draw, out| out.push_str(Person::of(draw).last),
    },
    Faker {
        name: "person.full_name",
        about: "given and family names, in the order of the locale",
        fields: &[
            "full name",
            "cardholder name",
            "card holder",
            "account holder",
            "real name",
            "name on card",
        ],
        format: None,
        write: |draw, out| Person::of(draw).write_full_name(out),
    },
    Faker {
        name: "person.title",
        about: "forms of address that stand before a name",
        fields: &[
            "salutation",
            "honorific",
            "name prefix",
            "title of courtesy",
            "honorific prefix",
        ],
        format: None,
        write: |draw, out| out.push_str(pick(draw.locale.tables().titles, draw.own)),
    },
    Faker {
        name: "person.user_name",
        about: "names to log in with, made from the person's name",
        fields: &[
            "user name",
            "login",
            "login name",
            "nick name",
            "nick",
            "screen name",
            "handle",
            "user handle",
            "user login",
            "account login",
            "github user",
        ],
        format: None,
        write: write_user_name,
    },
    Faker {
        name: "person.job_title",
        about: "professions",
        fields: &["job title", "job", "profession", "occupation", "position title", "job position"],
        format: None,
        write: write_job_title,
    },
    Faker {
        name: "phone.number",
        about: "telephone numbers with their country, which nobody has where a regulator sets some aside",
        fields: &[
            "phone",
            "phone number",
            "telephone",
            "telephone number",
            "mobile",
            "mobile number",
            "mobile phone number",
            "cell",
            "cell phone",
            "cell number",
            "fax",
            "fax number",
            "tel",
            "contact number",
            "msisdn",
            "phone no",
            "landline",
            "whatsapp",
            "hotline",
        ],
        format: None,
        write: |draw, out| write_one_of(draw.locale.tables().phones, draw.own, out),
    },
];

const RANKS: &[&str] = &["Senior", "Junior", "Lead", "Chief", "Assistant", "Deputy"];

const JOBS: &[&str] = &[
    "Accountant",
    "Actuary",
    "Architect",
    "Auditor",
    "Baker",
    "Bookkeeper",
    "Brand Manager",
    "Business Analyst",
    "Carpenter",
    "Chemist",
    "Civil Engineer",
    "Controller",
    "Copywriter",
    "Customer Advisor",
    "Data Analyst",
    "Data Engineer",
    "Database Administrator",
    "Dental Technician",
    "Dispatcher",
    "Editor",
    "Electrician",
    "Event Manager",
    "Financial Analyst",
    "Graphic Designer",
    "Interpreter",
    "Journalist",
    "Laboratory Technician",
    "Lawyer",
    "Librarian",
    "Logistics Planner",
    "Machinist",
    "Marketing Manager",
    "Mechanical Engineer",
    "Midwife",
    "Network Engineer",
    "Nurse",
    "Office Manager",
    "Optician",
    "Payroll Clerk",
    "Pharmacist",
    "Photographer",
    "Physiotherapist",
    "Product Manager",
    "Product Owner",
    "Project Manager",
    "Quality Engineer",
    "Recruiter",
    "Research Scientist",
    "Sales Representative",
    "Security Officer",
    "Social Worker",
    "Software Developer",
    "Software Engineer",
    "Statistician",
    "Support Engineer",
    "Surveyor",
    "System Administrator",
    "Tax Consultant",
    "Teacher",
    "Technical Writer",
    "Test Engineer",
    "Translator",
    "UX Designer",
    "Veterinarian",
    "Warehouse Clerk",
    "Web Developer",
];

fn write_job_title(draw: &mut Draw<'_>, out: &mut String) {
    if draw.own.chance(0.4) {
        out.push_str(pick(RANKS, draw.own));
        out.push(' ');
    }
    out.push_str(pick(JOBS, draw.own));
}

fn write_user_name(draw: &mut Draw<'_>, out: &mut String) {
    use Part::{First, Initial, Last, Number, Sign};
    let parts: &[Part] = match draw.own.below(6) {
        0 => &[Initial, Last],
        1 => &[First, Sign('.'), Last],
        2 => &[First, Sign('_'), Last],
        3 => &[Initial, Last, Number],
        4 => &[Last, Number],
        _ => &[First, Sign('.'), Last, Number],
    };
    Person::of(draw).write_login(parts, out);
}
