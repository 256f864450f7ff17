const PATHS = "/api/v3/";

/** What only the local stack has. */
const LOCAL = "/api/v3/local/";

/** The console's paths and what they refer to, keys sorted: the same server gives the same text. */
export function consolePart({ openapi, info, paths, components }) {
  const ours = Object.entries(paths).filter(([path]) => path.startsWith(PATHS) && !path.startsWith(LOCAL));
  const part = { openapi, info, paths: Object.fromEntries(ours), components: {} };
  let open = references(part.paths);
  while (open.length > 0) {
    const [, kind, name] = /^#\/components\/([^/]+)\/(.+)$/.exec(open.pop());
    const known = (part.components[kind] ??= {});
    if (known[name] === undefined) {
      known[name] = components[kind][name];
      open = [...open, ...references(known[name])];
    }
  }
  return sorted(part);
}

function references(value) {
  if (value === null || typeof value !== "object") {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [inner] : references(inner)));
}

function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
