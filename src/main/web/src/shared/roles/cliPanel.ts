import { createContext, useContext } from "react";
import type { Role } from "../contract";

export interface CliPanelControl {
  open: Role | null;
  show: (role: Role | null) => void;
}

export const CliPanelContext = createContext<CliPanelControl>({ open: null, show: () => undefined });

/** The split panel that shows how to use a role from a terminal. */
export function useCliPanel(): CliPanelControl {
  return useContext(CliPanelContext);
}
