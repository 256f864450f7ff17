import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { Api } from "./api.mjs";

const PORT = Number(process.env.PORT ?? 8090);
const PAGES = process.env.PAGES ?? new URL("../dist", import.meta.url).pathname;
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https://avatars.slack-edge.com; " +
  "connect-src 'self'; frame-ancestors 'none'";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const api = new Api();

createServer(async (request, response) => {
  const url = new URL(request.url, "http://127.0.0.1");
  if (url.pathname === "/__mock") {
    api.scenario = url.searchParams.get("scenario") ?? api.scenario;
    api.user = url.searchParams.get("as") ?? api.user;
    response.writeHead(302, { Location: "/" }).end();
  } else if (url.pathname === "/__federation") {
    response.end("the AWS console would open here");
  } else if (url.pathname === "/api/v3/events") {
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write("retry: 2000\n\n");
  } else if (url.pathname.startsWith("/api/")) {
    await answer(request, response, url);
  } else {
    page(response, url.pathname);
  }
}).listen(PORT, "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}`));

async function answer(request, response, url) {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
  }
  if (request.method !== "GET" && request.headers["x-xsrftoken"] !== "mock") {
    json(response, 403, { title: "Forbidden", status: 403, detail: "The request lacks the page's token." });
    return;
  }
  if (api.scenario === "slow") {
    await new Promise((done) => setTimeout(done, 5_000));
  }
  const [status, body] = api.answer(
    request.method,
    url.pathname,
    url.searchParams,
    text === "" ? {} : JSON.parse(text),
  );
  json(response, status, body);
}

function json(response, status, body) {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "Content-Type": type, "Set-Cookie": "_xsrf=mock; Path=/" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function page(response, path) {
  const asset = normalize(join(PAGES, path));
  const file =
    extname(asset) !== "" && asset.startsWith(PAGES) && existsSync(asset) ? asset : join(PAGES, "index.html");
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": POLICY,
  });
  createReadStream(file).pipe(response);
}
