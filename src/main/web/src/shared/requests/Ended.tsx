import Alert from "@cloudscape-design/components/alert";
import { Time } from "../Time";
import type { GrantEnd } from "./contract";
import { OtherWays } from "./OtherWays";

interface Props {
  end: GrantEnd;
  /** What was done, and to which role where more than one could be meant: "Returned". */
  header: string;
  onDismiss?: () => void;
}

/** What the server answered when a grant was ended: until when keys of it work, and what else gives the role. */
export function Ended({ end, header, onDismiss }: Props) {
  return (
    <div role="status">
      <Alert
        type={end.others.length === 0 && end.othersKnown ? "success" : "warning"}
        header={header}
        {...(onDismiss !== undefined && {
          dismissible: true,
          i18nStrings: { dismissAriaLabel: `Dismiss: ${header}` },
          onDismiss,
        })}
      >
        No new keys are issued under this grant. Keys issued before work until{" "}
        <Time at={end.keysUntil} as="clock" /> at the latest.
        <OtherWays end={end} has={end.grant.mine ? "You still have" : `${end.grant.user} still has`} />
      </Alert>
    </div>
  );
}
