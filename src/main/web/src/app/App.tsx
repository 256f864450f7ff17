import I18nProvider from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { MeContext, useMeQuery } from "../shared/me";
import { problemOf } from "../shared/problem";
import { useLocation } from "../shared/router";
import { Chooser } from "./Chooser";
import { Boundary } from "./Boundary";
import { newQueryClient } from "./queryClient";
import { Shell } from "./Shell";
import { SignedOut } from "./SignedOut";
import { Starting } from "./Starting";
import { Unreachable } from "./Unreachable";

export function App() {
  const [client] = useState(newQueryClient);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={client}>
        <Boundary within="nothing">
          <WhoIsThere />
        </Boundary>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Nothing of the console is drawn before the server has said who is signed in. */
function WhoIsThere() {
  const me = useMeQuery();
  const { path } = useLocation();
  if (path === "/signed-out") {
    return <SignedOut detail={null} />;
  }
  if (me.data !== undefined && !endsSession(me.error)) {
    return (
      <MeContext value={me.data}>
        <Shell key={me.data.user} />
      </MeContext>
    );
  }
  if (me.isPending) {
    return <Starting />;
  }
  const problem = problemOf(me.error);
  if (problem.kind === "unauthenticated" && problem.people.length > 0) {
    return <Chooser people={problem.people} />;
  }
  if (problem.kind === "unauthenticated" || problem.kind === "forbidden") {
    return <SignedOut detail={problem.detail} />;
  }
  return <Unreachable error={me.error} onRetry={() => void me.refetch()} retrying={me.isFetching} />;
}

/** A later 401 or 403 ends the session; any other failure leaves the page as it is. */
function endsSession(error: unknown): boolean {
  const kind = error === null ? null : problemOf(error).kind;
  return kind === "unauthenticated" || kind === "forbidden";
}
