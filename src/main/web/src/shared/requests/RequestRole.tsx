import Box from "@cloudscape-design/components/box";
import { Copy } from "../Copy";
import type { RoleName } from "./contract";
import "../parts.css";

/** The account by its name first, then the role; the ARN to copy. */
export function RequestRole({ role }: { role: RoleName }) {
  return (
    <div>
      <span className="role-name" title={role.arn}>
        {role.accountName || role.accountId} · {role.name}
      </span>
      <Copy text={role.arn} what={`the ARN of ${role.name}`} />
      {role.accountName !== "" && (
        <Box variant="small" color="text-body-secondary" display="block">
          {role.accountId}
        </Box>
      )}
    </div>
  );
}
