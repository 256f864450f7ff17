import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { RequestDetail, RequestedChange } from "./contract";
import { DifferenceView } from "./DifferenceView";
import { Findings } from "./Findings";
import { length } from "./words";

/** Of more changes than these one reads the words first. */
const UNFOLDED = 3;

/** What one change gives, and what there is to be careful about. */
export function ChangeView({ request, change }: { request: RequestDetail; change: RequestedChange }) {
  const what = change.policyName === null ? "the role" : `the policy ${change.policyName}`;
  return (
    <SpaceBetween size="s">
      {change.findings.length > 0 && (
        <div>
          <Box variant="awsui-key-label">What to be careful about</Box>
          <Findings findings={change.findings} label={`What to be careful about in ${what}`} />
        </div>
      )}
      {change.kind === "role" && (
        <div>
          {request.beneficiary ?? "The requester"} can use the role {request.role?.name} in{" "}
          {request.role?.accountName} for {length(change.minutes ?? 0)}, counted from the approval on.
        </div>
      )}
      {change.difference !== null && (
        <div>
          <Box variant="awsui-key-label">What it changes</Box>
          <DifferenceView
            difference={change.difference}
            what={what}
            folded={request.changes.length > UNFOLDED}
          />
        </div>
      )}
    </SpaceBetween>
  );
}
