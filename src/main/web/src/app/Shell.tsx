import AppLayout, { type AppLayoutProps } from "@cloudscape-design/components/app-layout";
import SideNavigation from "@cloudscape-design/components/side-navigation";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { Suspense, useMemo, useState } from "react";
import type { Role } from "../shared/contract";
import { useMe } from "../shared/me";
import { CliPanel } from "../shared/roles/CliPanel";
import { CliPanelContext } from "../shared/roles/cliPanel";
import { useLiveRequests } from "../shared/requests/live";
import { follow, navigate, useLocation } from "../shared/router";
import { useShortcuts } from "../shared/shortcuts";
import { useFocusKept } from "../shared/useFocusKept";
import { Waiting } from "../shared/Waiting";
import { Boundary } from "./Boundary";
import { focusSearch } from "./GlobalSearch";
import { KeyList } from "./KeyList";
import { routeFor } from "./routes";
import { TopBar } from "./TopBar";

const WIDE = "(min-width: 900px)";
const PANEL_PX = 470;

/** Pages with a filter of their own, which "/" goes to. */
const OWN_FILTER = ["/", "/requests"];

export function Shell() {
  const me = useMe();
  const location = useLocation();
  const route = routeFor(location, me);
  const [asked, setAsked] = useState<{ role: Role | null; path: string }>({ role: null, path: "" });
  const cliRole = asked.path === location.path ? asked.role : null; // another page closes the panel, and the keys go
  const [navigationOpen, setNavigationOpen] = useState(() => window.matchMedia(WIDE).matches);
  const [keysOpen, setKeysOpen] = useState(false);
  const [panel, setPanel] = useState<AppLayoutProps.SplitPanelPreferences>({ position: "bottom" });
  const [panelSize, setPanelSize] = useState(PANEL_PX);
  const cli = useMemo(
    () => ({ open: cliRole, show: (role: Role | null) => setAsked({ role, path: location.path }) }),
    [cliRole, location.path],
  );

  useLiveRequests();
  useFocusKept();
  useShortcuts({
    "/": () => !OWN_FILTER.includes(location.path) && focusSearch(),
    "g r": () => navigate("/"),
    "g q": () => navigate("/requests"),
    "g i": () => navigate("/inbox"),
    "g m": () => navigate("/grants"),
    "g j": () => me.administrator && navigate("/jobs"),
    "g s": () => me.administrator && navigate("/self-check"),
    "?": () => setKeysOpen(true),
  });

  const items = [
    { type: "link" as const, text: "Roles", href: "/" },
    { type: "link" as const, text: "Requests", href: "/requests" },
    { type: "link" as const, text: "My grants", href: "/grants" },
    { type: "link" as const, text: "Inbox", href: "/inbox" },
    ...(me.administrator
      ? [
          { type: "divider" as const },
          { type: "link" as const, text: "Jobs", href: "/jobs" },
          { type: "link" as const, text: "Self-check", href: "/self-check" },
        ]
      : []),
  ];
  return (
    <CliPanelContext value={cli}>
      <div id="top-bar">
        <TopBar onShowKeys={() => setKeysOpen(true)} />
      </div>
      <AppLayout
        headerSelector="#top-bar"
        toolsHide
        navigationHide={route.focused}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigation={
          <SideNavigation
            items={items}
            activeHref={section(location.path)}
            onFollow={(event) => {
              follow(event);
              setNavigationOpen(window.matchMedia(WIDE).matches);
            }}
          />
        }
        content={
          <Boundary key={location.path} within="shell">
            <Suspense fallback={<Waiting>Loading the page</Waiting>}>{route.page}</Suspense>
          </Boundary>
        }
        splitPanelOpen={cliRole !== null}
        splitPanelSize={panelSize}
        onSplitPanelResize={({ detail }) => setPanelSize(detail.size)}
        onSplitPanelToggle={({ detail }) => !detail.open && cli.show(null)}
        splitPanelPreferences={panel}
        onSplitPanelPreferencesChange={({ detail }) => setPanel(detail)}
        splitPanel={
          cliRole === null ? undefined : (
            <SplitPanel header={`${cliRole.name} from a terminal`} closeBehavior="hide">
              <CliPanel key={cliRole.arn} role={cliRole} />
            </SplitPanel>
          )
        }
      />
      <KeyList open={keysOpen} onClose={() => setKeysOpen(false)} />
    </CliPanelContext>
  );
}

/** The entry at the side that a page belongs to. */
function section(path: string): string {
  if (path.startsWith("/requests") || path.startsWith("/policies/request/") || path === "/request") {
    return "/requests";
  }
  return path.startsWith("/jobs") ? "/jobs" : path;
}
