/** Messages as a person sees them: plain text for golden files, safe HTML for the page. */
package org.consoleme.slacktwin.draw;
