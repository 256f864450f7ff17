import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import type { Job } from "../../shared/contract";
import { Page } from "../../shared/Page";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { JobControl } from "./control";
import { FreshnessGrid } from "./FreshnessGrid";
import { HeldBack } from "./HeldBack";
import { JobsTable } from "./JobsTable";
import { useJobs, useStart } from "./queries";
import { RunsNow } from "./RunsNow";
import { RunsTable } from "./RunsTable";
import { Stale } from "./Stale";

const NONE: Job[] = [];

/** How fresh each account's data is, and the jobs that keep it so. For administrators. */
export function JobsPage() {
  const jobs = useJobs();
  const start = useStart();
  const list = jobs.data?.jobs ?? NONE;
  const running = useMemo(() => list.flatMap((each) => each.running ?? []), [list]);
  const watching = running.length > 0;
  const control: JobControl = {
    start: (job, how) => start.mutate({ job, ...how }),
    starting: start.isPending ? start.variables.job : null,
    known: list,
  };

  return (
    <Page title="Jobs" description="How fresh the data of each account is, and the jobs that keep it so.">
      <SpaceBetween size="l">
        {start.isError && (
          <ProblemAlert
            title={`${start.variables.job} did not start.`}
            error={start.error}
            {...(start.variables.acceptDrop === true
              ? {} // what drops access is asked for anew, with its word
              : { onRetry: () => start.mutate(start.variables) })}
          />
        )}
        <Stale what="The list of jobs" query={jobs} />
        {jobs.isError && jobs.data === undefined && (
          <ProblemAlert
            title="The list of jobs did not load."
            error={jobs.error}
            stillWorks="Jobs run by their schedule all the same, and credentials are issued."
            onRetry={() => void jobs.refetch()}
            retrying={jobs.isFetching}
          />
        )}
        {list.map((each) => (
          <HeldBack key={each.id} job={each} control={control} />
        ))}
        <RunsNow runs={running} />
        <FreshnessGrid control={control} watching={watching} />
        <JobsTable jobs={list} loading={jobs.isPending} failed={jobs.isError} control={control} />
        <RunsTable watching={watching} />
      </SpaceBetween>
    </Page>
  );
}
