package org.consoleme.testing;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request with what our filters and callers look at; anything else they would ask for throws. */
public final class FakeRequest {
    private final String path;
    private final String peer;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();

    public FakeRequest(String path, String peer) {
        this.path = path;
        this.peer = peer;
    }

    public FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>()).add(value);
        return this;
    }

    public FakeRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    public HttpServletRequest get() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getRequestURI" -> path;
                                    case "getRemoteAddr" -> peer;
                                    case "getHeader" ->
                                            values(arguments[0]).stream().findFirst().orElse(null);
                                    case "getHeaders" ->
                                            Collections.enumeration(values(arguments[0]));
                                    case "getAttribute" -> attributes.get(arguments[0]);
                                    case "setAttribute" ->
                                            attributes.put(
                                                    String.valueOf(arguments[0]), arguments[1]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private List<String> values(Object name) {
        return headers.getOrDefault(String.valueOf(name).toLowerCase(Locale.ROOT), List.of());
    }
}
