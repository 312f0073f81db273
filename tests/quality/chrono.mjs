// Times chrono-node on documents, and gives what it reads in them as TIMEX3 values.
//
//     node chrono.mjs FOLDER DOCUMENTS
//
// FOLDER holds node_modules; DOCUMENTS is a JSON file: {"rounds": N, "documents": [{"text",
// "created"}]}. Writes {"seconds": CPU seconds of all rounds, "found": [[[start, end, type,
// value], ...], ...]}, offsets in UTF-16 code units.
import fs from "node:fs";
import { createRequire } from "node:module";

const [folder, path] = process.argv.slice(2);
const chrono = createRequire(`${folder}/package.json`)("chrono-node");
const { rounds, documents } = JSON.parse(fs.readFileSync(path, "utf8"));
const dates = documents.map(({ created }) => new Date(...created));

const pad = (number, width = 2) => String(number).padStart(width, "0");

// What chrono-node is certain of, and nothing that it fills in.
function timex({ start }) {
  const [year, month, day] = ["year", "month", "day"].map((name) => start.get(name));
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (start.isCertain("hour")) {
    return ["TIME", `${date}T${pad(start.get("hour"))}:${pad(start.get("minute"))}`];
  }
  if (start.isCertain("day") || start.isCertain("weekday")) return ["DATE", date];
  if (start.isCertain("month")) return ["DATE", `${pad(year, 4)}-${pad(month)}`];
  if (start.isCertain("year")) return ["DATE", pad(year, 4)];
  return ["DATE", date];
}

const read = () => documents.map(({ text }, place) => chrono.parse(text, dates[place]));
const found = read(); // and warm
for (let round = 0; round < 4; round += 1) read();
const before = process.cpuUsage();
for (let round = 0; round < rounds; round += 1) read();
const spent = process.cpuUsage(before);
const marked = found.map((results) =>
  results.map((result) => [result.index, result.index + result.text.length, ...timex(result)]),
);
process.stdout.write(
  JSON.stringify({ seconds: (spent.user + spent.system) / 1e6, found: marked }),
);
