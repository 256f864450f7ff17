import { applyMode, Mode } from "@cloudscape-design/global-styles";
import { useEffect, useSyncExternalStore } from "react";
import { read, subscribe, write } from "./store";

export type Theme = "light" | "dark" | "system";

const NAME = "consoleme.theme";

function darkPreferred(): MediaQueryList {
  return window.matchMedia("(prefers-color-scheme: dark)");
}

function chosen(): Theme {
  const stored = read(NAME);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function applyTheme(): void {
  const theme = chosen();
  const dark = theme === "dark" || (theme === "system" && darkPreferred().matches);
  applyMode(dark ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, chosen);
  useEffect(() => {
    applyTheme();
    const system = darkPreferred();
    system.addEventListener("change", applyTheme);
    return () => system.removeEventListener("change", applyTheme);
  }, [theme]);
  return [theme, (next) => write(NAME, next)];
}
