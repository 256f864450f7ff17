import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { UseQueryResult } from "@tanstack/react-query";
import { problemOf } from "../../shared/problem";
import { Time } from "../../shared/Time";

interface Props {
  /** "The past runs". */
  what: string;
  query: UseQueryResult;
}

/** What one sees stays, but it is old: from when, why, and a way to try again. Nothing while it is fresh. */
export function Stale({ what, query }: Props) {
  if (!query.isError || query.data === undefined) {
    return null;
  }
  return (
    <div role="status">
      <StatusIndicator type="warning">
        {what} could not be brought up to date: as of{" "}
        <Time at={new Date(query.dataUpdatedAt).toISOString()} />.
      </StatusIndicator>{" "}
      <span className="as-written">{problemOf(query.error).detail}</span>{" "}
      <Button
        variant="inline-link"
        ariaLabel={`Try again: ${what}`}
        loading={query.isFetching}
        onClick={() => void query.refetch()}
      >
        Try again
      </Button>
    </div>
  );
}
