import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Run } from "../../shared/contract";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { useStop } from "./queries";
import { RunProgress } from "./RunProgress";
import "./jobs.css";

/** What runs at this moment, with a way to stop it. */
export function RunsNow({ runs }: { runs: Run[] }) {
  const stop = useStop();
  if (runs.length === 0) {
    return null;
  }
  return (
    <Container header={<Header variant="h2">Running now</Header>}>
      <SpaceBetween size="m">
        {stop.isError && <ProblemAlert title="The run was not stopped." error={stop.error} />}
        {runs.map((run) => (
          <div key={run.id} className="run-now">
            <div className="run-progress">
              <RunProgress run={run} />
            </div>
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <PageLink to={`/jobs/runs/${run.id}`}>Accounts</PageLink>
              <StopButton
                run={run}
                stopping={stop.isPending && stop.variables === run.id}
                onStop={stop.mutate}
              />
            </SpaceBetween>
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface StopProps {
  run: Run;
  stopping: boolean;
  onStop: (run: string) => void;
}

export function StopButton({ run, stopping, onStop }: StopProps) {
  const asked = run.batchStatus === "STOPPING";
  return (
    <Button
      ariaLabel={`${asked ? "Stopping" : "Stop"} ${run.job}`}
      loading={stopping}
      disabled={asked}
      onClick={() => onStop(run.id)}
    >
      {asked ? "Stopping" : "Stop"}
    </Button>
  );
}
