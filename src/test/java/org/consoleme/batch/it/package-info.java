/** A small application for {@code JobsIT}: the real jobs over stand-ins, driven by a servlet. */
package org.consoleme.batch.it;
