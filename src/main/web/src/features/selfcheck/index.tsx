import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useQuery } from "@tanstack/react-query";
import { NOTHING, useFoldingColumns } from "../../shared/columns";
import { get } from "../../shared/api";
import { AsOf } from "../../shared/AsOf";
import type { SelfCheck } from "../../shared/contract";
import { Page } from "../../shared/Page";
import { ProblemAlert } from "../../shared/ProblemAlert";

type Check = SelfCheck["checks"][number];
type State = Check["state"];

const WORST_FIRST: State[] = ["DOWN", "DEGRADED", "UP", "OFF"];

const DRAWN: Record<State, { type: StatusIndicatorProps.Type; word: string }> = {
  UP: { type: "success", word: "Up" },
  DEGRADED: { type: "warning", word: "Degraded" },
  DOWN: { type: "error", word: "Down" },
  OFF: { type: "stopped", word: "Off" },
};

/** What this server needs, whether it has it, and what to do where it has not. For administrators. */
export default function SelfCheckPage() {
  const columns = useFoldingColumns<Check>([
    { id: "name", header: "What", isRowHeader: true, minWidth: 290, cell: (check) => check.name },
    {
      id: "state",
      header: "State",
      minWidth: 110,
      cell: (check) => (
        <StatusIndicator wrapText={false} type={DRAWN[check.state].type}>
          {DRAWN[check.state].word}
        </StatusIndicator>
      ),
    },
    {
      id: "detail",
      header: "Detail",
      minWidth: 220,
      cell: (check) => <span className="as-written">{check.detail}</span>,
    },
    {
      id: "todo",
      header: "What to do",
      minWidth: 220,
      cell: (check) => (check.todo === null ? NOTHING : <span className="as-written">{check.todo}</span>),
    },
  ]);
  const query = useQuery({
    queryKey: ["self-check"],
    queryFn: ({ signal }) => get<SelfCheck>("/api/v3/self-check", signal),
  });
  const checks = [...(query.data?.checks ?? [])].sort(
    (a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state),
  );
  return (
    <Page
      title="Self-check"
      description="What this server needs, whether it has it, and what to do where it has not."
      actions={
        <AsOf
          at={query.data?.checkedAt}
          refreshing={query.isRefetching}
          onRefresh={() => void query.refetch()}
        />
      }
    >
      <SpaceBetween size="m">
        {query.isError && (
          <ProblemAlert
            title="The self-check did not answer."
            error={query.error}
            stillWorks="The server's log holds the report of its last start, and /health/ready answers without signing in."
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        )}
        {(query.data !== undefined || query.isPending) && (
          <Table
            items={checks}
            trackBy="name"
            loading={query.isPending}
            loadingText="Checking"
            contentDensity="compact"
            wrapLines
            ariaLabels={{ tableLabel: "Checks" }}
            header={
              <Header variant="h2" counter={query.data && `(${checks.length})`}>
                {headline(checks.map((each) => each.state))}
              </Header>
            }
            empty={<Box textAlign="center">This server checks nothing: no dependency is configured.</Box>}
            columnDefinitions={columns}
          />
        )}
      </SpaceBetween>
    </Page>
  );
}

function headline(states: State[]): string {
  const bad = states.filter((each) => each === "DOWN" || each === "DEGRADED").length;
  if (states.length === 0) {
    return "Checks";
  }
  return bad === 0 ? "All is well" : `${bad} of ${states.length} need a look`;
}
