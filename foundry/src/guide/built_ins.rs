//! The built-in generators: what each makes, what asks for it, and a value of seed 42.
//!
//! Each of them may be named: `#[foundry(faker = "internet.ipv4")]`, `"x-foundry": {"faker": "internet.ipv4"}` in a
//! document, and [`Policy::with_faker`](crate::config::Policy::with_faker). [`generators`](super::generators) says which one
//! is chosen where none is named, and how one's own is written. This chapter is printed from
//! [`Registry::built_in`](crate::generators::Registry::built_in), and a test holds it against that.
//!
//! # By the type and its keywords
//!
//! | name | makes | example |
//! |---|---|---|
//! | `anything` | any JSON value, mostly scalars, where the schema says nothing | `["foç"]` |
//! | `boolean` | true and false beside other types; alone they are `values` | `false` |
//! | `content` | texts that hold JSON, Base64, or JSON in Base64 | `"[\"foç\"]"` |
//! | `integer` | whole numbers, the bounds and small ones more often | `599` |
//! | `number` | numbers, the bounds and small ones more often | `-3.414696260245828e+307` |
//! | `pattern` | texts that match regular expressions | `"CK-4050"` |
//! | `values` | the values of `enum` and `const`, and those that are set | `"blue"` |
//! | `words` | texts like words, in the lengths that are allowed | `"nom"` |
//!
//! # By `format`
//!
//! Documents get all forms of a format. Types get those that the crates read which write such a
//! type: no leap seconds, for example, and no durations of months.
//!
//! | format | makes | example |
//! |---|---|---|
//! | `date` | days of the calendar | `"1924-03-19"` |
//! | `time` | times of day with an offset from UTC | `"04:35:45Z"` |
//! | `date-time` | instants with an offset from UTC | `"2029-10-16t16:53:30Z"` |
//! | `partial-time` | times of day without an offset | `"09:38:10"` |
//! | `partial-date-time` | days and times without an offset | `"2034-03-19T18:30:00"` |
//! | `duration` | lengths of time, as ISO 8601 writes them | `"P67D"` |
//! | `zoned-date-time` | instants with a named time zone | `"2040-07-01T16:53:30+00:00[UTC]"` |
//! | `ipv4` | addresses of IPv4 | `"67.5.180.7"` |
//! | `ipv6` | addresses of IPv6 | `"8b14::"` |
//! | `ip` | addresses of IPv4 or IPv6 | `"5.180.73.178"` |
//! | `socket-addr-v4` | addresses of IPv4 with a port | `"5.180.7.55:7362"` |
//! | `socket-addr-v6` | addresses of IPv6 with a port | `"[b::8:6:5]:62"` |
//! | `socket-addr` | addresses of IPv4 or IPv6 with a port | `"217.101.238.215:46"` |
//! | `hostname` | names of hosts | `"dohuge.de"` |
//! | `idn-hostname` | names of hosts, also with letters beyond ASCII | `"ьрчлф.app"` |
//! | `email` | addresses for electronic mail | `"ofafe@momem.com"` |
//! | `idn-email` | addresses for electronic mail, also with letters beyond ASCII | `"ofaたこ@momem.com"` |
//! | `uri` | absolute URIs | `"https://ordp.uk/nerimoc"` |
//! | `uri-reference` | absolute and relative URIs | `"//ordpe.uk/nerim/3322/renedam(c/96"` |
//! | `iri` | absolute URIs, also with letters beyond ASCII | `"https://ordp.uk/nñrimoc"` |
//! | `iri-reference` | absolute and relative URIs, also with letters beyond ASCII | `"//ordpe.uk/nørim/3322/renedam(c/96"` |
//! | `uri-template` | URIs with places to fill in | `"/fof/ga/{#vatisa}"` |
//! | `uuid` | identifiers of RFC 9562: random ones, and some ordered by time | `"a3846ef0-4be0-41d0-aaac-1d999e575be0"` |
//! | `byte` | bytes in Base64, with padding | `"ZoKlwg=="` |
//! | `json-pointer` | pointers into a JSON document | `"/dohuged//l"` |
//! | `relative-json-pointer` | pointers that start at some place of a JSON document | `"6#"` |
//! | `regex` | regular expressions | `"^\\dhg$"` |
//! | `decimal` | exact decimal numbers as text | `"61"` |
//! | `semver` | semantic versions | `"1.7.5"` |
//! | `semver-req` | requirements on semantic versions | `"*"` |
//! | `password` | letters, digits and signs, as a password has them | `"-eQt62Sx+t"` |
//! | `binary` | raw bytes, as text of any characters | `"of, halegy"` |
//!
//! # By the name of a field
//!
//! A field asks for one of these where its name ends with the words, in snake, camel or kebab case,
//! texts also in the singular or plural; bare words like `name` mean what is around them. Numbers are those of
//! `number.…`, where nobody wrote how large they may be.
//!
//! ## person
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `person.first_name` | given names | `first name`, `given name`, `forename`, `given names`, `christian name`, `fname` | `"Beatrice"` |
//! | `person.last_name` | family names | `last name`, `family name`, `surname`, `lname`, `second name`, `maiden name` | `"Collins"` |
//! | `person.full_name` | given and family names, in the order of the locale | `full name`, `cardholder name`, `card holder`, `account holder`, `real name`, `name on card` | `"Beatrice Collins"` |
//! | `person.title` | forms of address that stand before a name | `salutation`, `honorific`, `name prefix`, `title of courtesy`, `honorific prefix` | `"Mr."` |
//! | `person.user_name` | names to log in with, made from the person's name | `user name`, `login`, `login name`, `nick name`, `nick`, `screen name`, `handle`, `user handle`, `user login`, `account login`, `github user` | `"bcollins"` |
//! | `person.job_title` | professions | `job title`, `job`, `profession`, `occupation`, `position title`, `job position` | `"Lead Product Manager"` |
//!
//! ## phone
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `phone.number` | telephone numbers with their country, which nobody has where a regulator sets some aside | `phone`, `phone number`, `telephone`, `telephone number`, `mobile`, `mobile number`, `mobile phone number`, `cell`, `cell phone`, `cell number`, `fax`, `fax number`, `tel`, `contact number`, `msisdn`, `phone no`, `landline`, `whatsapp`, `hotline` | `"+1 213-555-0146"` |
//!
//! ## internet
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `internet.email` | e-mail addresses made from the person's name, at domains that nobody owns | `email`, `email address`, `mail`, `mail address`, `email addr`, `reply to` | `"beatrice.collins@example.org"` |
//! | `internet.domain` | domains that nobody owns, of the object's company | `domain`, `domain name`, `host`, `host name`, `fqdn`, `server name` | `"docs-2.vireo.example"` |
//! | `internet.url` | addresses of web pages of the object's company | `url`, `uri`, `website`, `homepage`, `web page`, `link`, `href`, `permalink`, `web address`, `webhook`, `endpoint`, `callback` | `"https://www.vireo.example/events"` |
//! | `internet.slug` | words with hyphens, as the last part of a web address | `slug`, `url slug`, `url key`, `permalink slug` | `"ea-rerum"` |
//! | `internet.password` | passwords of 14 to 20 characters: small and capital letters, digits and signs | `password`, `passwd`, `pwd`, `passphrase`, `user password` | `"FTR443i4G--s.k"` |
//! | `internet.ipv4` | IPv4 addresses from the blocks for documentation (RFC 5737) | `ip`, `ip address`, `ip addr`, `ipv4`, `ipv4 address`, `remote addr`, `client ip` | `"192.0.2.103"` |
//! | `internet.mac` | hardware addresses from the block for documentation (RFC 7042) | `mac`, `mac address`, `hardware address`, `mac addr` | `"00:00:5e:00:53:17"` |
//! | `internet.user_agent` | what programs call themselves when they ask a web server | `user agent`, `browser agent`, `user agent string` | `"Wget/1.24.6"` |
//!
//! ## address
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `address.line` | streets with a house number | `address line`, `address line 1`, `street address`, `street line`, `address 1`, `street 1`, `line 1`, `addr` | `"927 Willow Lane"` |
//! | `address.unit` | what stands on the second line of an address: a flat, a floor | `address line 2`, `address 2`, `street 2`, `line 2`, `apartment`, `suite`, `flat`, `unit number`, `apartment number`, `floor` | `"Apt 46"` |
//! | `address.street` | names of streets | `street`, `street name`, `road`, `road name`, `thoroughfare` | `"Willow Lane"` |
//! | `address.house_number` | house numbers | `house number`, `street number`, `building number`, `house no`, `street no` | `"927"` |
//! | `address.city` | cities | `city`, `town`, `city name`, `locality`, `municipality`, `birth place`, `place of birth`, `post town`, `address locality` | `"Houston"` |
//! | `address.region` | states, provinces, prefectures | `region`, `province`, `county`, `prefecture`, `state name`, `region name`, `federal state`, `address region`, `administrative area`, `state province`, `province name` | `"Texas"` |
//! | `address.region_code` | states, provinces, prefectures, abbreviated | `region code`, `state code`, `province code`, `state abbr`, `state abbreviation`, `county code` | `"TX"` |
//! | `address.postcode` | postcodes that begin as those of the city do | `postcode`, `postal code`, `zip`, `zip code`, `plz`, `postal`, `zip postal code`, `eircode`, `cep` | `"77038"` |
//! | `address.country` | the country of the locale, in its language | `country`, `country name`, `nation`, `country of origin`, `country of birth`, `address country` | `"United States"` |
//! | `address.country_code` | the country of the locale as a code of two letters (ISO 3166-1) | `country code`, `country iso`, `country iso code`, `iso country`, `country iso 2`, `nationality code` | `"US"` |
//! | `address.full` | addresses on one line | `full address`, `postal address`, `mailing address`, `formatted address`, `one line address` | `"927 Willow Lane, Houston, TX 77038"` |
//!
//! ## company
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `company.name` | companies with the legal forms of the locale | `company`, `company name`, `organization`, `organisation`, `organization name`, `organisation name`, `business name`, `firm`, `firm name` | `"Vireo Corp."` |
//! | `company.department` | parts of a company | `department`, `department name`, `dept`, `division`, `business unit`, `cost center name` | `"Business Development"` |
//! | `company.industry` | branches of industry | `industry`, `sector`, `line of business`, `industry name`, `business sector` | `"Biotechnology"` |
//! | `company.catch_phrase` | what a company says of itself | `catch phrase`, `slogan`, `tagline`, `motto`, `company motto` | `"Honest. Trusted with you in mind."` |
//!
//! ## commerce
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `commerce.product_name` | names of products | `product`, `product name`, `item name`, `article name`, `product title`, `item title` | `"Modern Phone Case"` |
//! | `commerce.category` | categories of a shop | `product category`, `category name`, `product type name`, `product group`, `shop category` | `"Baby"` |
//! | `commerce.sku` | article numbers of a warehouse | `sku`, `product code`, `article number`, `item number`, `article no`, `part number`, `item code`, `product sku`, `product number` | `"HND-5750"` |
//! | `commerce.color` | names of colours, as CSS knows them | `color`, `colour`, `color name`, `colour name`, `hair color`, `eye color` | `"black"` |
//!
//! ## money
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `money.currency` | codes of currencies (ISO 4217), mostly that of the locale, the same in the whole object | `currency`, `currency code`, `ccy`, `currency iso code`, `price currency` | `"USD"` |
//! | `money.amount_text` | amounts with two decimals | `amount`, `amount text`, `price`, `price text`, `total`, `subtotal`, `balance`, `cost`, `fee`, `salary`, `formatted amount`, `formatted price`, `money amount` | `"4.05"` |
//! | `money.iban` | numbers of bank accounts (ISO 13616) at banks that do not exist; the check digits are right | `iban`, `iban number`, `bank account`, `account iban` | `"DE49004615750785736262"` |
//! | `money.bic` | codes of banks (ISO 9362); the 0 at their end says that they are for tests | `bic`, `swift`, `swift code`, `bic code`, `bank identifier code`, `swift bic` | `"BHNDUSN0"` |
//! | `money.card_number` | numbers of cards that begin as those for tests do; the check digit is right (Luhn) | `card number`, `credit card number`, `credit card`, `card no`, `cc number`, `debit card number`, `pan` | `"4000004615750787"` |
//!
//! ## lorem
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `lorem.word` | single words | `word`, `keyword`, `tag`, `tag name`, `topic`, `search term` | `"explicabo"` |
//! | `lorem.sentence` | sentences of at most 60 characters | `description`, `note`, `comment`, `remark`, `summary`, `message`, `text`, `short description`, `caption`, `excerpt`, `annotation`, `feedback`, `details`, `remarks`, `subtitle`, `instructions`, `reason text` | `"Ea rerum dolorem qui."` |
//! | `lorem.paragraph` | three to five sentences | `bio`, `body`, `content`, `biography`, `long description`, `about`, `about me`, `paragraph`, `article body`, `full text`, `message body`, `abstract`, `cover letter` | `"Rem iusto et ut. Quia ut omnis rerum. Dicta ea sint odio."` |
//! | `lorem.title` | headings of two to five words | `headline`, `heading`, `subject`, `subject line`, `email subject`, `page title`, `book title`, `movie title` | `"Ea rerum"` |
//!
//! ## time
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `time.date` | days from 2016 to 2035 | `date`, `start date`, `end date`, `due date`, `order date`, `issue date`, `release date`, `expiry date`, `expiration date`, `valid from`, `valid until`, `valid to`, `hire date`, `delivery date`, `effective date`, `invoice date`, `check in date`, `check out date` | `"2017-05-20"` |
//! | `time.birth_date` | days from 1940 to 2007 | `birth date`, `date of birth`, `birthday`, `dob`, `born`, `born on` | `"1946-05-20"` |
//! | `time.date_time` | instants from 2016 to 2035, in UTC | `created at`, `updated at`, `deleted at`, `modified at`, `published at`, `timestamp`, `date time`, `created on`, `updated on`, `expires at`, `started at`, `finished at`, `occurred at`, `last login`, `last seen`, `sent at`, `received at`, `completed at`, `event time`, `created`, `modified`, `last modified`, `last updated` | `"2017-05-20T14:45:30Z"` |
//! | `time.local_date_time` | days from 2016 to 2035 and a time of day, without an offset | `local date time` | `"2017-05-20T14:45:30"` |
//! | `time.time` | times of day in UTC | `utc time`, `time utc` | `"12:38:10Z"` |
//! | `time.local_time` | times of day without an offset | `local time`, `time of day`, `opening time`, `closing time`, `departure time`, `arrival time`, `start time`, `end time` | `"12:38:10"` |
//! | `time.time_zone` | time zones of the country (IANA) | `time zone`, `tz`, `time zone name`, `tz name`, `iana time zone` | `"America/New_York"` |
//! | `time.month_name` | months in the language of the locale | `month name` | `"February"` |
//! | `time.weekday` | days of the week in the language of the locale | `weekday`, `day of week`, `weekday name`, `day name` | `"Monday"` |
//!
//! ## language
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `language.tag` | language tags (BCP 47), mostly that of the locale | `language`, `lang`, `locale`, `language tag`, `preferred language`, `locale name`, `ui language` | `"en-US"` |
//! | `language.code` | codes of languages of two letters (ISO 639), mostly that of the locale | `language code`, `lang code`, `iso language`, `language iso code` | `"en"` |
//!
//! ## file
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `file.name` | names of files | `file name`, `original file name`, `attachment`, `attachment name`, `document name`, `upload name` | `"balance-2028-03.odt"` |
//! | `file.path` | absolute paths of files | `file path`, `path name`, `full path`, `document path`, `source path`, `target path`, `absolute path` | `"/imports/payroll-2027-10.mp4"` |
//! | `file.mime_type` | media types | `mime type`, `media type`, `content type`, `mime` | `"application/octet-stream"` |
//! | `file.extension` | endings of names of files, without a dot | `file extension`, `file ending`, `file suffix` | `"docx"` |
//!
//! ## software
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `software.version` | versions of three numbers | `version`, `version number`, `app version`, `software version`, `release version`, `firmware version`, `semver` | `"0.4.6"` |
//!
//! ## number
//!
//! | name | makes | fields | example |
//! |---|---|---|---|
//! | `number.age` | ages of people in years, 18 to 90 | `age`, `age in years`, `years old` | `24` |
//! | `number.year` | years of this decade and the last one, 2016 to 2035 | `year`, `fiscal year`, `model year` | `2017` |
//! | `number.birth_year` | years in which people were born, 1940 to 2007 | `birth year`, `year of birth` | `1946` |
//! | `number.month` | months of the year, 1 to 12 | `month` | `2` |
//! | `number.day` | days of the month, 1 to 28 | `day`, `day of month` | `3` |
//! | `number.weekday` | days of the week, 1 to 7 | `day of week`, `weekday` | `1` |
//! | `number.week` | weeks of the year, 1 to 52 | `week`, `calendar week` | `5` |
//! | `number.quarter` | quarters of the year, 1 to 4 | `quarter` | `1` |
//! | `number.hour` | hours of the day, 0 to 23 | `hour` | `2` |
//! | `number.minute` | minutes and seconds, 0 to 59 | `minute`, `second` | `5` |
//! | `number.latitude` | latitudes in degrees, -90 to 90 | `latitude`, `lat` | `-73.285808` |
//! | `number.longitude` | longitudes in degrees, -180 to 180 | `longitude`, `lng`, `lon` | `-146.571615` |
//! | `number.altitude` | heights above the sea in metres, 0 to 4000 | `altitude`, `elevation` | `371.4` |
//! | `number.price` | prices and other amounts of one purchase, 0.5 to 2000 | `price`, `amount`, `total`, `cost`, `fee`, `subtotal`, `unit price`, `tax`, `shipping cost`, `total amount`, `total price`, `net amount`, `gross amount`, `charge`, `tip` | `186.16` |
//! | `number.balance` | amounts that companies and accounts have, 100 to 100000 | `balance`, `revenue`, `budget`, `turnover`, `credit limit`, `profit` | `9376.37` |
//! | `number.salary` | incomes of a year, 18000 to 180000 | `salary`, `income`, `wage`, `annual salary` | `33042.77` |
//! | `number.quantity` | pieces of one thing that is bought, 1 to 50 | `quantity`, `qty`, `pieces` | `5` |
//! | `number.count` | how many there are of something, 0 to 1000 | `count`, `number of items`, `item count`, `num items`, `views`, `likes`, `downloads` | `92` |
//! | `number.stock` | pieces that a warehouse has, 0 to 500 | `stock`, `in stock`, `stock level`, `inventory` | `46` |
//! | `number.percent` | percentages, 0 to 100 | `percent`, `percentage`, `pct` | `9.2` |
//! | `number.discount` | discounts in percent, 0 to 70 | `discount`, `discount percent`, `discount rate` | `6.5` |
//! | `number.tax_rate` | rates of taxes and interest in percent, 0 to 25 | `tax rate`, `vat rate`, `interest rate`, `vat` | `2.32` |
//! | `number.exchange_rate` | rates of exchange between currencies, 0.1 to 150 | `exchange rate` | `14.0192` |
//! | `number.probability` | probabilities and shares, 0 to 1 | `probability`, `confidence`, `ratio` | `0.092` |
//! | `number.rating` | stars that people give, 1 to 5 | `rating`, `stars` | `1.3` |
//! | `number.score` | scores of tests, 0 to 100 | `score` | `9.2` |
//! | `number.port` | ports of the internet that programs may take, 1024 to 65535 | `port`, `port number` | `7014` |
//! | `number.http_status` | statuses of HTTP, 200 to 599 | `http status`, `status code`, `http status code` | `237` |
//! | `number.weight` | weights in kilograms, 0.1 to 120 | `weight`, `weight kg` | `11.23` |
//! | `number.length` | lengths, widths and heights in centimetres, 1 to 250 | `height`, `width`, `depth`, `length`, `height cm`, `width cm` | `24.1` |
//! | `number.distance` | distances in kilometres, 0.1 to 2000 | `distance`, `mileage`, `distance km` | `185.8` |
//! | `number.area` | areas in square metres, 10 to 500 | `area`, `square meters` | `55.5` |
//! | `number.speed` | speeds in kilometres an hour, 0 to 200 | `speed` | `18.5` |
//! | `number.temperature` | temperatures of the air in degrees Celsius, -20 to 45 | `temperature`, `temp` | `-14.0` |
//! | `number.humidity` | humidities of the air in percent, 10 to 100 | `humidity` | `18.3` |
//! | `number.pressure` | pressures of the air in hectopascals, 950 to 1050 | `pressure` | `959.2` |
//! | `number.duration` | how long programs take, in milliseconds, 1 to 10000 | `duration`, `timeout`, `elapsed`, `latency`, `duration ms` | `929` |
//! | `number.size` | sizes of files in bytes, 100 to 10000000 | `size`, `file size`, `bytes`, `content length` | `928657` |
//! | `number.page` | numbers of pages in lists, 1 to 100 | `page`, `page number` | `10` |
//! | `number.page_count` | how many pages books have, 8 to 900 | `page count`, `pages`, `number of pages` | `90` |
//! | `number.page_size` | how many entries a page of a list has, 10 to 100 | `page size`, `per page` | `18` |
//! | `number.floor` | floors of houses, 0 to 30 | `floor`, `floor number` | `2` |
//! | `number.rooms` | rooms of a home, 1 to 8 | `rooms`, `bedrooms`, `number of rooms`, `room count` | `1` |
//! | `number.guests` | people who travel or stay together, 1 to 8 | `guests`, `number of guests`, `adults`, `passengers`, `seats` | `1` |
//! | `number.priority` | priorities and levels, 1 to 5 | `priority`, `level` | `1` |
//! | `number.house_number` | numbers of houses in a street, 1 to 250 | `house number`, `street number` | `24` |
//! | `number.timestamp` | seconds since 1970, 1451606400 to 2082758399 | `timestamp`, `unix time`, `epoch`, `epoch seconds` | `1510213045` |
