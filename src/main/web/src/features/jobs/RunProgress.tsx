import Box from "@cloudscape-design/components/box";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Run } from "../../shared/contract";
import { span, useNow } from "../../shared/time";

/** "account-iam: 12 of 40 accounts, 20 s so far". A job that has no accounts does not say how far it is. */
export function RunProgress({ run }: { run: Run }) {
  const now = useNow(1_000);
  const since = `Started by ${run.startedBy} on ${run.node}, ${span(now - Date.parse(run.startedAt))} so far`;
  if (run.total === 0) {
    return (
      <>
        <StatusIndicator type="in-progress">{run.job}</StatusIndicator>
        <Box variant="small" color="text-body-secondary" display="block">
          {since}
        </Box>
      </>
    );
  }
  return (
    <ProgressBar
      label={run.job}
      value={(run.done / run.total) * 100}
      description={since}
      additionalInfo={`${run.done.toLocaleString()} of ${run.total.toLocaleString()} accounts${run.failed === 0 ? "" : `, ${run.failed.toLocaleString()} failed`}`}
    />
  );
}
