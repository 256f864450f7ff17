import type { components } from "../openapi";

/**
 * What `/api/v3` says of requests, grants and rules, by the names that the pages use. The types are the server's own, from
 * its OpenAPI document (`npm run openapi`). Texts are plain; none of them is ever drawn as anything but text.
 */
type Server = components["schemas"];

/** The role that a request is about. */
export type RoleName = Server["RoleNameJson"];
export type AskableRoles = Server["AskableRolesJson"];

/** One line of a list of requests, and a page of them. */
export type RequestRow = Server["RequestRowJson"];
export type RequestPage = Server["RequestsJson"];

/** One request, as its page shows it; the inbox holds these too. */
export type RequestDetail = Server["RequestDetailJson"];
export type RequestState = RequestDetail["state"];
export type Risk = RequestDetail["risk"];
export type RequestedChange = Server["ChangeJson"];
export type ChangeState = RequestedChange["state"];
export type Review = Server["ReviewJson"];
export type Comment = Server["CommentJson"];
export type Rights = Server["RightsJson"];
export type Inbox = Server["InboxJson"];

/** What a change makes different; worked out by the server alone. */
export type Difference = Server["DifferenceJson"];
export type DifferenceRow = Server["RowJson"];
export type Finding = Server["FindingJson"];
export type PolicyCheck = Server["PolicyCheckJson"];
export type Ruling = Server["RulingJson"];
export type InlinePolicies = Server["InlinePoliciesJson"];
export type InlinePolicy = Server["InlinePolicyJson"];

export type Grant = Server["GrantJson"];
export type Grants = Server["GrantsJson"];
export type GrantEnd = Server["GrantEndJson"];

export type NewRequest = Server["NewRequestJson"];
export type ChangeEdit = Server["EditJson"];
export type Extension = Server["ExtensionJson"];

/** `hash` names what was shown; the server refuses it with 409 once that is something else. */
export type Decision = Server["DecisionJson"];
export type Asked = Server["AskedJson"];
export type Written = Server["WrittenJson"];
