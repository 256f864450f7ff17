import Modal from "@cloudscape-design/components/modal";
import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useMe } from "../shared/me";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useInbox } from "../shared/requests/queries";
import { follow } from "../shared/router";
import { type Theme, useTheme } from "../shared/theme";
import { GlobalSearch } from "./GlobalSearch";
import { usePerson } from "./usePerson";
import { useSignOut } from "./useSignOut";

const THEMES: { id: Theme; text: string }[] = [
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
  { id: "system", text: "As the system" },
];

const KEYS = "keys";
const SIGN_OUT = "sign-out";

export function TopBar({ onShowKeys }: { onShowKeys: () => void }) {
  const signOut = useSignOut();
  return (
    <>
      <TopNavigation
        identity={{ href: "/", title: "ConsoleMe", onFollow: follow }}
        search={<GlobalSearch />}
        utilities={[
          useInboxLink(),
          useHelpMenu(onShowKeys),
          useThemeMenu(),
          usePersonMenu(() => signOut.mutate()),
        ]}
      />
      {signOut.isError && (
        <Modal
          visible
          header="Signing out did not work: you may still be signed in"
          closeAriaLabel="Close"
          onDismiss={() => signOut.reset()}
        >
          <ProblemAlert
            title="The server did not say that your session ended."
            error={signOut.error}
            onRetry={() => signOut.mutate()}
          />
        </Modal>
      )}
    </>
  );
}

/** How many requests wait for one's decision. */
function useInboxLink(): TopNavigationProps.Utility {
  const waiting = useInbox().data?.count ?? 0;
  return {
    type: "button",
    iconName: "notification",
    text: waiting === 0 ? "Inbox" : `Inbox (${waiting})`,
    ariaLabel: waiting === 0 ? "Inbox" : `Inbox, ${waiting} waiting`,
    badge: waiting > 0,
    disableUtilityCollapse: true,
    href: "/inbox",
    onFollow: follow,
  };
}

function useHelpMenu(onShowKeys: () => void): TopNavigationProps.Utility {
  const { links } = useMe();
  return {
    type: "menu-dropdown",
    iconName: "status-info",
    ariaLabel: "Help",
    title: "Help",
    items: [
      ...link("documentation", "Documentation", links.documentation),
      ...link("support", "Support", links.support),
      { id: KEYS, text: "Keyboard shortcuts" },
    ],
    onItemClick: ({ detail }) => {
      if (detail.id === KEYS) {
        onShowKeys();
      }
    },
  };
}

function useThemeMenu(): TopNavigationProps.Utility {
  const [theme, setTheme] = useTheme();
  return {
    type: "menu-dropdown",
    iconSvg: (
      <svg viewBox="0 0 16 16" focusable="false">
        <circle cx="8" cy="8" r="6" />
        <path d="M8 2a6 6 0 0 1 0 12z" className="filled" />
      </svg>
    ),
    ariaLabel: "Light or dark",
    items: THEMES.map(({ id, text }) => ({
      id,
      text,
      itemType: "checkbox" as const,
      checked: id === theme,
    })),
    onItemClick: ({ detail }) => {
      const picked = THEMES.find((each) => each.id === detail.id);
      if (picked !== undefined) {
        setTheme(picked.id);
      }
    },
  };
}

function usePersonMenu(onSignOut: () => void): TopNavigationProps.Utility {
  const { user, groups, people = [], features } = useMe();
  const person = usePerson();
  const others = people.filter((each) => each.user !== user);
  return {
    type: "menu-dropdown",
    iconName: "user-profile",
    text: user,
    description: groups.join(", "),
    title: user,
    items: [
      ...(others.length === 0
        ? []
        : [
            {
              id: "people",
              text: "Be another person of this local stack",
              items: others.map((each) => ({
                id: `be:${each.user}`,
                text: each.user,
                ...(each.kind === "" ? {} : { secondaryText: each.kind }),
              })),
            },
          ]),
      ...(features.signOut ? [{ id: SIGN_OUT, text: "Sign out" }] : []),
      // One signs out where one signs in: then the menu tells which groups one has here, no more.
      ...(others.length === 0 && !features.signOut
        ? [{ id: "groups", text: groups.length === 0 ? "In no group" : "Your groups", disabled: true }]
        : []),
    ],
    onItemClick: ({ detail }) => {
      if (detail.id === SIGN_OUT) {
        onSignOut();
      } else if (detail.id.startsWith("be:")) {
        person.mutate(detail.id.slice("be:".length));
      }
    },
  };
}

function link(id: string, text: string, href: string | null) {
  return href === null
    ? []
    : [{ id, text, href, external: true, externalIconAriaLabel: "(opens in a new tab)" }];
}
