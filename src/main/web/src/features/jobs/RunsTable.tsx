import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { NOTHING, useFoldingColumns } from "../../shared/columns";
import type { Run } from "../../shared/contract";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { Time } from "../../shared/Time";
import { span } from "../../shared/time";
import { useRuns } from "./queries";
import { Stale } from "./Stale";
import { RunState } from "./state";

export function RunsTable({ watching }: { watching: boolean }) {
  const columns = useFoldingColumns<Run>([
    {
      id: "run",
      header: "Job",
      isRowHeader: true,
      minWidth: 140,
      cell: (run) => <PageLink to={`/jobs/runs/${run.id}`}>{run.job}</PageLink>,
    },
    { id: "state", header: "State", minWidth: 120, cell: (run) => <RunState run={run} /> },
    { id: "started", header: "Started", minWidth: 110, cell: (run) => <Time at={run.startedAt} /> },
    {
      id: "took",
      header: "Took",
      minWidth: 90,
      cell: (run) => (run.endedAt === null ? "–" : span(Date.parse(run.endedAt) - Date.parse(run.startedAt))),
    },
    { id: "by", header: "Started by", minWidth: 140, cell: (run) => run.startedBy },
    {
      id: "accounts",
      header: "Accounts",
      minWidth: 100,
      cell: (run) =>
        run.total === 0 ? NOTHING : `${run.done.toLocaleString()} of ${run.total.toLocaleString()}`,
    },
  ]);
  const runs = useRuns(watching);
  if (runs.isError && runs.data === undefined) {
    return (
      <ProblemAlert
        title="The past runs did not load."
        error={runs.error}
        onRetry={() => void runs.refetch()}
        retrying={runs.isFetching}
      />
    );
  }
  return (
    <SpaceBetween size="s">
      <Stale what="The past runs" query={runs} />
      <Table
        items={runs.data?.runs ?? []}
        trackBy="id"
        loading={runs.isPending}
        loadingText="Loading the runs"
        contentDensity="compact"
        wrapLines
        ariaLabels={{ tableLabel: "Runs" }}
        header={<Header variant="h2">Latest runs</Header>}
        empty={
          <Box textAlign="center" padding="m">
            <Box variant="h3">Nothing has run yet.</Box>A job runs by its schedule, or by Run now above.
          </Box>
        }
        columnDefinitions={columns}
      />
    </SpaceBetween>
  );
}
