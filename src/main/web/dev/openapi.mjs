/**
 * Takes the console's part of the served OpenAPI document into openapi.json, and its types into
 * src/shared/openapi.d.ts: `npm run openapi -- http://127.0.0.1:8081` while the local stack runs.
 */
import { writeFileSync } from "node:fs";
import openapi, { astToString } from "openapi-typescript";
import { format, resolveConfig } from "prettier";
import { consolePart } from "./consolePart.mjs";

const [server = "http://127.0.0.1:8081"] = process.argv.slice(2);
const served = await fetch(`${server}/openapi?format=json`);
if (!served.ok) {
  throw new Error(`${server} answered ${served.status}`);
}
const part = consolePart(await served.json());
await write("openapi.json", JSON.stringify(part));
await write("src/shared/openapi.d.ts", astToString(await openapi(part)));

async function write(path, text) {
  const file = new URL(`../${path}`, import.meta.url);
  const options = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...options, filepath: path }));
}
