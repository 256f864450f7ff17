import type { components } from "./openapi";

/**
 * What `/api/v3` answers and takes, by the names that the pages use. The types are the server's own, from its OpenAPI
 * document (`npm run openapi`). Times are ISO-8601 in UTC.
 */
type Server = components["schemas"];

/** One of the people of a local stack. */
export type Person = Server["LocalPersonJson"];

/** `people` is there only where one may choose who to be. */
export type Me = Server["MeJson"] & { people?: Person[] };

export type Reason = Server["ReasonJson"];
export type Role = Server["RoleJson"];
export type RoleList = Server["RolesJson"];

export type KeysRequest = Server["KeysRequest"];
export type Credentials = Server["KeysJson"];
export type ConsoleWish = Server["ConsoleWish"];
export type ConsoleSession = Server["ConsoleSessionJson"];

export type Challenge = Server["ChallengeJson"];
export type ChallengeDecision = Server["ChallengeDecision"];
export type ChallengeDecided = Server["DecidedJson"];

export type SlackLink = Server["LinkJson"];
export type SlackLinkAnswer = Server["LinkAnswer"];

export type RunAccount = Server["OutcomeJson"];
export type Run = Server["RunJson"];
export type RunList = Server["RunsJson"];
export type Job = Server["JobJson"];
export type JobList = Server["JobsJson"];

export type FreshnessCell = Server["CellJson"];
export type FreshnessAccount = Server["AccountJson"];
export type Freshness = Server["FreshnessJson"];

export type SelfCheck = Server["ReportJson"];
