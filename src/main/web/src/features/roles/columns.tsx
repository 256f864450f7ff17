import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { TableProps } from "@cloudscape-design/components/table";
import { Account } from "../../shared/Account";
import { NOTHING, USE } from "../../shared/columns";
import { Copy } from "../../shared/Copy";
import type { Role } from "../../shared/contract";
import { PageLink } from "../../shared/PageLink";
import { ConsoleLink } from "../../shared/roles/ConsoleLink";
import { why } from "../../shared/roles/words";
import { Time } from "../../shared/Time";
import { CliButton } from "./CliButton";
import { PolicyLink } from "./PolicyLink";
import "./roles.css";

const ENVIRONMENT: TableProps.ColumnDefinition<Role> = {
  id: "environment",
  header: "Environment",
  sortingField: "environment",
  minWidth: 110,
  cell: (role) => role.environment ?? NOTHING,
};

interface Wish {
  favourites: Set<string>;
  toggle: (arn: string) => void;
  /** False where no account has one: a column of dashes tells nothing. */
  environments: boolean;
}

export function roleColumns({ favourites, toggle, environments }: Wish): TableProps.ColumnDefinition<Role>[] {
  return [
    {
      id: "role",
      header: "Role",
      sortingField: "name",
      isRowHeader: true,
      minWidth: 220,
      cell: (role) => (
        <div className="role-cell">
          <Button
            variant="icon"
            iconName={favourites.has(role.arn) ? "star-filled" : "star"}
            ariaLabel={`${favourites.has(role.arn) ? "Remove" : "Add"} ${role.name} in ${role.accountName} ${favourites.has(role.arn) ? "from" : "to"} favourites`}
            onClick={() => toggle(role.arn)}
          />
          <div>
            <span className="role-name" title={role.arn}>
              {role.name}
            </span>
            {role.cliOnly && (
              <>
                {" "}
                <Badge>CLI only</Badge>
              </>
            )}
            <Copy text={role.arn} what={`the ARN of ${role.name}`} />
            {role.description !== null && (
              <Box variant="small" color="text-body-secondary" display="block">
                {role.description}
              </Box>
            )}
          </div>
        </div>
      ),
    },
    {
      id: "account",
      header: "Account",
      sortingField: "accountName",
      minWidth: 150,
      cell: (role) => <Account name={role.accountName} id={role.accountId} />,
    },
    ...(environments ? [ENVIRONMENT] : []),
    {
      id: "why",
      header: "Why",
      minWidth: 150,
      cell: (role) => (
        <>
          {why(role.reasons)}
          {role.until !== null && (
            <>
              , until <Time at={role.until} as="clock" />{" "}
              <PageLink to={`/request?role=${encodeURIComponent(role.arn)}`}>more time</PageLink>
            </>
          )}
        </>
      ),
    },
    {
      id: USE,
      header: "Use",
      minWidth: 290,
      cell: (role) => (
        <div className="row-actions">
          {!role.cliOnly && <ConsoleLink role={role} />}
          <CliButton role={role} />
          <PolicyLink role={role} />
        </div>
      ),
    },
  ];
}
