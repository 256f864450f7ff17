/** Socket Mode: what Slack sends over web sockets that the app opened. */
package org.consoleme.slacktwin.socket;
