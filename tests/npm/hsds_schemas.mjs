// Usage: node hsds_schemas.mjs SHARED FOLDER FILE: holds an export in CSV and one in JSON against the official schemas.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const [shared, folder, file] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8");
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
let wrong = 0;

function say(where, text) {
    if (wrong++ < 40) console.log(`${where}: ${text}`);
}

function sayErrors(where, errors) {
    for (const error of errors ?? []) say(where, `${error.instancePath} ${error.message}`);
}

// JSON: each service against service.json, which leads to the others.
for (const name of readdirSync(`${shared}/json-3.1-dev`)) {
    if (name !== "openapi.json") ajv.addSchema(JSON.parse(read(`${shared}/json-3.1-dev/${name}`)), `https://hsds.example/${name}`);
}
const isService = ajv.getSchema("https://hsds.example/service.json");
const page = JSON.parse(read(file));
if (page.contents.length === 0 || page.total_items !== page.contents.length) say(file, "the page is empty, or its count is wrong");
page.contents.forEach((service, i) => {
    if (!isService(service)) sayErrors(`${file}: service ${i + 1}`, isService.errors);
});

// CSV: every quotation mark of RFC 4180.
function readCsv(text) {
    const rows = [[]];
    let cell = "", quoted = false;
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (quoted && c === '"' && text[i + 1] === '"') { cell += c; i++; }
        else if (c === '"') quoted = !quoted;
        else if (!quoted && c === ",") { rows.at(-1).push(cell); cell = ""; }
        else if (!quoted && c === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
        else cell += c;
    }
    rows.pop();
    return rows;
}

const types = {
    string: {},
    number: { pattern: "^-?[0-9]+(\\.[0-9]+)?$" },
    date: { format: "date" },
    time: { pattern: "^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]$" },
    datetime: { format: "date-time" },
};

// A field of the descriptor as a JSON schema of its cells. What is demanded may be an empty text, and nothing else.
function cellSchema(field) {
    const schema = { type: "string", ...types[field.type] };
    if (field.format) schema.format = field.format;
    if (field.constraints.enum) schema.enum = field.constraints.enum;
    return schema;
}

const official = JSON.parse(read(`${shared}/datapackage-3.2.3.json`));
const ours = JSON.parse(read(`${folder}/datapackage.json`));
const tables = new Map();
for (const resource of official.resources) {
    const path = `${folder}/${resource.path}`;
    if (!existsSync(path)) continue;
    const [header, ...rows] = readCsv(read(path));
    tables.set(resource.name, { resource, path, header, rows: rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i], cell]))) });
    rows.forEach((row, i) => { if (row.length !== header.length) say(`${path}:${i + 2}`, "ragged"); });
}

function checkRows({ resource, path, header, rows }) {
    const known = resource.schema.fields.filter((field) => header.includes(field.name));
    for (const field of resource.schema.fields) {
        if (field.constraints.required && !header.includes(field.name)) say(path, `lacks the column ${field.name}`);
    }
    const isRow = ajv.compile({ type: "object", properties: Object.fromEntries(known.map((field) => [field.name, cellSchema(field)])),
        required: known.filter((field) => field.constraints.required).map((field) => field.name) });
    rows.forEach((row, i) => {
        const filled = Object.fromEntries(Object.entries(row).filter(([name, cell]) => {
            const field = known.find((one) => one.name === name);
            const mayBeEmpty = field && field.type === "string" && !field.format && !field.constraints.enum;
            return cell !== "" || (field?.constraints.required && mayBeEmpty);
        }));
        if (!isRow(filled)) sayErrors(`${path}:${i + 2}`, isRow.errors);
    });
    const ids = rows.map((row) => row.id);
    if (new Set(ids).size !== ids.length) say(path, "has an id twice");
}

function checkLinks({ resource, path, rows }) {
    for (const key of resource.schema.foreignKeys ?? []) {
        const ids = new Set(tables.get(key.reference.resource)?.rows.map((row) => row.id));
        rows.forEach((row, i) => {
            if (row[key.fields] && !ids.has(row[key.fields])) say(`${path}:${i + 2}`, `${key.fields} leads nowhere`);
        });
    }
}

// Our descriptor says of each column what the official one says.
function checkDescriptor({ resource, path, header }) {
    const own = ours.resources.find((one) => one.name === resource.name);
    if (!own) return say(path, "is not in datapackage.json");
    if (own.path !== resource.path) say(path, "has another path in datapackage.json");
    if (own.schema.fields.map((field) => field.name).join() !== header.join()) say(path, "has other columns in datapackage.json");
    for (const field of own.schema.fields) {
        const wanted = resource.schema.fields.find((one) => one.name === field.name);
        if (!wanted) continue;
        const same = wanted.type === field.type && wanted.format === field.format &&
            wanted.constraints.required === field.constraints.required &&
            JSON.stringify(wanted.constraints.enum) === JSON.stringify(field.constraints.enum);
        if (!same) say(path, `${field.name} is ${JSON.stringify(field)} in datapackage.json, and should be ${JSON.stringify(wanted)}`);
    }
}

for (const table of tables.values()) {
    checkRows(table);
    checkLinks(table);
    checkDescriptor(table);
}
if (tables.size < 10 || ours.resources.length !== tables.size) say(folder, `has ${tables.size} tables, datapackage.json ${ours.resources.length}`);
process.exit(wrong > 0 ? 1 : 0);
