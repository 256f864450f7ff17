package org.consoleme.platform.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;

/**
 * Where each account of an organization stands: from the root down, one listing per organizational
 * unit and none per account.
 */
final class OrganizationTree {
    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">nesting
     *     is at most five deep</a>; more would be a cycle
     */
    private static final int DEEPEST = 10;

    private final OrganizationsClient organizations;

    OrganizationTree(OrganizationsClient organizations) {
        this.organizations = organizations;
    }

    private record Node(String id, List<String> path) {}

    /**
     * The names of the organizational units above each account, by account number. Empty where our
     * role may list accounts only, as ConsoleMe's needed no more: a tree that was seen in part is
     * none. One that moves at this moment may be missed.
     */
    Optional<Map<String, List<String>>> paths() {
        try {
            return Optional.of(walk());
        } catch (SdkException error) {
            if (!AwsErrors.isAccessDenied(error)) {
                throw error;
            }
            return Optional.empty();
        }
    }

    private Map<String, List<String>> walk() {
        Map<String, List<String>> paths = new HashMap<>();
        Deque<Node> waiting = new ArrayDeque<>();
        organizations.listRootsPaginator().stream()
                .flatMap(page -> page.roots().stream())
                .forEach(root -> waiting.add(new Node(root.id(), List.of())));
        while (!waiting.isEmpty()) {
            Node node = waiting.poll();
            organizations.listAccountsForParentPaginator(r -> r.parentId(node.id())).stream()
                    .flatMap(page -> page.accounts().stream())
                    .forEach(account -> paths.put(account.id(), node.path()));
            if (node.path().size() < DEEPEST) {
                organizations
                        .listOrganizationalUnitsForParentPaginator(r -> r.parentId(node.id()))
                        .stream()
                        .flatMap(page -> page.organizationalUnits().stream())
                        .forEach(unit -> waiting.add(below(node, unit)));
            }
        }
        return paths;
    }

    private static Node below(Node node, OrganizationalUnit unit) {
        List<String> path = new ArrayList<>(node.path());
        path.add(unit.name());
        return new Node(unit.id(), List.copyOf(path));
    }
}
