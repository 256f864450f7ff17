import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useCliPanel } from "../roles/cliPanel";
import { ConsoleLink } from "../roles/ConsoleLink";
import { useGrantedRole } from "../roles/useGrantedRole";
import type { Grant } from "./contract";
import "./requests.css";

interface Props {
  grant: Grant;
  /** Opening the panel is the one thing to do on the page. */
  primary?: boolean;
}

/** Ways into the role that a live grant opens: the panel for a terminal, and AWS's console. */
export function UseGrant({ grant, primary = false }: Props) {
  const { open, show } = useCliPanel();
  const granted = useGrantedRole(grant.role.arn);
  if (granted.state === "missing") {
    return (
      <span className="use-grant">
        <StatusIndicator type="warning">
          {granted.failed ? "Your roles did not load." : "The role is not among yours yet."}
        </StatusIndicator>
        <Button iconName="refresh" loading={granted.looking} onClick={granted.onLook}>
          Look again
        </Button>
      </span>
    );
  }
  if (granted.state === "awaited") {
    return (
      <Button
        disabled
        disabledReason="The role is among yours within seconds."
        loading
        loadingText="Looking up the role"
      >
        {primary ? "Use it now" : "Use"}
      </Button>
    );
  }
  const { role } = granted;
  return (
    <span className="use-grant">
      <Button
        variant={primary ? "primary" : "normal"}
        ariaLabel={`Use ${role.name} in ${role.accountName}`}
        ariaExpanded={open?.arn === role.arn}
        onClick={() => show(role)}
      >
        {primary ? "Use it now" : "Use"}
      </Button>
      {!role.cliOnly && !primary && <ConsoleLink role={role} />}
    </span>
  );
}
