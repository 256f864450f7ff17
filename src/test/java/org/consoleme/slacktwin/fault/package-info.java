/** What goes wrong between the app and Slack, on demand. */
package org.consoleme.slacktwin.fault;
