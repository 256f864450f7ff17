package org.consoleme.local.override;

import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.web.signin.SignInMethod;

/** Believes the person chosen on the page. Asked after the header, so that a header still wins. */
@Single
public class LocalSignIn implements SignInMethod {
    static final String COOKIE = "consoleme_local_person";
    private static final int ORDER = 1000;

    private final LocalDirectory directory;

    @Inject
    public LocalSignIn(LocalDirectory directory) {
        this.directory = directory;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<SignedIn> identify(HttpServletRequest request) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> directory.person(cookie.getValue()).stream())
                .findFirst()
                .map(
                        person ->
                                new SignedIn(
                                        new UserId(person.user()), Optional.of(groups(person))));
    }

    @Override
    public Map<String, Object> invitation() {
        List<Map<String, Object>> people =
                LocalPerson.all().stream()
                        .map(
                                person ->
                                        Map.<String, Object>of(
                                                "user", person.user(),
                                                "groups", person.groups(),
                                                "kind", person.kind()))
                        .toList();
        return Map.of("people", people);
    }

    static Set<GroupName> groups(LocalPerson person) {
        return person.groups().stream().map(GroupName::new).collect(Collectors.toSet());
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.of() : Arrays.stream(request.getCookies());
    }
}
