import { readList, useStoredList, writeList } from "../../shared/store";

const KEPT = 5;

/** The last reasons that this person gave in this browser, the newest first; they are kept nowhere else. */
export function useRecentReasons(user: string): string[] {
  return useStoredList(name(user))[0];
}

export function rememberReason(user: string, reason: string): void {
  const others = readList(name(user)).filter((each) => each !== reason);
  writeList(name(user), [reason, ...others].slice(0, KEPT));
}

function name(user: string): string {
  return `consoleme.reasons.${user}`;
}
