import { Page } from "../shared/Page";
import { PageLink } from "../shared/PageLink";

export function NotFound({ path }: { path: string }) {
  return (
    <Page title="There is no such page">
      Nothing is at <code className="as-written">{path}</code>. <PageLink to="/">Go to the roles</PageLink>
    </Page>
  );
}

export function NotForYou() {
  return (
    <Page title="This page is for administrators">
      Your groups are not among those that administer this console.{" "}
      <PageLink to="/">Go to the roles</PageLink>
    </Page>
  );
}
