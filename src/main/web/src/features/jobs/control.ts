import type { Job } from "../../shared/contract";

export interface StartOptions {
  /** Publish even where people lose access by it. */
  acceptDrop?: boolean;
}

/** What the parts of the page need to start a job. */
export interface JobControl {
  known: Job[];
  start: (job: string, how?: StartOptions) => void;
  /** The job whose start has been asked for and not yet answered. */
  starting: string | null;
}

/** The job that fetches one kind of data: `iam` comes from `account-iam`. */
export function jobFor(kind: string, known: Job[]): Job | undefined {
  return known.find((each) => each.id === `account-${kind}`) ?? known.find((each) => each.id === kind);
}
