import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Role } from "../../shared/contract";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { ConsoleLink } from "../../shared/roles/ConsoleLink";
import { useCliPanel } from "../../shared/roles/cliPanel";
import { follow } from "../../shared/router";
import { useRoles } from "../../shared/roles/queries";
import { Waiting } from "../../shared/Waiting";
import { requestHref, resourceOf } from "./resource";

/** `/policies/edit/…`: links of ConsoleMe's lead here; a policy can be asked for, and a role used. */
export function PolicyEditPage({ rest }: { rest: string }) {
  const resource = resourceOf(rest);
  const roles = useRoles();
  const mine =
    resource.kind === "iamrole"
      ? roles.data?.roles.filter((each) => each.accountId === resource.account && each.name === resource.name)
      : [];
  return (
    <Page
      title={resource.name}
      description={resource.account === "" ? undefined : `Account ${resource.account}`}
    >
      <SpaceBetween size="m">
        <Container header={<Header variant="h2">Policies</Header>}>
          {resource.kind === "iamrole" ? (
            <SpaceBetween size="s">
              <div>Inline policies of a role change by a request, which an approver decides.</div>
              <Button href={requestHref(resource)} onFollow={follow}>
                Request a policy
              </Button>
            </SpaceBetween>
          ) : (
            <div>
              Policies of such a resource cannot be asked for here yet. They change where they change today:
              in the AWS console, or in the code that makes them.
            </div>
          )}
        </Container>
        {resource.kind === "iamrole" && (
          <Container header={<Header variant="h2">Use this role</Header>}>
            {roles.isPending && <Waiting>Looking whether the role is open to you</Waiting>}
            {roles.isError && (
              <ProblemAlert
                title="Whether the role is open to you is not known."
                error={roles.error}
                onRetry={() => void roles.refetch()}
              />
            )}
            {mine !== undefined && mine.length === 0 && (
              <Box>
                This role is not open to you. <PageLink to="/">See the roles that are</PageLink>
              </Box>
            )}
            {mine?.map((role) => (
              <Use key={role.arn} role={role} />
            ))}
          </Container>
        )}
      </SpaceBetween>
    </Page>
  );
}

function Use({ role }: { role: Role }) {
  const { show } = useCliPanel();
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <span>
        {role.name} in {role.accountName}
      </span>
      {!role.cliOnly && <ConsoleLink role={role} />}
      <Button onClick={() => show(role)} ariaLabel={`CLI of ${role.name} in ${role.accountName}`}>
        CLI
      </Button>
    </SpaceBetween>
  );
}
