/**
 * What only the local stack adds to the server: a chooser of people in the place of a sign-in, and
 * a watch that nothing but this machine talks to it. Mapped into the application by the stack;
 * never in the WAR.
 */
package org.consoleme.local.override;
