package org.consoleme.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Looks a document over for what its grammar does not forbid and people should know. Computed from
 * the text and the {@link ActionCatalogue} alone; {@link #NOT_LOOKED_AT} belongs beside it, so that
 * silence is not taken for safety. A statement's conditions, and what other statements deny, make
 * no finding go away.
 */
public final class DocumentCheck {
    /** What no finding here speaks of. */
    public static final String NOT_LOOKED_AT =
            "Not looked at: other policies of the role, its permissions boundary, service control"
                    + " policies, session policies, and policies of the resources.";

    private static final int MAX_FINDINGS = 50;

    private DocumentCheck() {}

    /**
     * The findings, the riskiest first, then errors before warnings before notes. At most 50, and
     * one more that says how many were left out: never one of a higher risk than those shown.
     */
    public static List<Finding> findings(PolicyDocument document) {
        List<Finding> findings = new ArrayList<>(versionFindings(document));
        ActionCatalogue catalogue = ActionCatalogue.shipped();
        UnknownNames unknown = new UnknownNames(catalogue);
        BitSet allowed = new BitSet();
        BitSet onEverything = new BitSet();
        boolean administrator = false;
        boolean passesRoles = false;
        List<Statement> statements = document.statements();
        for (int i = 0; i < statements.size(); i++) {
            String where = "Statement[" + i + "]";
            Statement statement = statements.get(i);
            findings.addAll(unknown.findings(statement, where));
            if (statement.allows()) {
                AllowCheck check = new AllowCheck(catalogue, statement, where);
                findings.addAll(check.findings());
                administrator |= check.isAdministrator();
                passesRoles |= check.passesRoles();
                allowed.or(check.allowed());
                if (check.isOnEverything()) {
                    onEverything.or(check.allowed());
                }
            }
        }
        if (!administrator && AllowCheck.isNearlyAll(catalogue, onEverything)) {
            findings.add(
                    new Finding(
                            Finding.Code.ADMINISTRATOR,
                            PolicyDocument.FIELD,
                            "Its statements together allow nearly every action on everything:"
                                    + " whoever has it is an administrator."));
        }
        if (passesRoles && !administrator) {
            PassedRoles.finding(catalogue, allowed).ifPresent(findings::add);
        }
        InlinePolicySize.ofRole(document.countedSize(), 0).finding().ifPresent(findings::add);
        findings.sort(
                Comparator.comparing(Finding::risk)
                        .reversed()
                        .thenComparing(Finding::level)
                        .thenComparing(Finding::code));
        return cut(findings);
    }

    /** The highest risk of {@link #findings}. */
    public static Risk risk(PolicyDocument document) {
        return Risk.of(findings(document));
    }

    /**
     * The risk of several documents that one role gets together: that of the riskiest, or higher
     * where one allows what makes another dangerous.
     */
    public static Risk riskTogether(Collection<PolicyDocument> documents) {
        ActionCatalogue catalogue = ActionCatalogue.shipped();
        BitSet allowed = new BitSet();
        BitSet onEverything = new BitSet();
        boolean passesRoles = false;
        List<Finding> findings = new ArrayList<>();
        for (PolicyDocument document : documents) {
            findings.addAll(findings(document));
            for (Statement statement : document.statements()) {
                if (statement.allows()) {
                    AllowCheck check = new AllowCheck(catalogue, statement, PolicyDocument.FIELD);
                    passesRoles |= check.passesRoles();
                    allowed.or(check.allowed());
                    if (check.isOnEverything()) {
                        onEverything.or(check.allowed());
                    }
                }
            }
        }
        if (AllowCheck.isNearlyAll(catalogue, onEverything)) {
            return Risk.HIGH;
        }
        if (passesRoles) {
            PassedRoles.finding(catalogue, allowed).ifPresent(findings::add);
        }
        return Risk.of(findings);
    }

    private static List<Finding> cut(List<Finding> findings) {
        if (findings.size() <= MAX_FINDINGS) {
            return List.copyOf(findings);
        }
        List<Finding> shown = new ArrayList<>(findings.subList(0, MAX_FINDINGS));
        shown.add(
                new Finding(
                        Finding.Code.MORE,
                        PolicyDocument.FIELD,
                        "There are " + (findings.size() - MAX_FINDINGS) + " more findings."));
        return List.copyOf(shown);
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
     */
    private static List<Finding> versionFindings(PolicyDocument document) {
        if (document.version().filter(PolicyReader.NEWER::equals).isPresent()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                document.version().isEmpty()
                        ? new Finding(
                                Finding.Code.VERSION_MISSING,
                                "Version",
                                "Without a Version AWS takes the one of 2008: write 2012-10-17.")
                        : new Finding(
                                Finding.Code.VERSION_OLD,
                                "Version",
                                "2008-10-17 is the older version of the language: write"
                                        + " 2012-10-17."));
        if (document.text().contains("${")) {
            findings.add(
                    new Finding(
                            Finding.Code.VARIABLES_NOT_READ,
                            "Version",
                            "Variables such as ${aws:username} are plain text to this version of"
                                    + " the language; only 2012-10-17 reads them."));
        }
        return findings;
    }
}
