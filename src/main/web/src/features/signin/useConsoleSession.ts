import { useCallback, useEffect, useRef, useState } from "react";
import { post } from "../../shared/api";
import type { ConsoleSession, ConsoleWish } from "../../shared/contract";
import { leaving } from "../../shared/leave";
import { useMe } from "../../shared/me";
import { rememberRole } from "../../shared/roles/remembered";

export interface SignInWish {
  query: string;
  region: string | null;
  redirect: string | null;
}

export type SignIn =
  { state: "asking" } | { state: "leaving"; role: string } | { state: "failed"; error: unknown };

/** Asks for one console session when the page opens, and once more only when the person says so. */
export function useConsoleSession(wish: SignInWish): { signIn: SignIn; again: () => void } {
  const { user } = useMe();
  const [signIn, setSignIn] = useState<SignIn>({ state: "asking" });
  const started = useRef(false);
  const { query, region, redirect } = wish;

  const ask = useCallback(() => {
    const body: ConsoleWish = { query, region, redirect };
    post<ConsoleSession>("/api/v3/console-sessions", body)
      .then((session) => {
        rememberRole(user, session.role);
        setSignIn({ state: "leaving", role: session.role });
        leaving.to(session.url);
      })
      .catch((error: unknown) => setSignIn({ state: "failed", error }));
  }, [query, region, redirect, user]);

  useEffect(() => {
    if (!started.current) {
      started.current = true; // React's StrictMode runs effects twice; a session is asked for once
      ask();
    }
  }, [ask]);

  const again = () => {
    setSignIn({ state: "asking" });
    ask();
  };
  return { signIn, again };
}
