import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import type { Role } from "../contract";
import { useMe } from "../me";
import { rememberRole } from "./remembered";
import { signInHref } from "./words";

interface Props {
  role: Role;
  region?: string;
  variant?: ButtonProps.Variant;
  children?: string;
}

/**
 * Opens the AWS console as a role, in a new tab. It is a link to our own sign-in page, so no pop-up blocker minds,
 * and what AWS refuses is said in that tab.
 */
export function ConsoleLink({ role, region, variant = "normal", children = "Console" }: Props) {
  const { user } = useMe();
  return (
    <Button
      variant={variant}
      href={signInHref(role.arn, region)}
      target="_blank"
      rel="noopener"
      iconAlign="right"
      iconName="external"
      wrapText={false}
      ariaLabel={`Console of ${role.name} in ${role.accountName} (opens a new tab)`}
      onClick={() => rememberRole(user, role.arn)}
    >
      {children}
    </Button>
  );
}
