-- A built pack (attached as `pack`) as rows of HSDS. A pack has no more than kiosks need: texts of the source language,
-- organizations by name, addresses as lines; made_id(table, text) makes up the ids that it has no room for, as an import
-- does, and address_part(lines, N) parts what stands together.

CREATE TEMP VIEW local AS SELECT owner, field, value FROM pack.text
    WHERE lang = (SELECT value FROM pack.meta WHERE key = 'source_language');

INSERT INTO organizations (id, name)
    SELECT ifnull(organization_id, made_id('organizations', organization)), organization FROM pack.service
    WHERE organization IS NOT NULL GROUP BY 1 ORDER BY min(seq);

INSERT INTO services (id, organization_id, name, description, url, email, status, interpretation_services,
                      application_process, fees_description, eligibility_description, assured_date, alert)
    SELECT id, ifnull(organization_id, made_id('organizations', organization)),
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'name'),
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'description'),
           url, email, status,
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'interpretation_services'),
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'application_process'),
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'fees_description'),
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'eligibility_description'),
           assured_date,
           (SELECT value FROM local WHERE owner = 'services/' || s.id AND field = 'alert')
    FROM pack.service s ORDER BY seq;

INSERT INTO locations (id, name, description, transportation, latitude, longitude)
    SELECT id, name,
           (SELECT value FROM local WHERE owner = 'locations/' || p.id AND field = 'description'),
           (SELECT value FROM local WHERE owner = 'locations/' || p.id AND field = 'transportation'),
           latitude, longitude
    FROM pack.place p ORDER BY id;

INSERT INTO addresses (id, location_id, address_1, address_2, postal_code, city)
    SELECT made_id('addresses', 'of ' || id), id, address_part(address, 0), address_part(address, 1), address_part(address, 2),
           address_part(address, 3)
    FROM pack.place WHERE address IS NOT NULL ORDER BY id;

INSERT INTO service_at_location (id, service_id, location_id)
    SELECT sp.id, s.id, sp.place FROM pack.service_place sp JOIN pack.service s ON s.seq = sp.service
    ORDER BY s.seq, sp.seq;

INSERT INTO phones (id, service_id, location_id, service_at_location_id, organization_id, number, description)
    SELECT id,
           CASE WHEN owner LIKE 'services/%' THEN substr(owner, 10) END,
           CASE WHEN owner LIKE 'locations/%' THEN substr(owner, 11) END,
           CASE WHEN owner LIKE 'service\_at\_location/%' ESCAPE '\' THEN substr(owner, 21) END,
           CASE WHEN owner LIKE 'organizations/%' THEN substr(owner, 15) END,
           number,
           (SELECT value FROM local WHERE owner = 'phones/' || p.id AND field = 'description')
    FROM pack.phone p ORDER BY owner, seq;

INSERT INTO schedules (id, service_id, location_id, service_at_location_id, valid_from, valid_to, dtstart, until, count,
                       wkst, freq, interval, byday, bymonthday, description, opens_at, closes_at)
    SELECT id,
           CASE WHEN owner LIKE 'services/%' THEN substr(owner, 10) END,
           CASE WHEN owner LIKE 'locations/%' THEN substr(owner, 11) END,
           CASE WHEN owner LIKE 'service\_at\_location/%' ESCAPE '\' THEN substr(owner, 21) END,
           valid_from, valid_to, dtstart, until, count, wkst, freq, interval, byday, bymonthday,
           (SELECT value FROM local WHERE owner = 'schedules/' || h.id AND field = 'description'),
           CASE WHEN opens_at >= 0 THEN printf('%02d:%02d', opens_at / 60 % 24, opens_at % 60) END,
           CASE WHEN closes_at >= 0 THEN printf('%02d:%02d', closes_at / 60 % 24, closes_at % 60) END
    FROM pack.schedule h ORDER BY owner, seq;

INSERT INTO languages (id, service_id, code)
    SELECT made_id('languages', s.id || '|' || l.code), s.id, l.code
    FROM pack.service_language l JOIN pack.service s ON s.seq = l.service ORDER BY s.seq, l.code;

INSERT INTO required_documents (id, service_id, document)
    SELECT d.id, s.id, (SELECT value FROM local WHERE owner = 'required_documents/' || d.id AND field = 'document')
    FROM pack.document d JOIN pack.service s ON s.seq = d.service ORDER BY s.seq, d.seq;

INSERT INTO cost_options (id, service_id, option, currency, amount, amount_description)
    SELECT c.id, s.id, (SELECT value FROM local WHERE owner = 'cost_options/' || c.id AND field = 'option'),
           c.currency, c.amount,
           (SELECT value FROM local WHERE owner = 'cost_options/' || c.id AND field = 'amount_description')
    FROM pack.cost c JOIN pack.service s ON s.seq = c.service ORDER BY s.seq, c.seq;

-- Topics and answers are terms of the taxonomy `maison`, as in a folder.
CREATE TEMP VIEW term AS
    SELECT id AS code, (SELECT value FROM local WHERE owner = 'topics/' || t.id AND field = 'name') AS name FROM pack.topic t
    UNION SELECT column1, column1 FROM (VALUES ('no-papers'), ('papers-needed'), ('free'), ('paid'), ('women-only'),
                                               ('step-free'), ('steps'), ('children-welcome'));

CREATE TEMP VIEW said AS
    SELECT service, topic AS code FROM pack.service_topic
    UNION ALL SELECT seq, CASE no_papers WHEN 1 THEN 'no-papers' WHEN 0 THEN 'papers-needed' END FROM pack.service
    UNION ALL SELECT seq, CASE free WHEN 1 THEN 'free' WHEN 0 THEN 'paid' END FROM pack.service
    UNION ALL SELECT seq, CASE women_only WHEN 1 THEN 'women-only' END FROM pack.service
    UNION ALL SELECT seq, CASE step_free WHEN 1 THEN 'step-free' WHEN 0 THEN 'steps' END FROM pack.service
    UNION ALL SELECT seq, CASE children_welcome WHEN 1 THEN 'children-welcome' END FROM pack.service;

INSERT INTO taxonomies (id, name, description) VALUES (made_id('taxonomies', 'maison'), 'maison', 'Topics and answers');

INSERT INTO taxonomy_terms (id, code, name, description, taxonomy_id)
    SELECT made_id('taxonomy_terms', code), code, ifnull(name, code), code, made_id('taxonomies', 'maison')
    FROM term ORDER BY code;

INSERT INTO attributes (id, link_id, link_entity, taxonomy_term_id)
    SELECT made_id('attributes', s.id || '|' || t.code), s.id, 'service', made_id('taxonomy_terms', t.code)
    FROM said t JOIN pack.service s ON s.seq = t.service WHERE t.code IS NOT NULL ORDER BY s.seq, t.code;
