package org.consoleme.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/** A browser's end of a stream; takes bytes when it likes to. */
final class Wire extends ServletOutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    boolean takes = true;
    boolean completed;

    AsyncContext context() {
        return (AsyncContext)
                Proxy.newProxyInstance(
                        Wire.class.getClassLoader(),
                        new Class<?>[] {AsyncContext.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("complete")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            completed = true;
                            return null;
                        });
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        if (!takes) {
            throw new IllegalStateException("not ready");
        }
        written.write(b);
    }

    @Override
    public boolean isReady() {
        return takes;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
    }
}
