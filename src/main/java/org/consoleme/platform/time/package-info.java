/** The clock. Nothing else reads the system's time. */
package org.consoleme.platform.time;
