#!/usr/bin/env python3
"""Makes the folder of a large pack in eight languages, for ./dev bench: the same for the same numbers.

Usage: make_folder.py PO_DIR SERVICES FOLDER [SEED]

The words are those of the interface's catalogues (PO_DIR), as often as words of their rank are in real texts (Zipf),
and ever rarer ones put together from their halves, so that each script has a vocabulary that grows with the pack."""
import csv
import json
import os
import random
import re
import sys
import uuid

LANGUAGES = ["fr", "en", "ar", "es", "fa", "uk", "ti", "zh-Hans"]
TOPICS = ["health", "housing", "language", "papers", "daily", "women", "children", "work", "transport", "participate"]
TERMS = ["no-papers", "free", "women-only", "step-free", "children-welcome"]
WORD = re.compile(r"[^\W\d_]+")


def catalogue_words(folder, lang):
    """The words of a catalogue, the most frequent first; English are its msgids."""
    path = os.path.join(folder, "maison.pot" if lang == "en" else f"{lang}.po")
    key = "msgid" if lang == "en" else "msgstr"
    counts = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(key + " ") and not line.startswith('"'):
                continue
            text = re.sub(r"\{[^}]*\}|\\n|^" + key, " ", line)
            for word in WORD.findall(text):
                pieces = [word] if lang != "zh-Hans" else [word[i : i + 2] for i in range(0, len(word), 2)]
                for piece in pieces:
                    if len(piece) > (0 if lang == "zh-Hans" else 2):
                        counts[piece.lower()] = counts.get(piece.lower(), 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))


