/**
 * What tests share and is no port: time that stands, servers to run against (start with {@link
 * org.consoleme.testing.RunningStack}), clients that send what others send, roles and people.
 * Stand-ins for ports are in {@code org.consoleme.fakes}.
 */
package org.consoleme.testing;
