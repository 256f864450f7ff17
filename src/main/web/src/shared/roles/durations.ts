const OFFERED = [900, 3_600, 7_200, 14_400, 28_800, 43_200];
const USUAL = 3_600;

/** AWS gives no keys for less: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const SHORTEST = 900;

export interface KeyDurations {
  /** Seconds, ascending. */
  offered: number[];
  preselected: number;
}

/**
 * How long keys to a role may live: what is usual and what the role allows, and a wish within those bounds.
 *
 * @param maximum the role's own, in seconds
 * @param wished seconds; a wish beyond the bounds becomes the nearest bound
 */
export function keyDurations(maximum: number, wished: number | null): KeyDurations {
  const longest = Math.max(SHORTEST, maximum);
  const preselected = Math.min(Math.max(wished ?? USUAL, SHORTEST), longest);
  const offered = [...OFFERED.filter((each) => each < longest), longest, preselected];
  return { offered: [...new Set(offered)].sort((a, b) => a - b), preselected };
}