class Vocabulary:
    def __init__(self, words, size, random_source):
        known = dict.fromkeys(words)
        roots = [word for word in words if len(word) > 1]
        while len(known) < size:
            a, b = random_source.choice(roots), random_source.choice(roots)
            known[a[: (len(a) + 1) // 2] + b[len(b) // 2 :]] = None
        self.words = list(known)
        total, self.weights = 0.0, []
        for rank in range(len(self.words)):
            total += 1.0 / (rank + 3)
            self.weights.append(total)

    def text(self, count, random_source, space):
        words = random_source.choices(self.words, cum_weights=self.weights, k=count)
        return space.join(words)


class Pack:
    def __init__(self, po_folder, services, folder, seed):
        self.random = random.Random(seed)
        self.services, self.folder = services, folder
        size = int(90 * services**0.5)  # Heaps' law
        self.vocabularies = {
            lang: Vocabulary(catalogue_words(po_folder, lang), size, self.random) for lang in LANGUAGES
        }
        os.makedirs(os.path.join(folder, "hsds"), exist_ok=True)
        os.makedirs(os.path.join(folder, "po"), exist_ok=True)
        self.files = []

    def id(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=5))

    def write(self, name, columns, rows):
        self.files.append(name)
        with open(os.path.join(self.folder, name), "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)

    def text(self, lang, words):
        text = self.vocabularies[lang].text(words, self.random, "" if lang == "zh-Hans" else " ")
        return text[0].upper() + text[1:]

    def fields(self):
        """The texts that a service has, with how many words."""
        out = [("name", self.random.randint(2, 6)), ("description", self.random.randint(15, 35))]
        if self.random.random() < 0.6:
            out.append(("application_process", self.random.randint(5, 12)))
        if self.random.random() < 0.3:
            out.append(("eligibility_description", self.random.randint(4, 10)))
        return out

    def week(self):
        """Mornings and afternoons, each on some days; what is closed on Wednesdays, open on Saturdays, late on one day."""
        days = self.random.sample(["MO", "TU", "WE", "TH", "FR", "SA"], self.random.randint(2, 6))
        opens, noon = self.random.choice(["08:00", "08:30", "09:00", "09:30", "10:00"]), self.random.choice(["12:00", "12:30"])
        rows = [(",".join(days), opens, noon)]
        if self.random.random() < 0.8:
            closes = self.random.choice(["16:30", "17:00", "17:30", "18:00", "19:00"])
            rows.append((",".join(self.random.sample(days, self.random.randint(1, len(days)))), "13:30", closes))
        if self.random.random() < 0.1:
            rows.append((self.random.choice(days), "20:00", "21:00"))
        return rows

    def make_services(self):
        ids = [self.id() for _ in range(self.services)]
        places = [self.id() for _ in range(self.services)]
        joins = [self.id() for _ in range(self.services)]
        organization, terms = self.id(), {term: self.id() for term in TOPICS + TERMS}
        columns = ["name", "description", "application_process", "eligibility_description"]
        catalogues = {lang: open(os.path.join(self.folder, "po", lang + ".po"), "w", encoding="utf-8")
                      for lang in LANGUAGES[1:]}
        for lang, out in catalogues.items():
            out.write('msgid ""\nmsgstr ""\n"Language: %s\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n' % lang)
        rows, attributes, schedules, spoken = [], [], [], []
        weeks = [self.week() for _ in range(int(3 * self.services**0.5))]
        often = [sum(1.0 / (rank + 2) for rank in range(at + 1)) for at in range(len(weeks))]
        for at, service in enumerate(ids):
            texts = {}
            for field, words in self.fields():
                texts[field] = self.text("fr", words)
                for lang, out in catalogues.items():
                    out.write('\nmsgctxt "services/%s/%s"\nmsgid "%s"\nmsgstr "%s"\n'
                              % (service, field, texts[field], self.text(lang, words)))
            rows.append([service, organization, "active", "2026-10-01"] + [texts.get(name, "") for name in columns])
            for topic in self.random.sample(TOPICS, self.random.choice([1, 1, 1, 2])):
                attributes.append([self.id(), service, "service", terms[topic]])
            for term in TERMS:
                if self.random.random() < 0.3:
                    attributes.append([self.id(), service, "service", terms[term]])
            for code in self.random.sample(LANGUAGES, self.random.choice([0, 0, 1, 2, 3])):
                spoken.append([self.id(), service, code.split("-")[0]])
            for days, opens, closes in self.random.choices(weeks, cum_weights=often)[0]:
                schedules.append([self.id(), joins[at], "WEEKLY", days, opens, closes])
        for out in catalogues.values():
            out.close()
        self.write("hsds/organizations.csv", ["id", "name"], [[organization, "Ville"]])
        self.write("hsds/services.csv", ["id", "organization_id", "status", "assured_date"] + columns, rows)
        self.write("hsds/locations.csv", ["id", "location_type", "name", "latitude", "longitude"],
                   [[id, "physical", "", "%.5f" % self.random.uniform(45, 45.4), "%.5f" % self.random.uniform(5.5, 6)]
                    for id in places])
        self.write("hsds/service_at_location.csv", ["id", "service_id", "location_id"], zip(joins, ids, places))
        self.write("hsds/addresses.csv",
                   ["id", "location_id", "address_1", "city", "postal_code", "country", "address_type"],
                   [[self.id(), id, "%d rue %s" % (self.random.randint(1, 150), self.text("fr", 2)), "Ville",
                     "38%03d" % self.random.randint(0, 999), "FR", "physical"] for id in places])
        self.write("hsds/phones.csv", ["id", "service_id", "number", "type"],
                   [[self.id(), id, "04 76 %02d %02d %02d" % tuple(self.random.randint(0, 99) for _ in range(3)),
                     "voice"] for id in ids])
        self.write("hsds/schedules.csv", ["id", "service_at_location_id", "freq", "byday", "opens_at", "closes_at"],
                   schedules)
        self.write("hsds/taxonomies.csv", ["id", "name"], [[self.id(), "maison"]])
        self.write("hsds/taxonomy_terms.csv", ["id", "code", "name", "taxonomy"],
                   [[terms[term], term, term, "maison"] for term in TOPICS + TERMS])
        self.write("hsds/languages.csv", ["id", "service_id", "code"], spoken)
        self.write("hsds/attributes.csv", ["id", "link_id", "link_entity", "taxonomy_term_id"], attributes)
        return ids

    def make_rest(self, ids):
        self.write("topics.csv", ["id", "icon", "colour", "order", "name", "summary", "words", "terms", "sensitive"],
                   [[topic, "place", "#0A5C63", at * 10, self.text("fr", 2), self.text("fr", 5), self.text("fr", 8),
                     topic, "no"] for at, topic in enumerate(TOPICS)])
        self.write("emergency.csv", ["id", "number", "icon", "order", "name"], [["e112", "112", "sos", 10, "Urgence"]])
        self.write("kiosks.csv", ["id", "name", "address", "latitude", "longitude"],
                   [["hall", "Mairie", "1 place Neuve", "45.19", "5.72"]])
        records = ["services/" + id for id in ids] + ["emergency/e112", "kiosks/hall"]
        self.write("sources.csv", ["id", "record", "field", "url", "date"],
                   [["s%d" % at, record, "*", "https://ville.example/", "2026-10-01"]
                    for at, record in enumerate(records)])
        maison = {"id": "bench", "city": "Ville", "country": "FR", "time_zone": "Europe/Paris", "source_language": "fr",
                  "languages": LANGUAGES, "fallback": ["en", "fr"], "audience": "bench", "sequence": 1,
                  "created": "2026-11-01", "expires": "2027-11-01", "status": "sample"}
        resources = [{"name": re.sub(r".*/|\.csv", "", name), "path": name} for name in sorted(self.files)]
        with open(os.path.join(self.folder, "datapackage.json"), "w", encoding="utf-8") as out:
            json.dump({"name": "maison-bench", "profile": "tabular-data-package", "resources": resources,
                       "maison": maison}, out, ensure_ascii=False, indent=1)


def main():
    po_folder, services, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    pack = Pack(po_folder, services, folder, int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    pack.make_rest(pack.make_services())


if __name__ == "__main__":
    main()
