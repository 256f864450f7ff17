import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { TableProps } from "@cloudscape-design/components/table";
import { NOTHING } from "../../shared/columns";
import { PageLink } from "../../shared/PageLink";
import type { RequestRow } from "../../shared/requests/contract";
import { RequestStateMark, RiskMark } from "../../shared/requests/state";
import { roleTitle } from "../../shared/requests/words";
import { Time } from "../../shared/Time";

/** The one order that the server knows: it has an index by this time, and none by what else a row shows. */
export const ASKED: TableProps.ColumnDefinition<RequestRow> = {
  id: "asked",
  header: "Asked",
  sortingField: "requestedAt",
  ariaLabel: ({ descending }) => `Asked, ${descending ? "the newest first" : "the oldest first"}`,
  minWidth: 110,
  cell: (row) => (row.requestedAt === null ? NOTHING : <Time at={row.requestedAt} />),
};

export const REQUEST_COLUMNS: TableProps.ColumnDefinition<RequestRow>[] = [
  {
    id: "request",
    header: "Request",
    isRowHeader: true,
    minWidth: 260,
    cell: (row) => (
      <div className="broken-anywhere">
        <PageLink to={`/requests/${encodeURIComponent(row.id)}`}>{roleTitle(row)}</PageLink>{" "}
        {row.older && <Badge>ConsoleMe</Badge>}
        <Box variant="small" color="text-body-secondary" display="block">
          {row.summary}
        </Box>
      </div>
    ),
  },
  {
    id: "state",
    header: "State",
    minWidth: 130,
    cell: (row) =>
      row.unreadable === null ? (
        <>
          <RequestStateMark state={row.state} /> <RiskMark risk={row.risk} />
        </>
      ) : (
        <StatusIndicator type="warning">Cannot be read: {row.unreadable}</StatusIndicator>
      ),
  },
  { id: "who", header: "Who", minWidth: 250, cell: (row) => <Who row={row} /> },
  {
    id: "why",
    header: "Why",
    minWidth: 220,
    cell: (row) =>
      row.justification === "" ? NOTHING : <span className="as-written clipped">{row.justification}</span>,
  },
  ASKED,
];

function Who({ row }: { row: RequestRow }) {
  const { requester, beneficiary } = row;
  if (requester === null) {
    return NOTHING;
  }
  return (
    <div className="broken-anywhere">
      {requester}
      {beneficiary !== null && beneficiary !== requester && (
        <Box variant="small" color="text-body-secondary" display="block">
          for {beneficiary}
        </Box>
      )}
    </div>
  );
}
