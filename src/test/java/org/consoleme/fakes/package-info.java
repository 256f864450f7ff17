/**
 * Stand-ins for ports, in memory, for tests without a server. They keep the contracts that the
 * ports' Javadoc states, and can be told to fail.
 */
package org.consoleme.fakes;
