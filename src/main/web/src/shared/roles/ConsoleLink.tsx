import Button from "@cloudscape-design/components/button";
import type { Role } from "../contract";
import { useMe } from "../me";
import { rememberRole } from "./remembered";
import { signInHref } from "./words";

interface Props {
  role: Role;
  region?: string;
  /** Names role and account where the row does not. */
  text?: string;
}

/**
 * Opens the AWS console as a role, in a new tab. It is a link to our own sign-in page, so no pop-up blocker minds,
 * and what AWS refuses is said in that tab.
 */
export function ConsoleLink({ role, region, text }: Props) {
  const { user } = useMe();
  return (
    <Button
      href={signInHref(role.arn, region)}
      target="_blank"
      rel="noopener"
      iconAlign="right"
      iconName="external"
      wrapText={false}
      ariaLabel={`${text ?? `Console of ${role.name} in ${role.accountName}`} (opens a new tab)`}
      onClick={() => rememberRole(user, role.arn)}
    >
      {text ?? "Console"}
    </Button>
  );
}
