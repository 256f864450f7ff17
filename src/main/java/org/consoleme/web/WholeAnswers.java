package org.consoleme.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.consoleme.shared.Single;

/**
 * An answer leaves whole or not at all: one that cannot be written must not become a 200 with half
 * a body.
 */
@Provider
@Single
public class WholeAnswers implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        OutputStream out = context.getOutputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        context.setOutputStream(whole);
        context.proceed();
        context.setOutputStream(out);
        whole.writeTo(out);
    }
}
