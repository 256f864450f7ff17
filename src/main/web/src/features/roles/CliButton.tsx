import Button from "@cloudscape-design/components/button";
import type { Role } from "../../shared/contract";
import { useCliPanel } from "../../shared/roles/cliPanel";

export function CliButton({ role, children = "CLI" }: { role: Role; children?: string }) {
  const { open, show } = useCliPanel();
  return (
    <Button
      ariaLabel={`Use ${role.name} in ${role.accountName} from a terminal`}
      ariaExpanded={open?.arn === role.arn}
      onClick={() => show(role)}
    >
      {children}
    </Button>
  );
}
