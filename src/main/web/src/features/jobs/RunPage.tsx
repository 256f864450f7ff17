import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import { problemOf } from "../../shared/problem";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { Time } from "../../shared/Time";
import { span } from "../../shared/time";
import { Waiting } from "../../shared/Waiting";
import { isRunning, useRun, useStop } from "./queries";
import { RunAccounts } from "./RunAccounts";
import { RunProgress } from "./RunProgress";
import { StopButton } from "./RunsNow";
import { Stale } from "./Stale";
import { RunState } from "./state";

/** One run: what came of each account. */
export function RunPage({ id }: { id: string }) {
  const query = useRun(id);
  const stop = useStop();
  if (query.data === undefined) {
    return (
      <Page title="Run">
        <SpaceBetween size="m">
          {query.isPending && <Waiting>Loading the run</Waiting>}
          {query.isError &&
            (problemOf(query.error).kind === "notFound" ? (
              <div>There is no run {id}. Old runs are removed after a while.</div>
            ) : (
              <ProblemAlert
                title="The run did not load."
                error={query.error}
                onRetry={() => void query.refetch()}
                retrying={query.isFetching}
              />
            ))}
          <PageLink to="/jobs">All jobs</PageLink>
        </SpaceBetween>
      </Page>
    );
  }
  const run = query.data;
  const running = isRunning(run);
  return (
    <Page
      title={`Run of ${run.job}`}
      description={<PageLink to="/jobs">All jobs</PageLink>}
      actions={running && <StopButton run={run} stopping={stop.isPending} onStop={stop.mutate} />}
    >
      <SpaceBetween size="l">
        {stop.isError && <ProblemAlert title="The run was not stopped." error={stop.error} />}
        <Stale what="The run" query={query} />
        <Container>
          <SpaceBetween size="m">
            {running && <RunProgress run={run} />}
            {(run.batchStatus === "FAILED" || run.exitStatus?.startsWith("PARTIAL: ")) && (
              <div className="as-written">{run.heldBack ?? run.exitStatus}</div>
            )}
            <KeyValuePairs
              columns={4}
              items={[
                { label: "State", value: <RunState run={run} /> },
                { label: "Started", value: <Time at={run.startedAt} /> },
                {
                  label: "Took",
                  value:
                    run.endedAt === null ? "–" : span(Date.parse(run.endedAt) - Date.parse(run.startedAt)),
                },
                { label: "Started by", value: `${run.startedBy}, on ${run.node}` },
              ]}
            />
          </SpaceBetween>
        </Container>
        <RunAccounts run={run} />
      </SpaceBetween>
    </Page>
  );
}
