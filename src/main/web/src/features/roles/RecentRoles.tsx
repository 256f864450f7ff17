import Box from "@cloudscape-design/components/box";
import type { Role } from "../../shared/contract";
import { ConsoleLink } from "../../shared/roles/ConsoleLink";
import { CliButton } from "./CliButton";

/** The roles of yesterday, one click away. A role that is no longer open is left out. */
export function RecentRoles({ recent, roles }: { recent: string[]; roles: Role[] }) {
  const known = recent.flatMap((arn) => roles.filter((each) => each.arn === arn));
  if (known.length === 0) {
    return null;
  }
  return (
    <section aria-label="Recent roles" className="recent">
      <Box variant="awsui-key-label">Recent</Box>
      <ul className="plain">
        {known.map((role) => (
          <li key={role.arn}>
            {role.cliOnly ? (
              <CliButton role={role} text={`${role.name} · ${role.accountName} · CLI`} />
            ) : (
              <ConsoleLink role={role} text={`${role.name} · ${role.accountName} · console`} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
