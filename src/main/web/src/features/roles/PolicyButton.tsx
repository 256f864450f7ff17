import Button from "@cloudscape-design/components/button";
import type { Role } from "../../shared/contract";
import { follow } from "../../shared/router";

/** Asks for a policy on the role of this row. */
export function PolicyButton({ role }: { role: Role }) {
  return (
    <Button
      variant="icon"
      iconName="edit"
      href={`/request?what=put&role=${encodeURIComponent(role.arn)}`}
      ariaLabel={`Request a policy on ${role.name} in ${role.accountName}`}
      nativeAnchorAttributes={{ title: "Request a policy on this role" }}
      onFollow={follow}
    />
  );
}
