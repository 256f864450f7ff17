import { type ComponentType, lazy } from "react";

/** The code of a page could not be fetched. As a rule the server has a newer console than the one in this tab. */
export class PageMissing extends Error {
  override readonly name = "PageMissing";
}

/** As React's own, except that a failed fetch can be told from a mistake in the page. */
export function lazyPage<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(() =>
    load().catch((cause: unknown) => {
      throw new PageMissing("the code of the page did not load", { cause });
    }),
  );
}
