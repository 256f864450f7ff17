/** Requests, replies and the guard in front of every route: loopback names only, bounded bodies. */
package org.consoleme.slacktwin.http;
