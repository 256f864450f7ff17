package org.consoleme.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.web.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A proxy in front signs people in and names them in a header; only our own proxies may (D-24). */
@Single
public class HeaderSignIn implements SignInMethod {
    private static final Logger LOG = LoggerFactory.getLogger(HeaderSignIn.class);
    private static final int ORDER = 100;

    private final SignInSettings settings;
    private final ClientAddress addresses;
    private final AtomicBoolean told = new AtomicBoolean();

    @Inject
    public HeaderSignIn(SignInSettings settings, ClientAddress addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<SignedIn> identify(HttpServletRequest request) {
        Optional<String> user =
                settings.userHeader()
                        .filter(_ -> settings.byHeader())
                        .flatMap(name -> only(request, name))
                        .filter(name -> !name.isBlank());
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (!addresses.fromTrustedProxy(request)) {
            if (told.compareAndSet(false, true)) {
                LOG.atWarn()
                        .addKeyValue("key", "auth.trusted_proxies")
                        .addKeyValue("peer", request.getRemoteAddr())
                        .log("sign-in header from an address that is no trusted proxy");
            }
            throw new Problem.Forbidden(
                            "This sign-in did not come through a trusted proxy. Whoever runs this"
                                    + " server finds the key to set in its log.")
                    .asException();
        }
        return Optional.of(new SignedIn(new UserId(user.get().strip()), groups(request)));
    }

    /** Of two, one is the client's own, which the proxy has not taken away. */
    private static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw new Problem.Forbidden(
                            "The header "
                                    + name
                                    + " came twice. Let the proxy replace what clients send in it.")
                    .asException();
        }
        return values.stream().findFirst();
    }

    private Optional<Set<GroupName>> groups(HttpServletRequest request) {
        return settings.groupsHeader()
                .filter(_ -> settings.groupsByHeader())
                .flatMap(name -> only(request, name))
                .map(
                        names ->
                                Arrays.stream(names.split(",", -1))
                                        .map(String::strip)
                                        .filter(name -> !name.isEmpty())
                                        .map(GroupName::new)
                                        .collect(Collectors.toUnmodifiableSet()));
    }
}
