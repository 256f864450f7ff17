/**
 * What Slack refuses in a message: the limits of Block Kit, and how much of them a message uses.
 */
package org.consoleme.slacktwin.blocks;
