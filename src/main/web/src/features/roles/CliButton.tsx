import Button from "@cloudscape-design/components/button";
import type { Role } from "../../shared/contract";
import { useCliPanel } from "../../shared/roles/cliPanel";

/** Opens the panel at the foot of the page; `text` names role and account where the row does not. */
export function CliButton({ role, text }: { role: Role; text?: string }) {
  const { open, show } = useCliPanel();
  return (
    <Button
      ariaLabel={text ?? `CLI of ${role.name} in ${role.accountName}`}
      ariaExpanded={open?.arn === role.arn}
      onClick={() => show(role)}
    >
      {text ?? "CLI"}
    </Button>
  );
}
