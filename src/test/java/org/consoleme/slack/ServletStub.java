package org.consoleme.slack;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much of a servlet container as a filter and Bolt's servlet ask for. */
public final class ServletStub {
    private ServletStub() {}

    /**
     * @param length as {@code Content-Length} says; -1 if it says nothing
     */
    public static HttpServletRequest request(
            String method, Map<String, List<String>> headers, long length, InputStream body) {
        Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        ServletInputStream stream = stream(body);
        return proxy(
                HttpServletRequest.class,
                (self, call, arguments) ->
                        switch (call.getName()) {
                            case "getMethod" -> method;
                            case "getProtocol" -> "HTTP/1.1";
                            case "getRequestURI" -> "/slack/events";
                            case "getQueryString" -> null;
                            case "getRemoteAddr" -> "192.0.2.7";
                            case "getContentLengthLong" -> length;
                            case "getContentType" -> first(named, "Content-Type");
                            case "getHeader" -> first(named, (String) arguments[0]);
                            case "getHeaderNames" -> Collections.enumeration(named.keySet());
                            case "getHeaders" ->
                                    Collections.enumeration(
                                            named.getOrDefault(arguments[0], List.of()));
                            case "getInputStream" -> stream;
                            default -> throw new UnsupportedOperationException(call.getName());
                        });
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static ServletInputStream stream(InputStream body) {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return body.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return body.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Keeps what was answered. */
    public static final class Answer {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final PrintWriter writer = new PrintWriter(body, true, StandardCharsets.UTF_8);
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private int status = 200;

        public HttpServletResponse response() {
            return proxy(HttpServletResponse.class, this::called);
        }

        private Object called(Object self, Method call, Object[] arguments) {
            switch (call.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "flushBuffer" -> writer.flush();
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setHeader", "addHeader" ->
                        headers.put((String) arguments[0], (String) arguments[1]);
                case "getOutputStream" -> {
                    return stream(body);
                }
                case "getWriter" -> {
                    return writer;
                }
                default -> throw new UnsupportedOperationException(call.getName());
            }
            return null;
        }

        private static ServletOutputStream stream(ByteArrayOutputStream body) {
            return new ServletOutputStream() {
                @Override
                public void write(int b) {
                    body.write(b);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        public int status() {
            return status;
        }

        public Map<String, String> headers() {
            return headers;
        }

        public byte[] body() {
            writer.flush();
            return body.toByteArray();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        ServletStub.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
