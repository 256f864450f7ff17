import SpaceBetween from "@cloudscape-design/components/space-between";
import { FocusedPage } from "../../shared/FocusedPage";
import { PageLink } from "../../shared/PageLink";
import { problemOf } from "../../shared/problem";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { Waiting } from "../../shared/Waiting";
import { RoleChoice } from "./RoleChoice";
import { useConsoleSession } from "./useConsoleSession";

interface Props {
  /** An ARN, or any text that names one of one's roles. */
  query: string;
  search: string;
}

/** `/role/…`: into the AWS console, with nothing to click when the text names one role. */
export function SignInPage({ query, search }: Props) {
  const parameters = new URLSearchParams(search);
  const { signIn, again } = useConsoleSession({
    query,
    region: parameters.get("r"),
    redirect: parameters.get("redirect"),
  });
  if (signIn.state === "asking") {
    return (
      <FocusedPage title="AWS console">
        <Waiting>{`Opening the AWS console as ${shortName(query)}`}</Waiting>
      </FocusedPage>
    );
  }
  if (signIn.state === "leaving") {
    return (
      <FocusedPage title="AWS console">
        <Waiting>{`The AWS console opens as ${shortName(signIn.role)}`}</Waiting>
      </FocusedPage>
    );
  }
  const problem = problemOf(signIn.error);
  switch (problem.kind) {
    case "ambiguous":
      return <RoleChoice query={query} candidates={problem.candidates} search={search} />;
    case "notFound":
      return (
        <FocusedPage
          title={query === "" ? "The link names no role" : `None of your roles matches “${query}”`}
        >
          <SpaceBetween size="s">
            <div>
              The role is not open to you, or there is no such role. The name, the account or a part of the
              ARN is enough to find one.
            </div>
            <PageLink to="/">See the roles that are open to you</PageLink>
          </SpaceBetween>
        </FocusedPage>
      );
    default:
      return (
        <FocusedPage title="AWS console">
          <SpaceBetween size="m">
            <ProblemAlert
              title={`The AWS console did not open as ${shortName(query)}.`}
              error={signIn.error}
              onRetry={again}
            />
            <PageLink to="/">Back to the roles</PageLink>
          </SpaceBetween>
        </FocusedPage>
      );
  }
}

function shortName(arnOrText: string): string {
  return arnOrText.startsWith("arn:") ? (arnOrText.split("/").at(-1) ?? arnOrText) : arnOrText;
}
