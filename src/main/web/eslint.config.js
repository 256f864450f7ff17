import { readdirSync } from "node:fs";
import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

const FEATURES = readdirSync(new URL("./src/features", import.meta.url));

/** A feature stands on `shared` alone: nothing of another feature, nothing of the app around it. */
const featureBoundaries = FEATURES.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { regex: "(^|/)app/", message: "A feature does not know the app." },
          {
            regex: `^(\\.\\./(?!\\.\\./)|.*features/)(?!${feature}/)`,
            message: "A feature imports from shared, never from another feature.",
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["dist", "node_modules", "src/shared/openapi.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Text is drawn as text." },
      ],
    },
  },
  {
    files: ["src/shared/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "(^|/)(app|features)/", message: "shared knows neither app nor features." }] },
      ],
    },
  },
  {
    files: ["src/features/**/*.{ts,tsx}", "src/app/**/*.{ts,tsx}", "src/shared/**/*.{ts,tsx}"],
    ignores: ["src/shared/api.ts"],
    rules: { "no-restricted-globals": ["error", { name: "fetch", message: "Call shared/api." }] },
  },
  ...featureBoundaries,
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
      },
    },
  },
);
