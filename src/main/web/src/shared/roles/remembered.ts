import { useCallback } from "react";
import { readList, useStoredList, writeList } from "../store";

const RECENT_MAX = 6;

/** ARNs of the roles that this person used last in this browser, newest first. */
export function recentRoles(user: string): string[] {
  return readList(recentName(user));
}

export function rememberRole(user: string, arn: string): void {
  const others = recentRoles(user).filter((each) => each !== arn);
  writeList(recentName(user), [arn, ...others].slice(0, RECENT_MAX));
}

export function useFavourites(user: string): { favourites: Set<string>; toggle: (arn: string) => void } {
  const [list, setList] = useStoredList(`consoleme.favourites.${user}`);
  const toggle = useCallback(
    (arn: string) => setList(list.includes(arn) ? list.filter((each) => each !== arn) : [...list, arn]),
    [list, setList],
  );
  return { favourites: new Set(list), toggle };
}

function recentName(user: string): string {
  return `consoleme.recent.${user}`;
}
