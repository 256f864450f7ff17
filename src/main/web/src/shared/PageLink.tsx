import Link from "@cloudscape-design/components/link";
import type { ReactNode } from "react";
import { follow } from "./router";

/** A link to a page of ours. */
export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link href={to} onFollow={follow}>
      {children}
    </Link>
  );
}
