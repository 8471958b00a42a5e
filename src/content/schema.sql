-- The built pack, format 1. One file per city; every object that a pack may hold is created here and nowhere else.
-- Texts that people read stand in `text`, in every language; the other tables hold what is the same in all of them.
-- A text's owner is TABLE/ID with the source file's base name, its field the column:
--   topics: name, summary                 guide: title, body/NNN
--   services: name, description, application_process, fees_description, eligibility_description,
--             interpretation_services, alert
--   locations: transportation, description
--   schedules, phones: description        required_documents: document
--   cost_options: option, amount_description
--   emergency: name, when                 phrases: text, say
--   answers, steps: text                  notices: title, body

CREATE TABLE meta (
    key TEXT PRIMARY KEY,       -- id, city, country, time_zone, source_language, audience, sequence, created, expires, status
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE language (
    seq INTEGER PRIMARY KEY,    -- the order in which the kiosk lists them
    tag TEXT NOT NULL UNIQUE    -- BCP 47
) STRICT;

CREATE TABLE fallback (
    seq INTEGER PRIMARY KEY,    -- tried in this order when a text lacks the visitor's language
    tag TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE text (
    owner TEXT NOT NULL,        -- TABLE/ID
    field TEXT NOT NULL,        -- column; a guide page's blocks are body/001, body/002, …
    lang TEXT NOT NULL,
    value TEXT NOT NULL,
    state INTEGER NOT NULL,     -- 0 source, 1 checked by a speaker, 2 not checked yet, 3 the source has changed since
    PRIMARY KEY (owner, field, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    icon TEXT NOT NULL,         -- Material Icons name
    colour INTEGER NOT NULL,    -- 0xRRGGBB
    sensitive INTEGER NOT NULL  -- 1: its screens offer Hide
) STRICT, WITHOUT ROWID;

-- Facets have three answers: 1 yes, 0 no, NULL not known.
CREATE TABLE service (
    seq INTEGER PRIMARY KEY,    -- ordered by importance, then source order
    id TEXT NOT NULL UNIQUE,    -- services.id
    organization TEXT,          -- its name, in the local language
    url TEXT,
    email TEXT,
    status TEXT NOT NULL,
    assured_date TEXT,          -- YYYY-MM-DD, when a person last checked it
    no_papers INTEGER,
    free INTEGER,
    women_only INTEGER,
    step_free INTEGER,
    children_welcome INTEGER,
    organization_id TEXT        -- organizations.id, the owner of its phones
) STRICT;

CREATE TABLE service_topic (
    topic TEXT NOT NULL REFERENCES topic (id),
    service INTEGER NOT NULL REFERENCES service (seq),
    PRIMARY KEY (topic, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_term (
    service INTEGER NOT NULL REFERENCES service (seq),
    term TEXT NOT NULL,         -- the name of one of its taxonomy terms, in the source language, for searching
    PRIMARY KEY (service, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_language (
    service INTEGER NOT NULL REFERENCES service (seq),
    code TEXT NOT NULL,         -- ISO 639
    PRIMARY KEY (service, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
    id TEXT PRIMARY KEY,        -- locations.id
    name TEXT,
    address TEXT,               -- in local form, lines parted by U+000A
    latitude REAL,
    longitude REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE service_place (
    service INTEGER NOT NULL REFERENCES service (seq),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,    -- service_at_location.id
    place TEXT NOT NULL REFERENCES place (id),
    PRIMARY KEY (service, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE phone (
    owner TEXT NOT NULL,        -- services/…, locations/…, organizations/…, service_at_location/…
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,           -- phones.id, for its description in `text`
    number TEXT NOT NULL,       -- as people write it here
    PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule (
    owner TEXT NOT NULL,        -- services/…, locations/…, service_at_location/…
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,           -- schedules.id, for its description in `text`
    freq TEXT,                  -- this and what follows: HSDS' columns (RFC 5545 words), NULL when empty
    interval INTEGER,           -- this and count: 0 when what stood there is no number
    byday TEXT,
    bymonthday TEXT,
    wkst TEXT,
    count INTEGER,
    dtstart TEXT,
    until TEXT,
    valid_from TEXT,
    valid_to TEXT,
    opens_at INTEGER,           -- minutes after midnight, 0–1439; -2: what stood there is no time
    closes_at INTEGER,          -- minutes after midnight; at or before opens_at: on the next day
    PRIMARY KEY (owner, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    service INTEGER NOT NULL REFERENCES service (seq),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,           -- required_documents.id; its text is the field `document`
    PRIMARY KEY (service, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost (
    service INTEGER NOT NULL REFERENCES service (seq),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,           -- cost_options.id; its texts are `option` and `amount_description`
    amount REAL,
    currency TEXT,              -- ISO 4217
    PRIMARY KEY (service, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL REFERENCES topic (id),
    seq INTEGER NOT NULL,
    sensitive INTEGER NOT NULL,
    checked TEXT NOT NULL       -- YYYY-MM-DD
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
    page TEXT NOT NULL REFERENCES page (id),
    seq INTEGER NOT NULL,       -- its text is guide/PAGE, body/NNN with seq in three digits
    kind INTEGER NOT NULL,      -- 1 heading, 2 paragraph, 3 step, 4 bullet, 5 link
    target TEXT,                -- of a link: service:ID, page:ID or topic:ID
    PRIMARY KEY (page, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    icon TEXT NOT NULL,
    number TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE phrase (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    topic TEXT,
    icon TEXT
) STRICT, WITHOUT ROWID;

-- What the person at the desk can tap, in answer to a phrase.
CREATE TABLE answer (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    icon TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE phrase_answer (
    phrase TEXT NOT NULL REFERENCES phrase (id),
    seq INTEGER NOT NULL,       -- as the phrase lists them
    answer TEXT NOT NULL REFERENCES answer (id),
    PRIMARY KEY (phrase, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    part INTEGER NOT NULL,      -- 0 the first day, 1 the first week, 2 the first month
    icon TEXT NOT NULL,
    target TEXT                 -- service:ID, page:ID or topic:ID
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    start TEXT NOT NULL,        -- YYYY-MM-DD, first day
    end TEXT NOT NULL,          -- YYYY-MM-DD, last day
    severity INTEGER NOT NULL   -- 0 information, 1 warning, 2 urgent
) STRICT, WITHOUT ROWID;

-- Home shows every notice, a topic those that have a row here.
CREATE TABLE notice_topic (
    notice TEXT NOT NULL REFERENCES notice (id),
    topic TEXT NOT NULL REFERENCES topic (id),
    PRIMARY KEY (notice, topic)
) STRICT, WITHOUT ROWID;

-- For whom a notice is; without a row: for everyone.
CREATE TABLE notice_language (
    notice TEXT NOT NULL REFERENCES notice (id),
    lang TEXT NOT NULL,         -- BCP 47
    PRIMARY KEY (notice, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE kiosk (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    latitude REAL,
    longitude REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
    id TEXT PRIMARY KEY,
    start TEXT NOT NULL,        -- first day: YYYY-MM-DD, --MM-DD of every year, easter, easter+N or easter-N
    end TEXT,                   -- last day, in the same form; NULL: the first
    service TEXT,               -- services.id; NULL: all services
    opens_at INTEGER,           -- NULL: closed. As of a schedule: the service is open on these days after all
    closes_at INTEGER,
    UNIQUE (service, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    record TEXT NOT NULL,       -- TABLE/ID
    seq INTEGER NOT NULL,
    field TEXT NOT NULL,
    url TEXT NOT NULL,
    date TEXT NOT NULL,         -- YYYY-MM-DD, of the page or of the stored copy
    PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;

-- How an abbreviation is said aloud: "AME", "A M E".
CREATE TABLE abbreviation (
    short TEXT PRIMARY KEY,
    say TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Recorded clips, found by the words that they speak, so that one can never speak others than those shown.
CREATE TABLE clip (
    id INTEGER PRIMARY KEY,
    lang TEXT NOT NULL,         -- BCP 47
    text TEXT NOT NULL,
    opus BLOB NOT NULL,         -- Ogg Opus, RFC 7845
    UNIQUE (lang, text)
) STRICT;

-- What can be searched, ordered by importance: pages, then services in their order.
CREATE TABLE search_doc (
    rowid INTEGER PRIMARY KEY,  -- 1, 2, 3, …
    kind INTEGER NOT NULL,      -- 1 service, 2 page
    id TEXT NOT NULL,
    topic TEXT,                 -- the first of its topics in the kiosk's order
    service INTEGER             -- service.seq, which rises with rowid; none for a page
) STRICT;

-- The words of each language, sorted, in blocks (content/lexicon.h has their form).
CREATE TABLE search_block (
    id INTEGER PRIMARY KEY,     -- lexicon * 2^32 + the number of the first form within the lexicon
    lexicon INTEGER NOT NULL,   -- language.seq * 16 + kind
    first BLOB NOT NULL,        -- the first form
    forms BLOB NOT NULL,
    UNIQUE (lexicon, first)
) STRICT;

-- Where each word stands (content/posting.h).
CREATE TABLE search_posting (
    id INTEGER PRIMARY KEY,     -- lexicon * 2^32 + the number of the form
    docs BLOB NOT NULL
) STRICT;

-- What puts services in their places in a list, and lets filters take them or leave them (content/brief.h).
CREATE TABLE service_brief (
    block INTEGER PRIMARY KEY,  -- service.seq / 256
    briefs BLOB NOT NULL
) STRICT;

CREATE TABLE topic_services (
    topic TEXT PRIMARY KEY REFERENCES topic (id),
    services BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The names of services in the order of each language.
CREATE TABLE name_order (
    language INTEGER NOT NULL REFERENCES language (seq),
    block INTEGER NOT NULL,     -- service.seq / 256
    ranks BLOB NOT NULL,
    PRIMARY KEY (language, block)
) STRICT, WITHOUT ROWID;

-- Opening hours, each once, however many places keep them (content/timetable.h).
CREATE TABLE timetable (
    id INTEGER PRIMARY KEY,     -- 1, 2, 3, …
    hours BLOB NOT NULL
) STRICT;
