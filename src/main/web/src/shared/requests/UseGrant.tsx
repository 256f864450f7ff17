import Button from "@cloudscape-design/components/button";
import { useCliPanel } from "../roles/cliPanel";
import { useRoles } from "../roles/queries";
import { ConsoleLink } from "../roles/ConsoleLink";
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
  const roles = useRoles();
  const role = roles.data?.roles.find((each) => each.arn === grant.role.arn);
  if (role === undefined) {
    // The list of roles follows a grant within seconds; until then there is nothing to open.
    return (
      <Button
        disabled
        disabledReason="The role is among yours within seconds."
        loading={roles.isPending}
        loadingText="Looking up the role"
      >
        {primary ? "Use it now" : "Use"}
      </Button>
    );
  }
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
