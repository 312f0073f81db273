/* Rules for the page's scripts, beyond what ESLint itself recommends. */
import js from "@eslint/js";
import imports from "eslint-plugin-import-x";
import globals from "globals";

const ADAPTER = "assets/scripts/adapter/dash-adapter.js";
const SCRIPTS = ["assets/scripts/**/*.js", "timeline/export/standalone/**/*.js"];

/* The bundler (timeline/bundler.py) reads a subset of the language; this is its other half. */
const SUBSET = [
  { selector: "TemplateElement[value.raw=/\\n/]", message: "A text that spans lines may look like a comment to the bundler." },
  { selector: "ImportDefaultSpecifier", message: "The bundler reads imports by name." },
  { selector: "ExportDefaultDeclaration", message: "The bundler reads exports by name." },
  { selector: "ExportNamedDeclaration[declaration=null]", message: "Export where it is declared." },
  { selector: "ExportNamedDeclaration > VariableDeclaration[kind!='const']", message: "What is exported is never set again." },
  { selector: "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ObjectPattern", message: "Export one name a line." },
  { selector: "ImportExpression", message: "The page is one file; nothing is loaded later." },
];

export default [
  { ignores: ["**/vendor/**", "**/node_modules/**"] },
  {
    files: SCRIPTS,
    ...js.configs.recommended,
    plugins: { "import-x": imports },
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...js.configs.recommended.rules,
      "import-x/export": "error",
      "import-x/first": "error",
      "import-x/named": "error",
      "import-x/namespace": "error",
      "import-x/no-cycle": "error",
      "import-x/no-duplicates": "error",
      "import-x/no-mutable-exports": "error",
      "import-x/no-self-import": "error",
      "import-x/no-unresolved": "error",
      "import-x/order": ["error", { alphabetize: { order: "asc" } }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 200 }],
      "no-console": "off",
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-globals": ["error", "window", "self", "globalThis", "event", "name"],
      "no-restricted-syntax": ["error", ...SUBSET],
      "no-shadow": "error",
      "no-undef": "error",
      "no-unused-vars": "error",
      "no-var": "error",
      "one-var": ["error", "never"],
      "prefer-const": "error",
    },
  },
  { files: [ADAPTER], rules: { "no-restricted-globals": "off" } },
  {
    files: ["tests/scripts/**/*.js"],
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.node },
  },
];
