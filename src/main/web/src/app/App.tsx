import I18nProvider from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { leaving } from "../shared/leave";
import { endsSession, MeContext, useMeQuery } from "../shared/me";
import { problemOf } from "../shared/problem";
import { useLocation } from "../shared/router";
import { Boundary } from "./Boundary";
import { Chooser } from "./Chooser";
import { newQueryClient } from "./queryClient";
import { Shell } from "./Shell";
import { SignInEnded } from "./SignInEnded";
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
  const another = useAnotherPerson(me.data?.user);
  const { path } = useLocation();
  if (path === "/signed-out") {
    return <SignedOut detail={null} />;
  }
  if (another) {
    return <Starting />;
  }
  if (me.data !== undefined) {
    return (
      <MeContext value={me.data}>
        <Shell />
        {endsSession(me.error) && (
          <SignInEnded error={me.error} onGoOn={() => void me.refetch()} looking={me.isFetching} />
        )}
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

/** Nothing of one person's stays for the next one at this browser: the document begins anew. */
function useAnotherPerson(user: string | undefined): boolean {
  const [first, setFirst] = useState(user);
  if (first === undefined && user !== undefined) {
    setFirst(user);
  }
  const another = first !== undefined && user !== undefined && user !== first;
  useEffect(() => {
    if (another) {
      leaving.again();
    }
  }, [another]);
  return another;
}
