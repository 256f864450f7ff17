/**
 * The HTTP door: the JAX-RS application and what all its parts share. A request meets the filters
 * in the order of {@code web.xml}: {@link org.consoleme.web.RequestIdFilter}, headers, path, body,
 * XSRF; then a resource; what goes wrong is drawn in {@code web.errors}.
 */
package org.consoleme.web;
