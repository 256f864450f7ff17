/**
 * What only tests add to the server: a clock that they set. Laid over the application by a test;
 * never in the WAR.
 */
package org.consoleme.it.override;
