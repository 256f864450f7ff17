package org.consoleme.web.weep;

import java.util.Optional;
import org.consoleme.accounts.AccountList;
import org.consoleme.shared.AccountId;

/**
 * Pages for resources whose ARN names one of our accounts. Whether there is such a resource is not
 * asked: the page will say. Parts that could mean more inside an address lead nowhere.
 */
final class ResourceLinks {
    private static final String NAME = "[A-Za-z0-9+=,.@_-]{1,256}";
    private static final String REGION = "[a-z0-9-]{1,32}";

    private final AccountList accounts;

    ResourceLinks(AccountList accounts) {
        this.accounts = accounts;
    }

    /**
     * @param arn any text; roles are not handled here
     * @return a path, as ConsoleMe had it
     */
    Optional<String> of(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length != 6 || !isOurs(parts[4])) {
            return Optional.empty();
        }
        String account = parts[4];
        String region = parts[3];
        String resource = parts[5];
        return switch (parts[2]) {
            case "sns", "sqs" -> queueOrTopic(parts[2], account, region, resource);
            case "iam" -> identity(account, resource);
            case "lambda" -> function(account, region, resource);
            default -> Optional.empty();
        };
    }

    private static Optional<String> queueOrTopic(
            String service, String account, String region, String name) {
        return region.matches(REGION) && name.matches(NAME)
                ? Optional.of(page(account) + service + "/" + region + "/" + name)
                : Optional.empty();
    }

    private static Optional<String> identity(String account, String resource) {
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        if (!name.matches(NAME)) {
            return Optional.empty();
        }
        if (resource.startsWith("policy/")) {
            return Optional.of(page(account) + "managed_policy/" + name);
        }
        return resource.startsWith("user/")
                ? Optional.of(page(account) + "iamuser/" + name)
                : Optional.empty();
    }

    /** We have no page for it: AWS's own, through a sign-in to the account. */
    private static Optional<String> function(String account, String region, String resource) {
        String name = resource.replaceFirst("^function:", "");
        return region.matches(REGION) && name.matches(NAME)
                ? Optional.of(
                        "/role/"
                                + account
                                + "?redirect=https://console.aws.amazon.com/lambda/home?region="
                                + region
                                + "%23/functions/"
                                + name)
                : Optional.empty();
    }

    private boolean isOurs(String account) {
        return AccountId.isAccountId(account)
                && accounts.activeNames().containsKey(new AccountId(account));
    }

    private static String page(String account) {
        return "/policies/edit/" + account + "/";
    }
}
