/** The twin's web page and the JSON it lives on. */
package org.consoleme.slacktwin.page;
