package org.consoleme.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Keeps a body back until somebody has looked at all of it. */
final class HeldResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ServletOutputStream stream = new Stream(body);
    private PrintWriter writer;
    private boolean leftToContainer;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    /** True where the container draws the answer itself: an error, or a redirect. */
    boolean leftToContainer() {
        return leftToContainer;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(body, false, Charset.forName(getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leftToContainer = true;
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        leftToContainer = true;
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        leftToContainer = true;
        super.sendRedirect(location);
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves yet.
    }

    @Override
    public void resetBuffer() {
        body.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        body.reset();
        super.reset();
    }

    @Override
    public void setContentLength(int length) {
        // Whoever sends the body knows its length.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Whoever sends the body knows its length.
    }

    private static final class Stream extends ServletOutputStream {
        private final ByteArrayOutputStream body;

        Stream(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int value) {
            body.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            body.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("this answer is not asynchronous");
        }
    }
}
