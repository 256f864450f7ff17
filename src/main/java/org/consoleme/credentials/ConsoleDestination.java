package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * Where in the AWS console a session arrives: a region's home, or a page that the asker named. Only
 * hosts of the AWS console (and of {@code aws.console_url}) are followed; anything else would let a
 * link of ours lead elsewhere.
 */
@Single
public class ConsoleDestination {
    private static final Map<String, String> DOMAINS =
            Map.of(
                    "aws", "console.aws.amazon.com",
                    "aws-cn", "console.amazonaws.cn",
                    "aws-us-gov", "console.amazonaws-us-gov.com");

    private final CredentialSettings settings;

    @Inject
    public ConsoleDestination(CredentialSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} for a region or a page that is
     *     none
     */
    public URI of(String partition, Optional<String> region, Optional<String> redirect) {
        String in = region.filter(r -> !r.isBlank()).orElse(settings.region());
        if (!in.matches("[a-z]{2}(-[a-z]{1,12}){1,3}-[0-9]{1,2}")) {
            throw new Problem.Invalid("r", "not the name of an AWS region").asException();
        }
        String domain = DOMAINS.getOrDefault(partition, DOMAINS.get("aws"));
        URI home =
                URI.create(
                        settings.consoleUrl()
                                .orElse("https://{region}." + domain)
                                .replace("{region}", in));
        return redirect.filter(r -> !r.isBlank())
                .map(page -> page(page, domain, home))
                .orElse(home);
    }

    private static URI page(String text, String domain, URI home) {
        URI page;
        try {
            page = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw notOurs(e);
        }
        String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
        boolean ofAws = host.equals(domain) || host.endsWith("." + domain);
        if (!"https".equals(page.getScheme())
                || page.getUserInfo() != null
                || page.getPort() != -1
                || !(ofAws || host.equals(home.getHost()))) {
            throw notOurs(null);
        }
        return page;
    }

    private static RuntimeException notOurs(Exception cause) {
        return new Problem.Invalid("redirect", "give an https address of the AWS console")
                .asException(cause);
    }
}
