package org.consoleme.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below the root is JAX-RS; resources and providers are found by their annotations. */
@ApplicationPath("/")
public class ConsoleMeApplication extends Application {}
