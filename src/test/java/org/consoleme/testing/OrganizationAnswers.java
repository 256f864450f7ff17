package org.consoleme.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An organization of one root and so many accounts in a row. */
final class OrganizationAnswers {
    private static final int PAGE = 20;

    private final int accounts;

    OrganizationAnswers(int accounts) {
        this.accounts = accounts;
    }

    String answer(String action, String body) {
        return switch (action) {
            case "ListRoots" -> "{\"Roots\":[{\"Id\":\"r-stub\",\"Name\":\"Root\"}]}";
            case "ListAccountsForParent" -> accounts(body);
            case "ListOrganizationalUnitsForParent" -> "{\"OrganizationalUnits\":[]}";
            case "ListAccounts" -> accounts(body);
            default -> throw new IllegalArgumentException("unknown action " + action);
        };
    }

    private String accounts(String body) {
        int from =
                body.contains("NextToken")
                        ? Integer.parseInt(body.replaceAll(".*\"NextToken\":\"(\\d+)\".*", "$1"))
                        : 0;
        int to = Math.min(accounts, from + PAGE);
        String list =
                IntStream.range(from, to)
                        .mapToObj(
                                i ->
                                        "{\"Id\":\"%s\",\"Name\":\"account-%d\",\"Email\":\"aws+%d@example.com\",\"State\":\"ACTIVE\"}"
                                                .formatted(IamStub.account(i), i, i))
                        .collect(Collectors.joining(","));
        return "{\"Accounts\":["
                + list
                + "]"
                + (to < accounts ? ",\"NextToken\":\"" + to + "\"}" : "}");
    }
}
