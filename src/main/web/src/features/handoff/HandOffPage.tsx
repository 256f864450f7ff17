import { FocusedPage } from "../../shared/FocusedPage";
import { PageLink } from "../../shared/PageLink";
import { problemOf } from "../../shared/problem";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { CliPanel } from "../../shared/roles/CliPanel";
import { Waiting } from "../../shared/Waiting";
import { useHandOff } from "./useHandOff";

/** `/go/<id>?for=<seconds>`: where a message in Slack leads. The role it named, ready to use for as long as was asked. */
export function HandOffPage({ id, search }: { id: string; search: string }) {
  const handOff = useHandOff(id);
  switch (handOff.state) {
    case "asking":
      return (
        <FocusedPage title="One moment">
          <Waiting>Opening the link</Waiting>
        </FocusedPage>
      );
    case "failed":
      return problemOf(handOff.error).kind === "notFound" ? (
        <FocusedPage title="This link does not work any more">
          A link from Slack works once, for ten minutes, for the one who asked.{" "}
          <PageLink to="/">Go to the roles</PageLink>
        </FocusedPage>
      ) : (
        <FocusedPage title="The link did not open">
          <ProblemAlert title="The role did not load." error={handOff.error} />
        </FocusedPage>
      );
    case "here":
      return (
        <FocusedPage title={`${handOff.role.name} in ${handOff.role.accountName}`}>
          <CliPanel role={handOff.role} wishedSeconds={seconds(new URLSearchParams(search).get("for"))} />
        </FocusedPage>
      );
    default: {
      const unreachable: never = handOff;
      return unreachable;
    }
  }
}

/** Digits alone count; whatever else stands in the link is as if it were not there. */
function seconds(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
