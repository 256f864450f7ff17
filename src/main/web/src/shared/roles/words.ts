import type { Reason, Role } from "../contract";

/** Why a role is open: "group finops, rule on-call". Several grants are one word. */
export function why(reasons: Reason[]): string {
  return [...new Set(reasons.map(reasonWords))].join(", ");
}

function reasonWords({ kind, name }: Reason): string {
  switch (kind) {
    case "group":
      return `group ${name}`;
    case "user":
      return "you by name";
    case "plugin":
      return `rule ${name}`;
    case "grant":
      return "a grant";
    default: {
      const unreachable: never = kind;
      return unreachable;
    }
  }
}

/** All that one may type to find a role, lower case. */
export function searchText(role: Role): string {
  const tags = Object.entries(role.tags).map(([key, value]) => `${key}=${value}`);
  return [
    role.arn,
    role.accountName,
    role.environment,
    role.description,
    role.owner,
    why(role.reasons),
    ...tags,
  ]
    .filter((each) => each !== null)
    .join(" ")
    .toLowerCase();
}

/** Every word must occur: "bill prod" finds billing-reader in billing-prod. */
export function matches(text: string, filter: string): boolean {
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The page of ours that opens the AWS console as a role. */
export function signInHref(role: string, region?: string): string {
  const path = role.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");
  return `/role/${path}${region === undefined || region === "" ? "" : `?r=${encodeURIComponent(region)}`}`;
}
