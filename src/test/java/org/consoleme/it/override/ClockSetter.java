package org.consoleme.it.override;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;

/** Sets the server's clock by a header of the request, before anything looks at it. */
@WebListener
public class ClockSetter implements ServletRequestListener {
    public static final String HEADER = "Set-Clock";

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request
                && request.getHeader(HEADER) != null) {
            SetClock.set(Instant.parse(request.getHeader(HEADER)));
        }
    }
}
