/** Slack's Web API under {@code /api/<method>}: one class for each method family. */
package org.consoleme.slacktwin.api;
