import js from "@eslint/js";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** The layers, lowest first: a layer imports from those before it only. */
const LAYERS = [
  "geometry",
  "model",
  "pdf",
  "layout",
  "table/evidence",
  "table/grids",
  "table/matrix",
  "table/pages",
  "text/words",
  "text/flow",
  "text/items",
  "ocr",
  "annex",
  "reading.ts",
  "pipeline.ts",
  "records.ts",
  "inspect.ts",
  "tables.ts",
  "diff",
  "check",
  "report",
  "dictionaries.ts",
  "index.ts",
  "worker",
  "cli",
];

const layerZones = LAYERS.slice(0, -1).map((layer, index) => ({
  target: `./src/${layer}`,
  from: LAYERS.slice(index + 1).map((higher) => `./src/${higher}`),
  message: `src/${layer} is below: nothing imports upwards.`,
}));

/** Output is the same on every machine, at any time: nothing of the clock, the locale or chance gets into it. */
const INDETERMINATE = [
  ["CallExpression[callee.property.name=/^(localeCompare|toLocale\\w*)$/]", "the locale"],
  ["MemberExpression[object.name='Intl']", "the locale"],
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", "the clock"],
  ["NewExpression[callee.name='Date'][arguments.length=0]", "the clock"],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", "chance"],
].map(([selector, source]) => ({ selector, message: `Output must not depend on ${source}.` }));

/** The doors to the disk: for the user's files, for packages and for what the build made. */
const DISK_DOORS = ["src/cli/files/**", "src/dictionaries.ts", "src/ocr/tesseractThread.ts", "src/worker/compiled.ts"];
const NO_DISK = { regex: "^node:fs", message: "Each kind of file has one door: see DISK_DOORS." };

const NO_PDFJS = { group: ["pdfjs-dist", "pdfjs-dist/*"], message: "Only src/pdf/ knows pdf.js." };

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // Numbers in messages are meant as they print.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Code points are what is meant.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/no-extraneous-class": ["error", { allowEmpty: true }],
      // Text of unknown origin has control characters, and patterns that look for them.
      "no-control-regex": "off",
      "import-x/no-restricted-paths": ["error", { zones: layerZones, basePath: import.meta.dirname }],
      "import-x/no-cycle": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 400],
    },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensionAlias: { ".js": [".ts", ".js"] } })] },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/cli/**", "src/worker/**"],
    rules: {
      "no-restricted-syntax": ["error", ...INDETERMINATE],
      "no-restricted-globals": ["error", { name: "process", message: "Only src/cli/ knows the process." }],
      "no-console": "error",
    },
  },
  { files: ["src/**/*.ts"], rules: { "no-restricted-imports": ["error", { patterns: [NO_DISK, NO_PDFJS] }] } },
  { files: ["src/pdf/**/*.ts"], rules: { "no-restricted-imports": ["error", { patterns: [NO_DISK] }] } },
  { files: DISK_DOORS, rules: { "no-restricted-imports": ["error", { patterns: [NO_PDFJS] }] } },
  {
    files: ["tests/**/*.ts"],
    rules: {
      // A test that meets an undefined value fails, as it should.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: {
      globals: { process: "readonly", console: "readonly", URL: "readonly", performance: "readonly", Buffer: "readonly" },
    },
  },
);
