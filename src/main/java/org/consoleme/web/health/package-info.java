/** Health and metrics, for probes and scrapers: states and counts, nothing about people. */
package org.consoleme.web.health;
