package org.consoleme.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What one allowing statement hands out: everything, whole services, ways to become more. */
final class AllowCheck {
    /** Of all actions: who has as many is an administrator, whatever is left out. */
    private static final double NEARLY_ALL = 0.9;

    private static final int MAX_ESCALATIONS = 8;

    private final ActionCatalogue catalogue;
    private final Statement statement;
    private final String where;
    private final BitSet allowed;
    private final List<Finding> findings = new ArrayList<>();

    AllowCheck(ActionCatalogue catalogue, Statement statement, String where) {
        this.catalogue = catalogue;
        this.statement = statement;
        this.where = where;
        this.allowed = ActionSets.of(catalogue, statement.actions());
    }

    List<Finding> findings() {
        exceptions();
        if (isAdministrator()) {
            add(
                    Finding.Code.ADMINISTRATOR,
                    ".Action",
                    "Allows "
                            + (allowed.cardinality() == catalogue.size() ? "every" : "nearly every")
                            + " action on everything: whoever has it is an administrator.");
            return findings;
        }
        boolean allOfIam = allOfIam();
        if (allOfIam) {
            add(
                    Finding.Code.IAM_ADMINISTRATOR,
                    ".Action",
                    "Allows every action of IAM: whoever has it can give itself anything.");
        }
        escalations(allOfIam);
        serviceWildcards();
        everywhere();
        return findings;
    }

    boolean isAdministrator() {
        return isOnEverything() && isNearlyAll(catalogue, allowed);
    }

    boolean isOnEverything() {
        return ArnPattern.isEverything(statement.resources());
    }

    static boolean isNearlyAll(ActionCatalogue catalogue, BitSet actions) {
        return actions.cardinality() >= NEARLY_ALL * catalogue.size();
    }

    boolean passesRoles() {
        return isAllowed("iam:PassRole")
                && ArnPattern.mayBeOf(statement.resources(), Set.of("iam"));
    }

    /** The known actions. Not to be changed. */
    BitSet allowed() {
        return allowed;
    }

    private void exceptions() {
        if (statement.actions().except()) {
            add(
                    Finding.Code.ALLOW_NOT_ACTION,
                    ".NotAction",
                    "Allows all that is not listed, and so every action that AWS will ever add.");
        }
        if (statement.resources().except()) {
            add(
                    Finding.Code.ALLOW_NOT_RESOURCE,
                    ".NotResource",
                    "Allows all resources that are not listed, and so every one to come.");
        }
    }

    private boolean allOfIam() {
        BitSet iam = new BitSet();
        catalogue.addMatches("iam:*", iam);
        iam.andNot(allowed);
        return iam.isEmpty() && ArnPattern.mayBeOf(statement.resources(), Set.of("iam"));
    }

    private void escalations(boolean allOfIam) {
        List<Escalation> found =
                Escalation.ALL.stream()
                        .filter(e -> !(allOfIam && e.action().startsWith("iam:")))
                        .filter(e -> isAllowed(e.action()))
                        .filter(e -> ArnPattern.mayBeOf(statement.resources(), e.arnServices()))
                        .filter(e -> !e.onlyOnMany() || isOnMany(e))
                        .sorted(Comparator.comparing(e -> !isGrave(e)))
                        .toList();
        List<Escalation> shown = found.subList(0, Math.min(found.size(), MAX_ESCALATIONS));
        for (Escalation escalation : shown) {
            add(
                    code(escalation),
                    ".Action",
                    escalation.action() + ": " + escalation.reason() + ".");
        }
        if (found.size() > shown.size()) {
            add(
                    code(found.get(shown.size())),
                    ".Action",
                    "And "
                            + (found.size() - shown.size())
                            + " more actions by which one can become more than one is.");
        }
    }

    private Finding.Code code(Escalation escalation) {
        return isGrave(escalation)
                ? Finding.Code.PRIVILEGE_ESCALATION
                : Finding.Code.PRIVILEGE_ESCALATION_LIMITED;
    }

    private boolean isGrave(Escalation escalation) {
        return !escalation.throughAService() || isOnMany(escalation);
    }

    private boolean isOnMany(Escalation escalation) {
        return ArnPattern.isUnspecific(statement.resources(), escalation.arnServices());
    }

    private boolean isAllowed(String action) {
        int index = catalogue.indexOf(action);
        return index >= 0 && allowed.get(index);
    }

    private void serviceWildcards() {
        if (statement.actions().except()) {
            return;
        }
        for (String pattern : statement.actions().values()) {
            int colon = pattern.indexOf(':');
            if (PolicyNames.isEveryAction(pattern)) {
                add(
                        Finding.Code.SERVICE_WILDCARD,
                        ".Action",
                        "Allows every action of every service on these resources.");
            } else if (pattern.chars().skip(colon + 1L).allMatch(c -> c == '*')
                    && catalogue.knowsService(pattern)) {
                add(
                        Finding.Code.SERVICE_WILDCARD,
                        ".Action",
                        "Allows every action of "
                                + catalogue.serviceName(pattern.substring(0, colon)).orElseThrow()
                                + ", and so those that AWS will add.");
            }
        }
    }

    private void everywhere() {
        BitSet wide = (BitSet) allowed.clone();
        wide.and(ActionSets.openServices(catalogue, statement.resources()));
        wide.andNot(catalogue.anyResourceOnly());
        everywhere(
                wide,
                AccessLevel.PERMISSIONS,
                Finding.Code.PERMISSIONS_EVERYWHERE,
                "may change who has access: ");
        everywhere(wide, AccessLevel.WRITE, Finding.Code.WRITE_EVERYWHERE, "may write: ");
    }

    private void everywhere(BitSet wide, AccessLevel level, Finding.Code code, String what) {
        BitSet actions = (BitSet) wide.clone();
        actions.and(catalogue.ofLevel(level));
        if (!actions.isEmpty()) {
            String first = catalogue.at(actions.nextSetBit(0)).toString();
            int more = actions.cardinality() - 1;
            add(
                    code,
                    ".Resource",
                    "On every resource it "
                            + what
                            + first
                            + (more == 0 ? "." : " and " + more + " more" + "."));
        }
    }

    private void add(Finding.Code code, String element, String sentence) {
        String path =
                (element.equals(".Action") && statement.actions().except())
                        ? ".NotAction"
                        : (element.equals(".Resource") && statement.resources().except())
                                ? ".NotResource"
                                : element;
        findings.add(new Finding(code, where + path, sentence));
    }
}
