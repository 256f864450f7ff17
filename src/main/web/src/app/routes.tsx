import type { ReactNode } from "react";
import { ChallengePage } from "../features/challenge/ChallengePage";
import { HandOffPage } from "../features/handoff/HandOffPage";
import { PolicyEditPage } from "../features/policies/PolicyEditPage";
import { RolesPage } from "../features/roles/RolesPage";
import { SignInPage } from "../features/signin/SignInPage";
import { SlackLinkPage } from "../features/slack/SlackLinkPage";
import type { Me } from "../shared/contract";
import { type Location, tail } from "../shared/router";
import { lazyPage } from "./lazyPage";
import { NotFound, NotForYou } from "./NotFound";

const Grants = lazyPage(() => import("../features/grants"));
const Inbox = lazyPage(() => import("../features/inbox"));
const Jobs = lazyPage(() => import("../features/jobs"));
const RequestAccess = lazyPage(() => import("../features/request"));
const Requests = lazyPage(() => import("../features/requests"));
const SelfCheck = lazyPage(() => import("../features/selfcheck"));

/** Where a request has its page; links of ConsoleMe's lead to the second. */
const REQUESTS = ["/requests/", "/policies/request/"];

export interface Route {
  page: ReactNode;
  /** One question alone: the navigation at the side would only distract. */
  focused: boolean;
}

/** The page for an address; what this server has switched off has none. Each page has a key, so that another address never shows the state of the one before. */
export function routeFor({ path, search }: Location, me: Me): Route {
  const whole = (page: ReactNode): Route => ({ page, focused: false });
  const focused = (page: ReactNode): Route => ({ page, focused: true });
  const forAdministrators = (page: ReactNode) => whole(me.administrator ? page : <NotForYou />);

  if (path === "/") {
    return whole(<RolesPage search={search} />);
  }
  if (path === "/request") {
    return whole(<RequestAccess key={search} search={search} />);
  }
  if (path === "/requests" || path === "/requests/") {
    return whole(<Requests id={null} search={search} />);
  }
  const request = REQUESTS.find((prefix) => path.startsWith(prefix));
  if (request !== undefined) {
    return whole(<Requests key={path} id={tail(path, request)} search={search} />);
  }
  if (path === "/grants") {
    return whole(<Grants />);
  }
  if (path === "/inbox") {
    return whole(<Inbox />);
  }
  if (path === "/jobs" || path === "/jobs/") {
    return forAdministrators(<Jobs run={null} />);
  }
  if (path.startsWith("/jobs/runs/")) {
    return forAdministrators(<Jobs run={tail(path, "/jobs/runs/")} />);
  }
  if (path === "/self-check") {
    return forAdministrators(<SelfCheck />);
  }
  if (path.startsWith("/policies/edit/")) {
    return whole(<PolicyEditPage key={path} rest={tail(path, "/policies/edit/")} />);
  }
  if (path.startsWith("/role/")) {
    return focused(<SignInPage key={path + search} query={tail(path, "/role/")} search={search} />);
  }
  if (me.features.challenge && path.startsWith("/challenge_validator/")) {
    return focused(<ChallengePage key={path} token={tail(path, "/challenge_validator/")} />);
  }
  if (me.features.slack && path.startsWith("/link/slack/")) {
    return focused(<SlackLinkPage key={path} ticket={tail(path, "/link/slack/")} />);
  }
  if (me.features.slack && path.startsWith("/go/")) {
    return focused(<HandOffPage key={path} id={tail(path, "/go/")} search={search} />);
  }
  return whole(<NotFound path={path} />);
}
