export interface Resource {
  account: string;
  /** ConsoleMe's word: iamrole, iamuser, managed_policy, s3, sns, sqs. */
  kind: string;
  name: string;
}

/** Takes `<account>/<kind>/<path or region …>/<name>` apart; the name is what stands last. */
export function resourceOf(rest: string): Resource {
  const [account = "", kind = "", ...names] = rest.split("/").filter((each) => each !== "");
  return { account, kind, name: names.at(-1) ?? "Policies" };
}

/** The form for a new policy of a role. ConsoleMe's address has no path, and neither has this ARN. */
export function requestHref({ account, name }: Resource): string {
  return `/request?what=put&role=${encodeURIComponent(`arn:aws:iam::${account}:role/${name}`)}`;
}
