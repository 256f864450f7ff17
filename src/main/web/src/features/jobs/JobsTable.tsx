import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { USE, useFoldingColumns } from "../../shared/columns";
import type { Job } from "../../shared/contract";
import { PageLink } from "../../shared/PageLink";
import { Time } from "../../shared/Time";
import type { JobControl } from "./control";
import { RunState } from "./state";

interface Props {
  jobs: Job[];
  loading: boolean;
  failed: boolean;
  control: JobControl;
}

export function JobsTable({ jobs, loading, failed, control }: Props) {
  const columns = useFoldingColumns<Job>([
    {
      id: "job",
      header: "Job",
      isRowHeader: true,
      minWidth: 200,
      cell: (job) => (
        <>
          <strong>{job.id}</strong>
          <Box variant="small" color="text-body-secondary" display="block">
            {job.description}
          </Box>
        </>
      ),
    },
    { id: "schedule", header: "When", minWidth: 130, cell: (job) => job.schedule },
    {
      id: "last",
      header: "Last run",
      minWidth: 150,
      cell: (job) =>
        job.lastRun === null ? (
          "–"
        ) : (
          <>
            <PageLink to={`/jobs/runs/${job.lastRun.id}`}>
              <Time at={job.lastRun.startedAt} />
            </PageLink>{" "}
            <RunState run={job.lastRun} />
          </>
        ),
    },
    {
      id: "next",
      header: "Next run",
      minWidth: 100,
      cell: (job) => (job.nextRunAt === null ? "–" : <Time at={job.nextRunAt} />),
    },
    {
      id: USE,
      header: "Use",
      minWidth: 120,
      cell: (job) => (
        <Button
          wrapText={false}
          ariaLabel={`${job.running === null ? "Run now" : "Running"}: ${job.id}`}
          loading={control.starting === job.id}
          disabled={job.running !== null}
          onClick={() => control.start(job.id)}
        >
          {job.running === null ? "Run now" : "Running"}
        </Button>
      ),
    },
  ]);
  if (failed && jobs.length === 0) {
    return null;
  }
  return (
    <Table
      items={jobs}
      trackBy="id"
      loading={loading}
      loadingText="Loading the jobs"
      contentDensity="compact"
      wrapLines
      ariaLabels={{ tableLabel: "Jobs" }}
      header={<Header variant="h2">Schedule</Header>}
      empty={<Box textAlign="center">This server has no jobs.</Box>}
      columnDefinitions={columns}
    />
  );
}
