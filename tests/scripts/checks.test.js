/* The checks of the scripts see what they are for. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { ESLint } from "eslint";

const TOP = fileURLToPath(new URL("../../", import.meta.url));
const HERE = join(TOP, "tests/scripts");
const eslint = new ESLint({ cwd: TOP, overrideConfigFile: join(HERE, "eslint.config.js") });

const faults = async (filePath, text) => {
  const [{ messages }] = await eslint.lintText(text, { filePath: join(TOP, filePath) });
  return messages.map(({ ruleId }) => ruleId);
};

const FAULTS = {
  "no-restricted-globals": "window.timeline = 1;\n",
  "no-undef": "nothing();\n",
  "import-x/no-unresolved": 'import { a } from "./nowhere.js";\na();\n',
  "import-x/named": 'import { nothing } from "./folding.js";\nnothing();\n',
  "import-x/no-cycle": 'import { put } from "./address.js";\nput();\n', // which imports the calendar
  "no-restricted-syntax": "export default 1;\n",
  "import-x/no-mutable-exports": "export let a = 1;\na = 2;\n",
};

for (const [rule, text] of Object.entries(FAULTS))
  test(`the linter sees ${rule}`, async () => {
    assert.ok((await faults("assets/scripts/base/calendar.js", text)).includes(rule));
  });

test("a text that spans lines is refused", async () => {
  const text = "export const a = `one\n/* two */\n`;\n";
  assert.deepEqual(await faults("assets/scripts/base/calendar.js", text), ["no-restricted-syntax"]);
});

test("the adapter alone names the globals of Dash", async () => {
  const text = "window.timeline = 1;\n";
  assert.deepEqual(await faults("assets/scripts/adapter/dash-adapter.js", text), []);
  assert.notDeepEqual(await faults("assets/scripts/adapter/components.js", text), []);
});

test("types are checked, and strictly", () => {
  const folder = mkdtempSync(join(HERE, "types-"));
  const faulty = {
    "any.js": "export const a = (b) => b;\n",
    "null.js": 'export const a = document.getElementById("x").hidden;\n',
    "kind.js": '/** @param {number} n */\nconst f = (n) => n;\nf("x");\n',
  };
  try {
    Object.entries(faulty).forEach(([name, text]) => writeFileSync(join(folder, name), text));
    writeFileSync(join(folder, "tsconfig.json"), '{ "extends": "../tsconfig.json", "include": ["*.js"] }');
    const command = [join(HERE, "node_modules/typescript/bin/tsc"), "--project", folder];
    assert.throws(
      () => execFileSync(process.execPath, command, { encoding: "utf-8", stdio: "pipe" }),
      ({ stdout }) => Object.keys(faulty).every((name) => stdout.includes(name)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
