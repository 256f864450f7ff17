import Alert from "@cloudscape-design/components/alert";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { ProblemAlert } from "../ProblemAlert";
import type { Ruling } from "./contract";
import { length, usually, whoDecides } from "./words";

interface Props {
  ruling: Ruling | undefined;
  error: unknown;
}

/** What happens once it is asked for: who is asked, or a rule approves at once, or nobody can. */
export function Ruled({ ruling, error }: Props) {
  if (ruling === undefined) {
    return error === null ? (
      <StatusIndicator type="loading">Looking up who decides</StatusIndicator>
    ) : (
      <ProblemAlert
        title="Who would decide is not known."
        error={error}
        stillWorks="You can ask all the same."
      />
    );
  }
  if (ruling.closed !== null) {
    return (
      <Alert
        type="error"
        header={ruling.rule === null ? "This cannot be asked for" : "Nobody can approve this"}
      >
        <div className="as-written">{ruling.closed}</div>
      </Alert>
    );
  }
  return (
    <div role="status">
      {ruling.autoApprove ? (
        <StatusIndicator type="success">The rule {ruling.rule} approves this at once.</StatusIndicator>
      ) : (
        <>
          <div>{whoDecides(ruling)}</div>
          <div>
            {usually(ruling.usualMinutes)} It waits for a decision for {length(ruling.expiresMinutes)} at
            most.
          </div>
        </>
      )}
    </div>
  );
}
