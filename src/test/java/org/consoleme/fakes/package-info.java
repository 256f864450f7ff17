/**
 * Stand-ins for ports, in memory, for tests without a server. They keep the contracts that the
 * ports' Javadoc states (those with a {@code *Contract} pass it here as the real ones do), and can
 * be told to fail. Everything else that tests share is in {@code org.consoleme.testing}.
 */
package org.consoleme.fakes;
